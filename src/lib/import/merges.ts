/**
 * Ids that turned out to be one thing (`merges.tsv`): the keys they lead to, and what became of them.
 *
 * Contract: pure. A merged partner's rows go to the partner it was merged into, and with it its
 * partnerships; the old ids stay as rows that only point on, so that links keep working, also in a
 * database that was wiped.
 */
import { KINDS, readIds, type Kind } from './ids.ts';

export interface MergedRow {
  kind: 'authority' | 'partner' | 'partnership';
  id: string;
  into: string;
  geonames_id: number | null;
  own_key: string | null;
  member_key: string | null;
}

export interface Merges {
  /** Key of a partner -> key of the one it was merged into; its own key otherwise. */
  partner(key: string): string;
  rows: MergedRow[];
}

/** @throws {Error} when a merge names an id that was never minted, or two kinds */
export function readMerges(ids: string, merges: string): Merges {
  const table = readIds(ids);
  const keyOf = new Map<string, string>();
  for (const kind of ['a', 'p', 't'] as const)
    for (const [key, id] of table[kind]) keyOf.set(id, key);
  const next = new Map<string, string>();
  for (const line of merges.split('\n').slice(1).filter(Boolean)) {
    const [from = '', into = ''] = line.split('\t');
    if (from[0] !== into[0] || !keyOf.has(from) || !keyOf.has(into))
      throw new Error(`merges.tsv: ${from} can't be merged into ${into}`);
    next.set(from, into);
  }
  const final = (id: string): string => (next.has(id) ? final(next.get(id)!) : id);
  const partner = (key: string): string => {
    const id = table.p.get(key);
    return id && next.has(id) ? keyOf.get(final(id))! : key;
  };

  const rows = [...next.keys()].map((id) => row(id, final(id)));
  // A merged partner's ties go where the tie with the other partner is, or keep their id with a new key.
  for (const [key, id] of table.t) {
    const parts = key.split('~');
    const moved = parts.map((part) => (table.p.has(part) ? partner(part) : part));
    const operator = moved.filter((part) => part === 'betreiber');
    const kept = [...new Set(moved.filter((part) => part !== 'betreiber'))].sort();
    const target = table.t.get([...kept, ...operator].join('~'));
    if (target && target !== id && !next.has(id)) rows.push(row(id, final(target)));
  }
  return { partner, rows: rows.sort((a, b) => (a.id < b.id ? -1 : 1)) };

  function row(id: string, into: string): MergedRow {
    const key = keyOf.get(id)!;
    const kind = KINDS[id[0] as Kind] as MergedRow['kind'];
    const members = key
      .split('~')
      .flatMap((part) => table.a.get(part) ?? table.p.get(part) ?? [])
      .sort();
    return {
      ...{ kind, id, into },
      geonames_id: kind === 'partner' ? Number(/^geonames:(\d+)$/.exec(key)?.[1]) || null : null,
      own_key: kind === 'partner' ? (/^own:(.+)$/.exec(key)?.[1] ?? null) : null,
      member_key: kind === 'partnership' ? members.join('|') : null
    };
  }
}
