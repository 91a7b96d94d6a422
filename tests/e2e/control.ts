/**
 * A site of its own for a test that takes things away.
 *
 * Contract: the site holds the same published seed as the shared one and nothing a test does to it
 * is seen by others. It looks at the database every half second. Close it at the end.
 */
import { randomUUID } from 'node:crypto';

export interface OwnSite {
  url: string;
  stopDatabase(): Promise<void>;
  startDatabase(): Promise<void>;
  /** Takes records back and publishes a snapshot without them. @returns its number */
  publish(): Promise<number>;
  /** Withdraws the newest snapshot. */
  withdraw(): Promise<void>;
  close(): Promise<void>;
}

/** @param kind `empty`: without a snapshot and without a database */
export async function ownSite(kind: 'seeded' | 'empty' = 'seeded'): Promise<OwnSite> {
  const id = randomUUID();
  const ask = async (verb: string): Promise<string> => {
    const answer = await fetch(`${process.env.E2E_CONTROL}/${verb}/${id}`, { method: 'POST' });
    const text = await answer.text();
    if (!answer.ok) throw new Error(text);
    return text;
  };
  const url = await ask(kind === 'empty' ? 'open-empty' : 'open');
  const tell = (verb: string) => async (): Promise<void> => void (await ask(verb));
  return {
    url,
    stopDatabase: tell('stop-database'),
    startDatabase: tell('start-database'),
    publish: async () => Number(await ask('publish')),
    withdraw: tell('withdraw'),
    close: tell('close')
  };
}
