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
  close(): Promise<void>;
}

export async function ownSite(): Promise<OwnSite> {
  const id = randomUUID();
  const ask = async (verb: string): Promise<string> => {
    const answer = await fetch(`${process.env.E2E_CONTROL}/${verb}/${id}`, { method: 'POST' });
    const text = await answer.text();
    if (!answer.ok) throw new Error(text);
    return text;
  };
  const url = await ask('open');
  const tell = (verb: string) => async (): Promise<void> => void (await ask(verb));
  return {
    url,
    stopDatabase: tell('stop-database'),
    startDatabase: tell('start-database'),
    close: tell('close')
  };
}
