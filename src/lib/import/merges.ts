/**
 * Ids that turned out to be one thing (`merges.tsv`: from, into, reason, reviewed): the keys they lead
 * to, and what became of them.
 *
 * Contract: pure. A merged partner's rows go to the partner it was merged into, and with it its
 * partnerships; a merged partnership's rows go to the other partnership of the same body, and only
 * they. A merged body (territorial reform) takes its partnerships along. The old ids stay as rows that only point on, so that links keep working, also in a database
 * that was wiped.
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
  /** Key of a partner of a body -> key of the one it was merged into; its own key otherwise. */
  partner(key: string, body?: string): string;
  /** Old ids and where they lead, ascending. @param living whether a partner still has a tie, by key */
  rows(living: (partner: string) => boolean): MergedRow[];
}

/** @throws {Error} when a merge names an id that was never minted, or two that can't be one */
export function readMerges(ids: string, merges: string): Merges {
  const table = readIds(ids);
  const keyOf = new Map<string, string>();
  for (const kind of ['a', 'p', 't'] as const)
    for (const [key, id] of table[kind]) keyOf.set(id, key);
  const next = new Map<string, string>();
  /** `body|partner` -> partner, of partnerships merged one by one. */
  const ties = new Map<string, string>();
  /** Old partner and the one its tie now stands with. */
  const left: [from: string, into: string][] = [];
  for (const line of merges.split('\n').slice(1).filter(Boolean)) {
    const [from = '', into = '', reason = ''] = line.split('\t');
    const fail = (why: string) =>
      new Error(`merges.tsv: ${from} can't be merged into ${into}${why}`);
    if (from[0] !== into[0] || !keyOf.has(from) || !keyOf.has(into)) throw fail('');
    if (reason.trim() === '') throw fail(': no reason');
    next.set(from, into);
    if (from[0] !== 't') continue;
    const [old, now] = [keyOf.get(from)!.split('~'), keyOf.get(into)!.split('~')];
    const body = old.filter((part) => now.includes(part));
    const [was, is] = [old, now].map((parts) => parts.filter((part) => table.p.has(part)));
    if (body.length !== 1 || was!.length !== 1 || is!.length !== 1)
      throw fail(': other bodies, or no single partner');
    ties.set(`${body[0]}|${was![0]}`, is![0]!);
    left.push([was![0]!, is![0]!]);
  }
  const unit = (key: string): string => {
    const id = table.p.get(key) ?? table.a.get(key);
    return id && next.has(id) ? keyOf.get(final(id))! : key;
  };
  const partner = (key: string, body = ''): string => {
    let last = unit(key);
    for (let step = 0; ties.has(`${body}|${last}`); step++) {
      if (step > 20) throw new Error(`merges.tsv: ${last} of ${body} runs in a circle`);
      last = unit(ties.get(`${body}|${last}`)!);
    }
    return last;
  };
  // Ties of a merged partner or body go where the same tie of the other one is.
  for (const [key, id] of table.t) {
    const parts = key.split('~');
    const moved = parts.map(unit);
    const operator = moved.filter((part) => part === 'betreiber');
    const kept = [...new Set(moved.filter((part) => part !== 'betreiber'))].sort();
    const target = table.t.get([...kept, ...operator].join('~'));
    if (target && target !== id && !next.has(id)) next.set(id, target);
  }

  return {
    partner,
    rows(living) {
      const all = new Map([...next.keys()].map((id) => [id, row(id, final(id))]));
      // A partner whose only ties were merged one by one leads where they went.
      for (const [from, into] of left) {
        const [id, target] = [table.p.get(from)!, table.p.get(unit(into))!];
        if (!living(from) && !all.has(id) && id !== target) all.set(id, row(id, target));
      }
      return [...all.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    }
  };

  function final(id: string, steps = 0): string {
    if (steps > 20) throw new Error(`merges.tsv: ${id} runs in a circle`);
    const to = next.get(id);
    return to ? final(to, steps + 1) : id;
  }

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
