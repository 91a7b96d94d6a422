/**
 * Memberships: networks, programmes, awards and resolutions of German bodies.
 *
 * Contract: a spelling is looked up in the table of hand decisions; one that is not there is
 * quarantined, for a wrong network is worse than none. No list is complete, and that is said where
 * they are shown.
 */
import { periodOf, readEntries, type Entry, type Read } from './entries.ts';
import type { Body } from './register.ts';
import { readTable } from './table.ts';
import type { Whereabouts } from './whereabouts.ts';

export interface Network {
  id: string;
  name_de: string;
  name_en: string;
  kind: string;
  source_url: string;
}

export interface Membership {
  body: Body;
  network: string;
  programme: string;
  year: string;
  yearFrom: number | null;
  yearTo: number | null;
  /** `draft_only`, `report_or_statement`, `accompanied` or ''. */
  caveat: string;
}

export function readNetworks(text: string): Network[] {
  const columns = ['id', 'name_de', 'name_en', 'kind', 'source_url'] as const;
  return readTable(text, { file: 'memberships/networks.csv', columns }).map(({ cells }) => cells);
}

/** @param files the two files, their rows share one space of keys: [name, text] */
export function readMemberships(
  files: readonly [file: string, text: string][],
  spellings: string,
  where: Whereabouts
): Entry<Membership>[] {
  const known = new Map(
    readTable(spellings, {
      file: 'memberships/spellings.csv',
      columns: ['spelling', 'network_id', 'caveat'] as const
    }).map(({ cells }) => [cells.spelling, cells])
  );
  const seen = new Map<string, Membership>();
  return files.flatMap(([file, text]) =>
    readEntries(
      text,
      {
        kind: 'membership',
        source: 'facts-2026',
        file,
        columns: ['de_name', 'ags', 'programme', 'year', 'source_url'] as const,
        names: ['de_name', 'programme'],
        key: (c) => [c.de_name, c.ags, c.programme, c.year]
      },
      (c): Read<Membership> => {
        const spelling = known.get(c.programme);
        if (!spelling) return { reason: 'network_unknown', detail: c.programme };
        const { body, reason, detail } = where.body(c.ags, c.de_name);
        if (!body) return { reason, detail };
        const [yearFrom, yearTo] = periodOf(c.year);
        return {
          detail,
          value: {
            body,
            network: spelling.network_id,
            programme: c.programme,
            year: c.year,
            yearFrom,
            yearTo,
            caveat: spelling.caveat
          }
        };
      }
    ).map((entry): Entry<Membership> => {
      // The same statement in both files is one membership.
      const before = entry.value && seen.get(entry.key);
      if (before) return { ...entry, outcome: 'merged', reason: 'same_row', value: before };
      if (entry.value) seen.set(entry.key, entry.value);
      return entry;
    })
  );
}
