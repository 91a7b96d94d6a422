/**
 * Hand decisions of the matching, from `supabase/seed/matching`: places that are no municipality of
 * their own any more, single ties decided by a person, memberships of networks that pose as pairs.
 *
 * Contract: pure. A former place is found by name AND position (or by name and the municipality the
 * source puts it in); a tie by both labels and the country.
 */
import { km, type Position } from './distance.ts';
import { fold, partOf } from './names.ts';
import type { Body, Register } from './register.ts';
import { readTable } from './table.ts';
import type { Side, Tie } from './ties.ts';

export interface DecisionFiles {
  formerPlaces: string;
  tieDecisions: string;
  networks: string;
}

export interface Decisions {
  /** The municipality that a former municipality or Ortsteil belongs to now. */
  former(side: Side): { body: Body; part: string } | null;
  /** Key a person decided on for one side of a tie. */
  tie(which: 'german' | 'partner', tie: Tie, country: string | null): string | null;
  /** Network whose membership a row states as a pair. */
  network(body: Body, tie: Tie, country: string | null): string | null;
  /** Body of a key: `ags:…`, `ars:…`. */
  body(key: string): Body | null;
}

/** How far from the place of the table a source may put it, km: point of the village or of its church. */
const REACH = 5;

/** @throws {InputError} when a table has the wrong columns */
export function readDecisions(files: DecisionFiles, register: Register): Decisions {
  const places = new Map<string, { at: Position; body: Body; part: string }[]>();
  for (const { cells } of readTable(files.formerPlaces, {
    file: 'former_places.csv',
    columns: ['name', 'lon', 'lat', 'ags', 'reason'] as const
  })) {
    const body = register.byAgs.get(cells.ags);
    if (!body) throw new Error(`former_places.csv: no municipality ${cells.ags}`);
    const list = places.get(fold(cells.name)) ?? [];
    list.push({ at: [Number(cells.lon), Number(cells.lat)], body, part: cells.name });
    places.set(fold(cells.name), list);
  }
  const ties = new Map(
    readTable(files.tieDecisions, {
      file: 'tie_decisions.csv',
      columns: ['side', 'german', 'partner', 'country', 'key', 'reason'] as const
    }).map(({ cells: c }) => [
      [c.side, fold(c.german), fold(c.partner), c.country].join('|'),
      c.key
    ])
  );
  const networks = new Map(
    readTable(files.networks, {
      file: 'networks.csv',
      columns: ['ags', 'country', 'partner', 'network'] as const
    }).map(({ cells: c }) => [[c.ags, c.country, fold(c.partner)].join('|'), c.network])
  );
  return {
    former(side) {
      const { label, hint } = side;
      const part = partOf(label)?.[0] ?? label;
      if (!hint) return null;
      const near = (places.get(fold(part)) ?? []).filter(({ at }) => km(at, hint) <= REACH);
      return near.length === 1 ? { body: near[0]!.body, part: near[0]!.part } : null;
    },
    tie: (which, tie, country) =>
      ties.get([which, fold(tie.german.label), fold(tie.partner.label), country].join('|')) ?? null,
    network: (body, tie, country) =>
      networks.get([body.ags, country, fold(tie.partner.label)].join('|')) ?? null,
    body: (key) =>
      register.byAgs.get(/^ags:(\d+)$/.exec(key)?.[1] ?? '') ??
      register.byArs.get(/^ars:(\d+)$/.exec(key)?.[1] ?? '') ??
      null
  };
}
