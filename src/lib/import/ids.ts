/**
 * The ledger of ids: `a…` authorities, `p…` partners, `t…` partnerships, `o…` actors,
 * `m…` memberships, `g…` good examples, `r…` partner requests, `u…` goals under review.
 *
 * Contract: pure. An id is minted once for a natural key, committed in `supabase/seed/ids.tsv`, never
 * reused and never renumbered. Minting is deterministic: new keys in sorted order get the next numbers.
 * A merged id leads to the id it was merged into (`merges.tsv`: from, into).
 */
import { InputError } from './problem.ts';

export const KINDS = {
  a: 'authority',
  p: 'partner',
  t: 'partnership',
  o: 'actor',
  m: 'membership',
  g: 'good_example',
  r: 'partner_request',
  u: 'un_review'
} as const;
export type Kind = keyof typeof KINDS;

export interface Ledger {
  /** Id of a natural key. @throws {Error} when the key was never minted */
  id(kind: Kind, key: string): string;
  /** Keys without an id. */
  missing(kind: Kind, keys: Iterable<string>): string[];
}

type Table = Record<Kind, Map<string, string>>;

const fail = (row: number, en: string, de: string) =>
  new InputError('ids.tsv', [{ row, code: 'ledger', de, en }]);

/** Reads `kind, id, natural key`. @throws {InputError} for a double id or key */
export function readIds(text: string): Table {
  const table = Object.fromEntries(
    (Object.keys(KINDS) as Kind[]).map((kind) => [kind, new Map<string, string>()])
  ) as Table;
  const seen = new Set<string>();
  text.split('\n').forEach((line, i) => {
    if (i === 0 || line === '') return;
    const [kind, id, key] = line.split('\t');
    const entry = (Object.keys(KINDS) as Kind[]).find((k) => KINDS[k] === kind);
    if (!entry || !id || !key || !new RegExp(`^${entry}[1-9][0-9]*$`).test(id))
      throw fail(i + 1, 'not a line of the ledger', 'keine Zeile des Verzeichnisses');
    if (seen.has(id) || table[entry].has(key))
      throw fail(i + 1, `${id} or ${key} appears twice`, `${id} oder ${key} kommt doppelt vor`);
    seen.add(id);
    table[entry].set(key, id);
  });
  return table;
}

export function openLedger(ids: string, merges: string): Ledger {
  const table = readIds(ids);
  const into = new Map(
    merges
      .split('\n')
      .slice(1)
      .filter(Boolean)
      .map((line) => line.split('\t') as [string, string])
  );
  const final = (id: string, steps = 0): string => {
    const next = into.get(id);
    if (!next) return id;
    if (steps > 20)
      throw fail(0, `merges of ${id} run in a circle`, `Zusammenlegung im Kreis: ${id}`);
    return final(next, steps + 1);
  };
  return {
    id(kind, key) {
      const id = table[kind].get(key);
      if (!id) throw new Error(`No id was minted for ${KINDS[kind]} ${key}.`);
      return final(id);
    },
    missing: (kind, keys) => [...keys].filter((key) => !table[kind].has(key))
  };
}

/** The ledger with ids for all keys; existing lines stay as they are. */
export function mint(text: string, keys: Partial<Record<Kind, Iterable<string>>>): string {
  const table = readIds(text);
  const lines = ['kind\tid\tkey'];
  for (const kind of Object.keys(KINDS) as Kind[]) {
    const known = table[kind];
    let next = 1 + Math.max(0, ...[...known.values()].map((id) => Number(id.slice(1))));
    for (const key of [...new Set(keys[kind] ?? [])].filter((k) => !known.has(k)).sort())
      known.set(key, `${kind}${next++}`);
    const sorted = [...known].sort(([, a], [, b]) => Number(a.slice(1)) - Number(b.slice(1)));
    for (const [key, id] of sorted) lines.push(`${KINDS[kind]}\t${id}\t${key}`);
  }
  return lines.join('\n') + '\n';
}
