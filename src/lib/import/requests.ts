/**
 * Places abroad that looked for a German partner. Old requests stay, marked as historic: they are
 * never shown as current.
 */
import { dateOf, numberOf, readEntries, type Entry, type Read } from './entries.ts';
import { topicsOf } from './examples.ts';
import type { Lookup } from './reference.ts';
import type { Abroad, Whereabouts } from './whereabouts.ts';

export interface PartnerRequest {
  name: string;
  abroad: Abroad;
  population: number | null;
  date: string | null;
  historic: boolean;
  topics: [topic: string, spelling: string][];
  note: string;
}

const HISTORIC = /\bhistoric\b|\bold request\b|\bdo not show\b/i;

export function readRequests(
  text: string,
  look: Lookup,
  where: Whereabouts
): Entry<PartnerRequest>[] {
  return readEntries(
    text,
    {
      kind: 'partner_request',
      source: 'facts-2026',
      file: 'rgre_partnership_requests.csv',
      columns: [
        'partner_name',
        'partner_country_iso2',
        'population_stated',
        'desired_fields',
        'request_date',
        'source_url',
        'note'
      ] as const,
      names: ['partner_name'],
      note: 'note',
      key: (c) => [c.partner_country_iso2, c.partner_name]
    },
    (c): Read<PartnerRequest> => {
      const abroad = where.abroad(null, c.partner_name, c.partner_country_iso2);
      if (!abroad.country) return { reason: 'country_unknown', detail: c.partner_country_iso2 };
      return {
        detail: abroad.evidence,
        value: {
          name: c.partner_name,
          abroad,
          population: numberOf(c.population_stated),
          date: dateOf(c.request_date),
          historic: HISTORIC.test(c.note),
          topics: topicsOf(c.desired_fields, look),
          note: c.note
        }
      };
    }
  );
}
