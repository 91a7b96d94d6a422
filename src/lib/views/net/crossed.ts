/**
 * Länder against countries or world regions, counted and ordered: what matrix and chord draw and
 * their table says.
 *
 * Contract: pure; partners' side in rows, Länder in columns. Only the strongest rows stand alone, the
 * others are summed up in the last one; asked for all, every row stands alone.
 */
import { cross, type Crossing } from '../../domain/cross.ts';
import { derived } from '../../domain/derived.ts';
import { seriate } from '../../charts/seriation.ts';
import { collator } from '../../i18n/format.ts';
import { m } from '../../i18n/paraglide/messages.js';
import type { NetState } from '../../url/codec.ts';
import { denominatorOf } from '../atlas.ts';
import { named } from '../labels.ts';
import type { Axis, Cell } from './drawing.ts';
import { LAND_SHORT } from './landshort.ts';
import type { Asked } from './lens.ts';

/** Id of the row that sums up, and of the partners in no world region. */
export const REST = 'rest';
export const NOWHERE = 'ohne';

export interface Crossed {
  right: 'staat' | 'region';
  rows: Axis[];
  columns: Axis[];
  cells: (Cell & { ties: number[] })[];
  /** Codes behind the row that sums up; empty = there is none. */
  rest: string[];
  /** Number of rows there would be without it. */
  all: number;
}

/** @param most rows that stand alone */
export function crossed(asked: Asked, right: 'staat' | 'region', most: number): Crossed {
  const { dataset, selection, filters, locale } = asked;
  const { laender, countries, regions, partners, authorities } = dataset;
  const { region } = derived(dataset);
  const thing = (partner: number): number => {
    const country = partners.country[partner]!;
    if (right === 'staat') return country;
    return region[country]! < 0 ? regions.length : region[country]!;
  };
  const land = (body: number) => authorities.land[body]!;
  const lands = laender.flatMap(({ code }, position) =>
    filters.laender.length === 0 || filters.laender.includes(code) ? position : []
  );

  const single = cross(dataset, selection, () => 0, thing).sort(
    (a, b) => b.rows.length - a.rows.length || a.right - b.right
  );
  // A row for the sum of one would be longer than that one.
  const shown = asked.net.all || single.length <= most + 1 ? single : single.slice(0, most);
  const rest = single.slice(shown.length);
  const group = new Map<number, number>();
  for (const [i, { right: own }] of shown.entries()) group.set(own, i);
  for (const { right: own } of rest) group.set(own, shown.length);
  const rightOf = (partner: number) => group.get(thing(partner))!;

  const of = denominatorOf(dataset, filters);
  const axis = (id: string, label: string, short: string, cell: Crossing | undefined, n = of) => ({
    id,
    label,
    short,
    total: cell?.rows.length ?? 0,
    gemeinden: cell?.gemeinden ?? 0,
    of: n
  });
  const rows = shown.map((cell) => axis(codeOf(cell.right), nameOf(cell.right), '', cell));
  if (rest.length > 0) {
    const [sum] = cross(
      dataset,
      selection,
      () => 0,
      (partner) => (rightOf(partner) === shown.length ? 0 : -1)
    );
    rows.push(axis(REST, m.net_rest({ count: rest.length }, { locale }), '', sum));
  }
  const byLand = new Map(cross(dataset, selection, land, () => 0).map((cell) => [cell.left, cell]));
  const columns = lands.map((position) => {
    const { code, name } = laender[position]!;
    const n = denominatorOf(dataset, { ...filters, laender: [code] });
    return axis(code, name, LAND_SHORT[code] ?? code, byLand.get(position), n);
  });
  const cells = cross(dataset, selection, (body) => lands.indexOf(land(body)), rightOf);
  return { right, ...inOrder(), rest: rest.map((cell) => codeOf(cell.right)), all: single.length };

  function codeOf(position: number): string {
    return right === 'staat' ? countries[position]!.iso2 : (regions[position]?.code ?? NOWHERE);
  }
  function nameOf(position: number): string {
    const found = right === 'staat' ? countries[position] : regions[position];
    return found ? named(found, locale) : m.net_no_region({}, { locale });
  }

  /** Rows, columns and cells in the order that is asked for; the sum stays last. */
  function inOrder() {
    const alone = rows.slice(0, shown.length);
    const order = orders[asked.net.order ?? 'cluster'](alone, columns, cells, locale);
    if (rest.length > 0) order.rows.push(shown.length);
    const rowAt = places(order.rows);
    const columnAt = places(order.columns);
    return {
      rows: order.rows.map((position) => rows[position]!),
      columns: order.columns.map((position) => columns[position]!),
      cells: cells
        .map((cell) => ({
          id: `${columns[cell.left]!.id}.${rows[cell.right]!.id}`,
          row: rowAt[cell.right]!,
          column: columnAt[cell.left]!,
          partnerships: cell.rows.length,
          gemeinden: cell.gemeinden,
          ties: cell.rows
        }))
        .sort((a, b) => a.row - b.row || a.column - b.column)
    };
  }
}

type Ordering = (
  rows: Axis[],
  columns: Axis[],
  cells: Crossing[],
  locale: Asked['locale']
) => { rows: number[]; columns: number[] };

const orders: Record<NonNullable<NetState['order']>, Ordering> = {
  cluster(rows, columns, cells) {
    const counts = rows.map(() => columns.map(() => 0));
    for (const { left, right, rows: ties } of cells)
      if (counts[right]) counts[right][left] = ties.length;
    return seriate(counts);
  },
  name: (rows, columns, _, locale) => {
    const { compare } = collator(locale);
    return both(rows, columns, (a, b) => compare(a.label, b.label));
  },
  anzahl: (rows, columns) => both(rows, columns, (a, b) => b.total - a.total)
};

function both(rows: Axis[], columns: Axis[], compare: (a: Axis, b: Axis) => number) {
  const sorted = (list: Axis[]) =>
    list.map((_, i) => i).sort((a, b) => compare(list[a]!, list[b]!) || a - b);
  return { rows: sorted(rows), columns: sorted(columns) };
}

/** order[i] = what stands at i  ->  places[what] = where it stands. */
function places(order: number[]): number[] {
  const found: number[] = [];
  order.forEach((position, i) => (found[position] = i));
  return found;
}
