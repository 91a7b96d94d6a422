/**
 * The dimensions a reader can filter by, as one list per side: their options, and which of them a
 * partnership or member has. A new dimension is one entry here and one line in `match.ts`.
 */
import { FLAG_OPERATOR, type Dataset } from './dataset.ts';
import { derived, FACTS_BIT, INITIATED, OPERATOR_BIT } from './derived.ts';
import type { Filters } from './filters.ts';
import { AUTHORITY, basesWanted, goalMask, goalsFit, goalsWanted, PARTNER, ROW } from './match.ts';
import { BASES, FORMS, GOALS, PROGRAMMES, SIZE_CLASSES, STATUSES } from './model.ts';

export interface Dimension {
  name: string;
  /** Its bit in the masks of `match.ts`. */
  bit: number;
  /** Options in the order shown. */
  values: readonly unknown[];
}

export interface RowDimension extends Dimension {
  /** Positions in `values` for which `select` would find the partnership. */
  options(row: number): readonly number[];
  /** Whether the partnership fits when nothing is asked of this dimension. */
  base(row: number): boolean;
  /** Whether its value is recorded. */
  known(row: number): boolean;
}

export interface MemberDimension extends Dimension {
  /** Position in `values` for a member; -1 = not known or none. */
  option(member: number): number;
  /** Position of an option every tie has ("asks for nothing"); -1 = there is none. */
  always: number;
}

const yes = () => true;

/** Lists of one position, made once: this is asked for every partnership and dimension. */
const SINGLE: readonly (readonly number[])[] = Array.from({ length: 512 }, (_, i) => [i]);
const single = (position: number): readonly number[] => SINGLE[position] ?? [position];
const BOTH: readonly number[] = [0, 1];

/** Positions of the set bits, ascending. */
function positions(mask: number): number[] {
  const found: number[] = [];
  for (let bit = 0; mask >>> bit !== 0; bit++) if (mask & (1 << bit)) found.push(bit);
  return found;
}

export function rowDimensions(dataset: Dataset, filters: Filters): RowDimension[] {
  const { partnerships: ties } = dataset;
  const own = derived(dataset);
  const want = goalsWanted(filters);
  const bases = basesWanted(filters);
  const everyBasis = BASES.map((_, k) => k);
  const asked = filters.goals.length > 0;
  const hasGoal = (row: number) => goalMask(dataset, everyBasis, row) !== 0;
  const decades = decadesOf(dataset);
  const noTopic = dataset.topics.length;
  const noGoal = GOALS.length;

  return [
    {
      name: 'goals',
      bit: ROW.goals,
      values: [...GOALS, 'keine'],
      options(row) {
        const mask = goalMask(dataset, bases, row);
        // Bit g is goal g, whose position is g - 1.
        if (!filters.goalsAll) return mask === 0 ? single(noGoal) : positions(mask >>> 1);
        const fits = (goal: number) => goalsFit(mask, want.mask | (1 << goal), want.none, true);
        const found = GOALS.filter(fits).map((goal) => goal - 1);
        return goalsFit(mask, want.mask, true, true) ? [...found, noGoal] : found;
      },
      base: yes,
      known: hasGoal
    },
    {
      name: 'bases',
      bit: ROW.goals,
      values: BASES,
      options: (row) =>
        everyBasis.filter((k) => {
          const mask = ties.goals[k]![row]!;
          return asked ? goalsFit(mask, want.mask, want.none, filters.goalsAll) : mask !== 0;
        }),
      base: yes,
      known: hasGoal
    },
    {
      name: 'forms',
      bit: ROW.forms,
      values: FORMS,
      options: (row) => single(ties.form[row]!),
      base: yes,
      known: (row) => ties.form[row] !== 0
    },
    {
      name: 'programmes',
      bit: ROW.programmes,
      values: [...PROGRAMMES, 'keine'],
      options(row) {
        const has = own.programmes[row]!;
        if (ties.flags[row]! & FLAG_OPERATOR) return positions(OPERATOR_BIT);
        return has === 0 ? single(PROGRAMMES.length) : positions(has);
      },
      base: (row) => !(ties.flags[row]! & FLAG_OPERATOR),
      known: (row) => own.programmes[row] !== 0
    },
    {
      name: 'statuses',
      bit: ROW.statuses,
      values: STATUSES,
      options: (row) => single(own.status[row]!),
      base: (row) => own.status[row] !== INITIATED,
      known: (row) => own.status[row] !== 0
    },
    {
      name: 'since',
      bit: ROW.since,
      values: [...decades, 'unbekannt'],
      options(row) {
        const year = ties.since[row]!;
        return single(year === 0 ? decades.length : decades.indexOf(year - (year % 10)));
      },
      base: yes,
      known: (row) => ties.since[row] !== 0
    },
    {
      name: 'topics',
      bit: ROW.topics,
      values: [...dataset.topics.map((topic) => topic.id), 'keine'],
      options(row) {
        const start = ties.topicStart[row]!;
        const end = ties.topicStart[row + 1]!;
        return start === end ? single(noTopic) : [...ties.topicList.subarray(start, end)];
      },
      base: yes,
      known: (row) => ties.topicStart[row] !== ties.topicStart[row + 1]
    },
    {
      name: 'evidence',
      bit: ROW.evidence,
      values: ['belegt', 'unbestaetigt'],
      options: (row) => single(ties.layers[row]! & FACTS_BIT ? 0 : 1),
      base: yes,
      known: yes
    },
    {
      name: 'inland',
      bit: ROW.inland,
      values: [false, true],
      options: (row) => (own.inland[row] ? single(1) : BOTH),
      base: (row) => !own.inland[row],
      known: yes
    }
  ];
}

/** Decades that occur, ascending, by first year. */
export function decadesOf(dataset: Dataset): number[] {
  const found = new Set<number>();
  for (const year of dataset.partnerships.since) if (year !== 0) found.add(year - (year % 10));
  return [...found].sort((a, b) => a - b);
}

export function authorityDimensions(dataset: Dataset): MemberDimension[] {
  const { authorities } = dataset;
  const { size, kreis } = derived(dataset);
  return [
    {
      name: 'laender',
      bit: AUTHORITY.laender,
      values: dataset.laender.map((land) => land.code),
      option: (member) => authorities.land[member]!,
      always: -1
    },
    {
      name: 'kreise',
      bit: AUTHORITY.kreise,
      values: dataset.kreise.map((k) => k.code),
      option: (member) => kreis[member]!,
      always: -1
    },
    {
      name: 'sizes',
      bit: AUTHORITY.sizes,
      values: SIZE_CLASSES.map((s) => s.id),
      option: (member) => size[member]!,
      always: -1
    }
  ];
}

export function partnerDimensions(dataset: Dataset): MemberDimension[] {
  const { partners, countries, regions } = dataset;
  const { region } = derived(dataset);
  return [
    {
      name: 'regions',
      bit: PARTNER.regions,
      values: regions.map((r) => r.code),
      option: (member) => region[partners.country[member]!]!,
      always: -1
    },
    {
      name: 'countries',
      bit: PARTNER.countries,
      values: countries.map((country) => country.iso2),
      option: (member) => partners.country[member]!,
      always: -1
    },
    {
      name: 'south',
      bit: PARTNER.south,
      values: [false, true],
      option: (member) => (countries[partners.country[member]!]!.oda ? 1 : -1),
      always: 0
    }
  ];
}
