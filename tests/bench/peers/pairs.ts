/**
 * The dataset as flat records for libraries that filter tables: one per pair of a tie's German
 * member and its partner abroad.
 *
 * Why pairs: "one and the same member must fit" is then a plain filter on a record, so a peer that
 * filters records gives exactly our answers; only ties with several members (`plural`) have to be
 * counted as distinct ones. A German-German tie has one record per member and no partner (-1, '').
 */
import type { Dataset } from '../../../src/lib/domain/dataset.ts';
import { FLAG_OPERATOR } from '../../../src/lib/domain/dataset.ts';
import { derived, FACTS_BIT, foldedNames } from '../../../src/lib/domain/derived.ts';
import type { Facets } from '../../../src/lib/domain/facets.ts';
import type { Filters } from '../../../src/lib/domain/filters.ts';
import { FORMS, PROGRAMMES, SIZE_CLASSES, STATUSES } from '../../../src/lib/domain/model.ts';
import { beginsWord, words } from '../../../src/lib/domain/text.ts';

export interface Pair {
  tie: number;
  /** Whether the tie has further records. */
  plural: boolean;
  authority: number;
  /** -1 = none. */
  partner: number;
  goals: string[];
  forms: string;
  /** A utility's tie is `OPERATOR` instead of its programme: it is left out unless asked for. */
  programmes: string[];
  statuses: string;
  /** Start year; 0 = unknown. */
  since: number;
  topics: string[];
  evidence: string;
  /** The answers under which the tie is found: German-German ones only with `true`. */
  inland: string[];
  /** Folded names of all members. */
  text: string;
  laender: string;
  kreise: string;
  sizes: string;
  regions: string;
  countries: string;
  /** The answers under which the tie is found. */
  south: string[];
}

const KEYS = [
  'goals',
  'forms',
  'programmes',
  'statuses',
  'since',
  'topics',
  'evidence',
  'inland',
  'laender',
  'kreise',
  'sizes',
  'regions',
  'countries',
  'south'
] as const satisfies (keyof Facets & keyof Pair)[];

/** What peers are asked to count: all our facets but `bases` and `years`, which only ours counts. */
export const COUNTED: readonly (typeof KEYS)[number][] = KEYS;
export type Counted = (typeof KEYS)[number];
export type Asked = Counted | 'text';

/** Sorts directly behind the programme it stands for. */
export const OPERATOR = 'betreiberpartnerschaft (operator)';

/** What a value counts for: decades (0 = unknown) and programmes; in the order of the values. */
export function optionOf(key: Counted, value: string | number): string | number {
  if (key === 'since') return Number(value) - (Number(value) % 10);
  return value === OPERATOR ? 'betreiberpartnerschaft' : value;
}

/** Name of an option as in our facets. */
export function nameOf(key: Counted, option: string | number | boolean): string {
  return `${key} ${option === 0 ? 'unbekannt' : String(option)}`;
}

export function pairsOf(dataset: Dataset): Pair[] {
  const { partnerships: ties, authorities, partners, countries, laender, topics } = dataset;
  const own = derived(dataset);
  const names = foldedNames(dataset);
  const orNone = (list: string[]) => (list.length === 0 ? ['keine'] : list);
  const pairs: Pair[] = [];
  for (let tie = 0; tie < ties.length; tie++) {
    const members = [...ties.members.subarray(ties.memberStart[tie], ties.memberStart[tie + 1])];
    const german = members.filter((member) => member >= 0);
    const abroad = members.filter((member) => member < 0).map((member) => ~member);
    const goals = ties.goals.reduce((mask, column) => mask | column[tie]!, 0);
    const operator = (ties.flags[tie]! & FLAG_OPERATOR) !== 0;
    const whole = {
      tie,
      plural: german.length * Math.max(1, abroad.length) > 1,
      goals: orNone(
        Array.from({ length: 17 }, (_, i) => `${i + 1}`).filter((g) => goals & (1 << +g))
      ),
      forms: FORMS[ties.form[tie]!]!,
      programmes: operator
        ? [OPERATOR]
        : orNone(PROGRAMMES.filter((_, k) => own.programmes[tie]! & (1 << k))),
      statuses: STATUSES[own.status[tie]!]!,
      since: ties.since[tie]!,
      topics: orNone(
        [...ties.topicList.subarray(ties.topicStart[tie], ties.topicStart[tie + 1])].map(
          (topic) => topics[topic]!.id
        )
      ),
      evidence: ties.layers[tie]! & FACTS_BIT ? 'belegt' : 'unbestaetigt',
      inland: abroad.length === 0 ? ['true'] : ['false', 'true'],
      text: [
        ...german.map((row) => names.authorities[row]!),
        ...abroad.map((row) => names.partners[row]!),
        ...abroad.map((row) => names.countries[partners.country[row]!]!)
      ].join(' ')
    };
    for (const authority of german)
      for (const partner of abroad.length === 0 ? [-1] : abroad) {
        const country = countries[partners.country[partner]!];
        pairs.push({
          ...whole,
          authority,
          partner,
          laender: laender[authorities.land[authority]!]!.code,
          kreise: authorities.kreis[authority]!,
          sizes: SIZE_CLASSES[own.size[authority]!]?.id ?? '',
          regions: country?.region ?? '',
          countries: country?.iso2 ?? '',
          south: country?.oda ? ['false', 'true'] : ['false']
        });
      }
  }
  return pairs;
}

/**
 * What a filter asks of a dimension's values, any of which suffices; null = nothing.
 * The bench never asks for all goals at once, for bases or for both years open.
 */
export function questionOf(
  filters: Filters,
  key: Asked
): ((value: string | number) => boolean) | null {
  const { since } = filters;
  switch (key) {
    case 'text': {
      const asked = words(filters.text);
      return asked.length === 0
        ? null
        : (text) => asked.every((word) => beginsWord(`${text}`, word));
    }
    case 'since': {
      if (since === null) return null;
      if (since === 'unbekannt') return (year) => year === 0;
      const from = since.from ?? 1;
      const to = since.to ?? 9999;
      return (year) => Number(year) >= from && Number(year) <= to;
    }
    case 'south':
      return filters.south ? (value) => value === 'true' : null;
    case 'inland':
      return filters.inland ? null : (value) => value === 'false';
    case 'statuses':
      if (filters.statuses.length === 0) return (value) => value !== 'in_anbahnung';
      break;
    case 'programmes':
      if (filters.programmes.length === 0) return (value) => value !== OPERATOR;
  }
  const wanted = new Set<string | number>(filters[key].map(String));
  if (wanted.size === 0) return null;
  if (wanted.has('betreiberpartnerschaft')) wanted.add(OPERATOR);
  return (value) => wanted.has(value);
}
