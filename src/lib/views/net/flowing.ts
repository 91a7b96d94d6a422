/**
 * The flow by goals, grouped and named: what the picture draws and the table says.
 *
 * Contract: pure; only the strongest countries stand alone, the others are summed up in `rest`;
 * asked for all, each stands alone. Groups with recorded goals come first, most flags first.
 */
import { derived } from '../../domain/derived.ts';
import type { Filters } from '../../domain/filters.ts';
import { goalFlow, type GoalBand, type GoalFlow } from '../../domain/goalflow.ts';
import { SIZE_CLASSES } from '../../domain/model.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { named, sizeWords } from '../labels.ts';
import { NOWHERE, REST } from './crossed.ts';
import type { Asked } from './lens.ts';

/** Countries that stand alone. */
export const MOST = 18;
/** And of the others these, with the most partnerships without a goal. */
const MOST_BARE = 6;

export interface End {
  id: string;
  label: string;
  /** What asks for it; null = nothing does. */
  asks: Partial<Filters> | null;
  /** Recorded partnerships, each once, and flags. */
  rows: Set<number>;
  flags: number;
}

export interface Band {
  id: string;
  side: 'left' | 'right';
  end: End;
  /** 0 = none recorded. */
  goal: number;
  rows: number[];
  flags: number;
}

export interface Flowing {
  left: End[];
  right: End[];
  bands: Band[];
  sums: Pick<GoalFlow, 'known' | 'several' | 'none'>;
  /** Countries in `rest`, and countries in all. */
  rest: number;
  all: number;
}

type Group = Pick<End, 'id' | 'label' | 'asks'>;

export function flowing(asked: Asked, by: 'land' | 'groesse', right: 'region' | 'staat'): Flowing {
  const { dataset, selection, filters } = asked;
  const ours = by === 'land' ? landGroups(asked) : sizeGroups(asked);
  const theirs = right === 'region' ? regionGroups(asked) : countryGroups(asked);
  const flowTo = (rightOf: (partner: number) => number) =>
    goalFlow(dataset, selection, filters, ours.of, rightOf, theirs.groups.length);
  let flow = flowTo(theirs.of);
  const inland: Group = {
    id: 'inland',
    label: m.net_fluss_inland({}, { locale: asked.locale }),
    asks: null
  };
  const groups = [...theirs.groups, inland];
  const single = ends(groups, flow.right).filter((end) => end !== undefined);
  let rest: End[] = [];
  if (right === 'staat' && !asked.net.all && single.length > MOST + 1) {
    const bare = new Map<string, number>();
    for (const { end, goal, flags: own } of flow.right)
      if (goal === 0) bare.set(groups[end]!.id, own);
    const few = sorted(single).slice(MOST);
    const most = few.map(({ id }) => bare.get(id) ?? 0).sort((a, b) => b - a)[MOST_BARE] ?? 0;
    rest = few.filter(({ id }) => (bare.get(id) ?? 0) <= most);
    const sum: Group = {
      id: REST,
      label: m.net_rest({ count: rest.length }, { locale: asked.locale }),
      asks: rest.some(({ asks }) => asks === null)
        ? null
        : { countries: rest.flatMap(({ asks }) => asks!.countries!) }
    };
    const small = new Set(rest.map(({ id }) => id));
    groups.push(sum);
    const at = groups.map(({ id }, i) => (small.has(id) ? groups.length - 1 : i));
    flow = goalFlow(
      dataset,
      selection,
      filters,
      ours.of,
      (partner) => at[theirs.of(partner)]!,
      at[theirs.groups.length]!
    );
  }
  const left = ends(ours.groups, flow.left);
  const there = ends(groups, flow.right);
  const bandsOf = (side: 'left' | 'right', bands: GoalBand[], list: (End | undefined)[]) =>
    bands.map(({ end, goal, rows, flags }): Band => {
      const at = list[end]!;
      const word = side === 'left' ? 'von' : 'nach';
      return { id: `${word}-${at.id}-${goal || 'keine'}`, side, end: at, goal, rows, flags };
    });
  return {
    left: by === 'land' ? sorted(left) : recordedFirst(left),
    right: sorted(there),
    bands: [...bandsOf('left', flow.left, left), ...bandsOf('right', flow.right, there)],
    sums: flow,
    rest: rest.length,
    all: single.length
  };
}

/** Groups that occur, at their position. */
function ends(groups: Group[], bands: GoalBand[]): (End | undefined)[] {
  const found: (End | undefined)[] = groups.map(() => undefined);
  for (const { end, goal, rows, flags } of bands) {
    const own = (found[end] ??= { ...groups[end]!, rows: new Set(), flags: 0 });
    if (goal === 0) continue;
    own.flags += flags;
    for (const row of rows) own.rows.add(row);
  }
  return found;
}

/** Most flags first, the sum of the rest last among those with a goal. */
function sorted(list: (End | undefined)[]): End[] {
  const last = (end: End) => (end.id === REST ? 1 : 0);
  return recordedFirst(
    list.filter((end) => end !== undefined).sort((a, b) => last(a) - last(b) || b.flags - a.flags)
  );
}

function recordedFirst(list: (End | undefined)[]): End[] {
  const there = list.filter((end) => end !== undefined);
  return [...there.filter(({ flags }) => flags > 0), ...there.filter(({ flags }) => flags === 0)];
}

interface Grouping {
  groups: Group[];
  of: (row: number) => number;
}

function landGroups({ dataset }: Asked): Grouping {
  return {
    groups: dataset.laender.map(({ code, name }) => ({
      id: code,
      label: name,
      asks: { laender: [code] }
    })),
    of: (body) => dataset.authorities.land[body]!
  };
}

function sizeGroups({ dataset, locale }: Asked): Grouping {
  const { size } = derived(dataset);
  const say = { locale };
  const groups: Group[] = SIZE_CLASSES.map(({ id }) => ({
    id,
    label: sizeWords[id]({}, say),
    asks: { sizes: [id] }
  })).reverse();
  const last = SIZE_CLASSES.length - 1;
  groups.push({ id: 'andere', label: m.net_fluss_others({}, say), asks: null });
  return { groups, of: (body) => (size[body]! < 0 ? last + 1 : last - size[body]!) };
}

function regionGroups({ dataset, locale }: Asked): Grouping {
  const { region } = derived(dataset);
  const { regions, partners } = dataset;
  const groups: Group[] = regions.map((one) => ({
    id: one.code,
    label: named(one, locale),
    asks: { regions: [one.code] }
  }));
  groups.push({ id: NOWHERE, label: m.net_no_region({}, { locale }), asks: null });
  return {
    groups,
    of: (partner) => {
      const at = region[partners.country[partner]!]!;
      return at < 0 ? regions.length : at;
    }
  };
}

function countryGroups({ dataset, locale }: Asked): Grouping {
  return {
    groups: dataset.countries.map((country) => ({
      id: country.iso2,
      label: named(country, locale),
      asks: { countries: [country.iso2] }
    })),
    of: (partner) => dataset.partners.country[partner]!
  };
}
