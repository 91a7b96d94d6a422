/** The flow by goals as what its picture draws. Pure. */
import type { Filters } from '../../domain/filters.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { goalWords } from '../labels.ts';
import { linkTo } from '../links.ts';
import type { FlowNode, SankeyDrawing } from './drawing.ts';
import type { Band, End, Flowing, LeftBy, RightBy } from './flowing.ts';
import { REST } from './crossed.ts';
import { LAND_SHORT } from './landshort.ts';
import type { Asked } from './lens.ts';
import { pickBase } from './picked.ts';

const LEFT_HEADS = {
  land: m.net_left_land,
  groesse: m.net_left_size,
  kommune: m.net_left_body
};

/** @param times how often as high as the picture the strip below would be in the scale of the picture */
export function scaleWords(times: number, locale: Locale): string {
  const say = { locale };
  // Next to one, a number says nothing: only that the scales differ.
  if (times < 1.5) return m.net_fluss_scale_own({}, say);
  return m.net_fluss_scale({ times: formatNumber(Math.round(times), locale) }, say);
}

/** Partnerships of each goal, each once. */
export function goalRows(bands: Band[]): Map<number, Set<number>> {
  const found = new Map<number, Set<number>>();
  for (const { side, goal, rows } of bands) {
    if (side !== 'left' || goal === 0) continue;
    const own = found.get(goal) ?? new Set<number>();
    for (const row of rows) own.add(row);
    found.set(goal, own);
  }
  return found;
}

export function sankeyOf(asked: Asked, data: Flowing, by: LeftBy, right: RightBy): SankeyDrawing {
  const { filters, locale } = asked;
  const say = { locale };
  const goals = [...goalRows(data.bands)].sort(([a], [b]) => a - b);
  const goalAt = new Map(goals.map(([goal], i) => [goal, i]));
  const node = (end: End) => nodeOf(asked, end, end.asks, end.rows.size, end.flags);
  const body = (end: End) =>
    by === 'kommune' && end.id !== REST ? { ...node(end), ...placeOf(asked, end.id) } : node(end);
  return {
    kind: 'sankey',
    title: m.net_fluss_title({}, say),
    pick: pickBase(asked),
    picked: asked.net.picked,
    heads: [
      LEFT_HEADS[by]({}, say),
      m.net_column_goal({}, say),
      right === 'region' ? m.net_right_region({}, say) : m.net_right_staat({}, say)
    ],
    left: data.left.map(body),
    right: data.right.map(node),
    goals: goals.map(([goal, rows]) => ({
      ...nodeOf(
        asked,
        { id: String(goal), label: goalWords[goal - 1]!({}, say) },
        filters.goals.length > 1 && filters.goalsAll ? null : { goals: [goal], goalsAll: false },
        rows.size,
        sumOf(data.bands.filter((band) => band.side === 'left' && band.goal === goal))
      ),
      goal
    })),
    cells: data.bands.map(({ id, side, end, goal, rows, flags }) => ({
      id,
      side,
      end: data[side].indexOf(end),
      goal: goalAt.get(goal) ?? -1,
      partnerships: rows.length,
      flags
    })),
    none: data.sums.none
  };
}

const sumOf = (bands: Band[]) => bands.reduce((sum, { flags }) => sum + flags, 0);

/** A body leads to its own page beside the picture, and from there back. */
function placeOf({ here }: Asked, id: string): Pick<FlowNode, 'href' | 'current' | 'opens'> {
  const current = here.view.place === id;
  const net = { ...here.view.net, picked: null };
  return { href: linkTo(here, {}, { place: current ? null : id, net }), current, opens: true };
}

/** A node filters the page by itself; where it already does, it takes that back. */
function nodeOf(
  { filters, here }: Asked,
  { id, label }: { id: string; label: string },
  asks: Partial<Filters> | null,
  partnerships: number,
  flags: number
): FlowNode {
  const keys = Object.keys(asks ?? {}) as (keyof Filters)[];
  const current =
    asks !== null &&
    keys.every((key) => JSON.stringify(asks[key]) === JSON.stringify(filters[key]));
  const back = Object.fromEntries(keys.map((key) => [key, key === 'goalsAll' ? false : []]));
  const net = { ...here.view.net, picked: null };
  const href = asks && linkTo(here, current ? back : asks, { net });
  const short = LAND_SHORT[asks?.laender?.[0] ?? ''] ?? (asks?.countries?.length === 1 ? id : '');
  return { id, label, short, partnerships, flags, href, current, opens: false };
}
