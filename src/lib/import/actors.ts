/**
 * Actors: organisations that carry a tie to a place abroad. Organisations only, never persons.
 *
 * Contract: a row whose organisation has no municipality of its own (a regional association) keeps
 * none; a key that leads nowhere is quarantined. A utility's row hangs on the utility's tie where
 * there is one.
 */
import { readEntries, yearOf, type Entry, type Read } from './entries.ts';
import type { Body } from './register.ts';
import type { Abroad, Whereabouts } from './whereabouts.ts';

export interface Actor {
  name: string;
  kind: string;
  body: Body | null;
  partnerName: string;
  abroad: Abroad;
  since: number | null;
  note: string;
}

const KINDS = [
  'partnerschaftsverein',
  'freundeskreis',
  'eine_welt_verein',
  'schule',
  'kommunales_unternehmen',
  'hochschule',
  'krankenhaus',
  'kirchengemeinde',
  'kommunalverwaltung',
  'migrantische_organisation'
];

export function readActors(text: string, where: Whereabouts): Entry<Actor>[] {
  return readEntries(
    text,
    {
      kind: 'actor',
      source: 'reference-2026',
      file: 'actors.csv',
      columns: [
        'name',
        'kind',
        'de_ags',
        'de_name',
        'partner_name',
        'partner_country_iso2',
        'since_year',
        'source_url',
        'note'
      ] as const,
      names: ['name', 'de_name', 'partner_name'],
      year: 'since_year',
      note: 'note',
      key: (c) => [c.name, c.de_ags, c.partner_country_iso2, c.partner_name]
    },
    (c): Read<Actor> => {
      if (!KINDS.includes(c.kind)) return { reason: 'actor_kind_unknown', detail: c.kind };
      const regional = c.de_ags === '' && c.de_name === '';
      // The rows of Berlin carry the city's key; the note names the borough.
      const borough = /\bBezirk (\S+)/.exec(c.note)?.[1];
      const { body, reason, detail } = where.body(
        c.de_ags,
        borough && c.de_name === 'Berlin' ? `Berlin-${borough}` : c.de_name
      );
      if (!body && !regional) return { reason, detail };
      const operator = c.kind === 'kommunales_unternehmen';
      const abroad = where.abroad(body, c.partner_name, c.partner_country_iso2, operator);
      if (!abroad.country) return { reason: 'country_unknown', detail: c.partner_country_iso2 };
      return {
        detail: `${regional ? 'no municipality of its own' : detail}; ${abroad.evidence}`,
        value: {
          name: c.name,
          kind: c.kind,
          body,
          partnerName: c.partner_name,
          abroad,
          since: yearOf(c.since_year),
          note: c.note
        }
      };
    }
  );
}
