/**
 * Goals under review at the United Nations, and German national and local reviews.
 *
 * Contract: `confirmed` only where the page supports it: not for reviews that are merely announced,
 * and not for rows whose note says that they still have to be verified.
 */
import { dateOf, readEntries, yearOf, type Entry, type Read } from './entries.ts';
import type { Body } from './register.ts';
import { goalsOf } from './tags.ts';
import type { Whereabouts } from './whereabouts.ts';

export interface Review {
  kind: string;
  year: number | null;
  goals: number[];
  occasion: string;
  from: string | null;
  to: string | null;
  entity: string;
  body: Body | null;
  confirmed: boolean;
  note: string;
}

const UNVERIFIED = /\bSECONDARY\b|\bverify before\b|\bnot sourced\b/i;

export function readReviews(text: string, where: Whereabouts): Entry<Review>[] {
  return readEntries(
    text,
    {
      kind: 'un_review',
      source: 'reference-2026',
      file: 'un_goals_under_review.csv',
      columns: [
        'kind',
        'year',
        'goals',
        'occasion',
        'date_from',
        'date_to',
        'entity',
        'ags',
        'source_url',
        'note'
      ] as const,
      names: ['entity'],
      year: 'year',
      note: 'note',
      key: (c) => [c.kind, c.year, c.entity, c.occasion]
    },
    (c): Read<Review> => {
      const found = c.ags ? where.body(c.ags, c.entity) : null;
      if (found && !found.body) return { reason: found.reason, detail: found.detail };
      return {
        detail: found?.detail ?? 'no municipality',
        value: {
          kind: c.kind,
          year: yearOf(c.year),
          goals: goalsOf(c.goals).map(({ goal }) => goal),
          occasion: c.occasion,
          from: dateOf(c.date_from),
          to: dateOf(c.date_to),
          entity: c.entity,
          body: found?.body ?? null,
          confirmed: c.kind !== 'vlr_de_unconfirmed' && !UNVERIFIED.test(c.note),
          note: c.note
        }
      };
    }
  );
}
