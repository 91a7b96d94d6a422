/**
 * The flow by goals, grouped and named: what the picture draws and the table says.
 *
 * Contract: pure; only the strongest countries stand alone, the others are summed up in `rest`;
 * asked for all, each stands alone. Municipalities and other bodies likewise where they are many.
 * Groups with recorded goals come first, most flags first.
 */
import { derived } from '../../domain/derived.ts';
import type { Filters } from '../../domain/filters.ts';
import { goalFlow, type GoalBand, type GoalFlow } from '../../domain/goalflow.ts';
import { SIZE_CLASSES } from '../../domain/model.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { named, sizeWords } from '../labels.ts';
import { NOWHERE, REST } from './crossed.ts';
import type { Asked } from './lens.ts';

/** Countries that stand alone. */
export const MOST = 18;
/** And of the others these, with the most partnerships without a goal. */
const MOST_BARE = 6;
/** Bodies that all stand alone. */
const FITTING = 25;

export interface End {
  id: string;
  label: string;
  /** What asks for it; null = nothing does. */
  asks: Partial<Filters> | null;
  /** Recorded partnerships, each once, and flags. */
  rows: Set<number>;
  flags: number;
}

type Group = Pick<End, 'id' | 'label' | 'asks'>;

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
  /** Bodies summed up on the German side. */
  restLeft: number;
  /** Countries summed up, and countries in all. */
  rest: number;
  all: number;
}

/** What stands for the two sides. */
export type LeftBy = 'land' | 'groesse' | 'kommune';
export type RightBy = 'region' | 'staat';

export function flowing(asked: Asked, by: LeftBy, right: RightBy): Flowing {
  const { dataset, selection, filters, locale } = asked;
  const say = { locale };
  const ours = { land: landGroups, groesse: sizeGroups, kommune: bodyGroups }[by](asked);
  const theirs = right === 'region' ? regionGroups(asked) : countryGroups(asked);
  const inland: Group = { id: 'inland', label: m.net_fluss_inland({}, say), asks: null };
  const singleLeft = ours.groups;
  const singleRight = [...theirs.groups, inland];
  const away = singleRight.length - 1;
  const flowOf = (leftAt: readonly number[] | null, rightAt: readonly number[] | null) =>
    goalFlow(
      dataset,
      selection,
      filters,
      (body) => leftAt?.[ours.of(body)] ?? ours.of(body),
      (partner) => rightAt?.[theirs.of(partner)] ?? theirs.of(partner),
      rightAt?.[away] ?? away
    );
  const single = flowOf(null, null);
  const all = {
    left: ends(singleLeft, single.left).filter((end) => end !== undefined),
    right: ends(singleRight, single.right).filter((end) => end !== undefined)
  };
  const folded = {
    left:
      by === 'kommune' && all.left.length > FITTING
        ? fold(singleLeft, all.left, single.left, {
            label: (count) => m.net_rest_bodies({ count: formatNumber(count, locale) }, say),
            keep: asked.here.view.place
          })
        : null,
    right:
      right === 'staat' && !asked.net.all && all.right.length > MOST + 1
        ? fold(singleRight, all.right, single.right, {
            label: (count) => m.net_rest({ count }, say),
            keep: null
          })
        : null
  };
  const flow =
    folded.left || folded.right
      ? flowOf(folded.left?.at ?? null, folded.right?.at ?? null)
      : single;
  const left = ends(folded.left?.groups ?? singleLeft, flow.left);
  const there = ends(folded.right?.groups ?? singleRight, flow.right);
  const bandsOf = (side: 'left' | 'right', bands: GoalBand[], list: (End | undefined)[]) =>
    bands.map(({ end, goal, rows, flags }): Band => {
      const at = list[end]!;
      const word = side === 'left' ? 'von' : 'nach';
      return { id: `${word}-${at.id}-${goal || 'keine'}`, side, end: at, goal, rows, flags };
    });
  return {
    left: by === 'groesse' ? recordedFirst(left) : sorted(left),
    right: sorted(there),
    bands: [...bandsOf('left', flow.left, left), ...bandsOf('right', flow.right, there)],
    sums: flow,
    restLeft: folded.left?.rest ?? 0,
    rest: folded.right?.rest ?? 0,
    all: all.right.length
  };
}

interface Folded {
  groups: Group[];
  /** New position of every group. */
  at: number[];
  /** Groups summed up. */
  rest: number;
}

/** The strongest stand alone, of the others those with most partnerships without a goal, and `keep`. */
function fold(
  groups: Group[],
  occurring: End[],
  bands: GoalBand[],
  { label, keep }: { label: (count: number) => string; keep: string | null }
): Folded {
  const bare = new Map<string, number>();
  for (const { end, goal, flags } of bands) if (goal === 0) bare.set(groups[end]!.id, flags);
  const few = sorted(occurring).filter(({ id }, i) => i >= MOST && id !== keep);
  const most = few.map(({ id }) => bare.get(id) ?? 0).sort((a, b) => b - a)[MOST_BARE] ?? 0;
  const rest = few.filter(({ id }) => (bare.get(id) ?? 0) <= most);
  const small = new Set(rest.map(({ id }) => id));
  const sum: Group = {
    id: REST,
    label: label(rest.length),
    asks: rest.some(({ asks }) => !asks?.countries)
      ? null
      : { countries: rest.flatMap(({ asks }) => asks!.countries!) }
  };
  return {
    groups: [...groups, sum],
    at: groups.map(({ id }, i) => (small.has(id) ? groups.length : i)),
    rest: rest.length
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

/** Each body by itself; no filter asks for one, its page does. */
function bodyGroups({ dataset }: Asked): Grouping {
  const { id, name } = dataset.authorities;
  return {
    groups: id.map((own, row) => ({ id: own, label: name[row]!, asks: null })),
    of: (body) => body
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
