/**
 * What a reader can ask, side by side: of a partnership (its goals, and the rest), of its German
 * members, of its partners abroad. A new dimension is one entry here and one line in `Facets`.
 *
 * Contract: everything is said of a subject (a row of its side), and subjects with the same `key`
 * answer alike; so it is evaluated once per profile (`profiles.ts`), never once per row.
 */
import type { Dataset } from './dataset.ts';
import { derived } from './derived.ts';
import type { Filters } from './filters.ts';
import { goalQuestion } from './goals.ts';
import { SIZE_CLASSES } from './model.ts';
import { plain, type Question } from './question.ts';
import { tieQuestions } from './tiedimensions.ts';

export interface Side {
  /** Number of subjects. */
  length: number;
  questions: readonly Question[];
}

export interface Sides {
  /** Apart from the other questions of a tie: their options depend on what is asked. */
  goals: Side;
  tie: Side;
  german: Side;
  /** Partners, and as the last subject "no partner abroad": the side of a German-German tie. */
  abroad: Side;
}

export function sidesOf(dataset: Dataset): Sides {
  const { partnerships, authorities, partners } = dataset;
  return {
    goals: { length: partnerships.length, questions: [goalQuestion(dataset)] },
    tie: { length: partnerships.length, questions: tieQuestions(dataset) },
    german: { length: authorities.length, questions: germanQuestions(dataset) },
    abroad: { length: partners.length + 1, questions: abroadQuestions(dataset) }
  };
}

/** A question with one answer per subject, at most. @param position in `values`; -1 = none */
function single(
  name: string,
  values: readonly string[],
  position: (subject: number) => number,
  asked: (filters: Filters) => readonly string[]
): Question {
  return {
    key: position,
    asks(filters) {
      if (asked(filters).length === 0) return null;
      const wanted = new Set(asked(filters));
      const fits = values.map((value) => wanted.has(value));
      return (subject) => fits[position(subject)] ?? false;
    },
    known: (subject) => position(subject) >= 0,
    counts: [plain(name, values, (subject) => (position(subject) < 0 ? [] : [position(subject)]))]
  };
}

function germanQuestions(dataset: Dataset): Question[] {
  const { size, kreis } = derived(dataset);
  const { land } = dataset.authorities;
  const codes = (list: readonly { code: string }[]) => list.map(({ code }) => code);
  const sizes = SIZE_CLASSES.map(({ id }) => id);
  return [
    single(
      'laender',
      codes(dataset.laender),
      (row) => land[row]!,
      ({ laender }) => laender
    ),
    single(
      'kreise',
      codes(dataset.kreise),
      (row) => kreis[row]!,
      ({ kreise }) => kreise
    ),
    single(
      'sizes',
      sizes,
      (row) => size[row]!,
      (filters) => filters.sizes
    )
  ];
}

function abroadQuestions(dataset: Dataset): Question[] {
  const { partners, countries, regions } = dataset;
  const { region } = derived(dataset);
  const country = (row: number) => partners.country[row] ?? -1;
  const iso2 = countries.map((one) => one.iso2);
  const codes = regions.map(({ code }) => code);
  const oda = (row: number) => countries[country(row)]?.oda ?? false;
  return [
    single(
      'regions',
      codes,
      (row) => region[country(row)] ?? -1,
      (filters) => filters.regions
    ),
    single('countries', iso2, country, (filters) => filters.countries),
    {
      key: country,
      asks: ({ south }) => (south ? oda : null),
      known: (row) => country(row) >= 0,
      counts: [plain('south', [false, true], (row) => (oda(row) ? [0, 1] : [0]))]
    }
  ];
}
