/**
 * Länder and municipalities: which countries a Land has partners in, and its municipalities too.
 *
 * Contract: pure; countries with a partnership of a Land come first, then those with most municipal
 * ones. The cells of picture and table are the same.
 */
import { CITY_STATES } from '../../domain/areas.ts';
import { levels, type Level } from '../../domain/levels.ts';
import { collator, formatList, formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { named } from '../labels.ts';
import { linkToNet } from '../links.ts';
import type { LevelsDrawing } from './drawing.ts';
import { levelsSentence, partnersOf, stateWords, wordsOf } from './levelswords.ts';
import type { Asked, LensView, NetTable, OptionGroup, Picked } from './lens.ts';
import { pickBase, pickedOf } from './picked.ts';

/** Countries with municipal partnerships only that stand in the picture. */
const MOST = 8;

interface Row {
  id: string;
  label: string;
  cells: Level[];
  /** Different partnerships in it. */
  total: number;
  /** A Land has one of them. */
  own: boolean;
}

interface Found {
  all: Level[];
  /** Those shown. */
  rows: Row[];
  /** Countries not shown. */
  rest: number;
  /** Countries with municipal partnerships only. */
  municipal: number;
  /** Positions in `laender`. */
  columns: number[];
}

export function levelsView(asked: Asked): LensView {
  const { dataset, selection, net, face } = asked;
  const found = arranged(asked, levels(dataset, selection));
  const empty = found.rows.length === 0;
  return {
    sentence: levelsSentence(asked, found.all, found.columns),
    notes: empty ? [] : notesOf(asked, found),
    options: optionsOf(asked, found),
    drawing: face === 'picture' && !empty ? drawingOf(asked, found) : null,
    table: face === 'table' ? tableOf(asked, found) : null,
    picked: net.picked === null ? null : pickOf(asked, found, net.picked)
  };
}

function arranged({ dataset, filters, net, locale }: Asked, all: Level[]): Found {
  const byCountry = new Map<number, Level[]>();
  for (const level of all)
    byCountry.set(level.country, [...(byCountry.get(level.country) ?? []), level]);
  const { compare } = collator(locale);
  const rows = [...byCountry]
    .map(([country, cells]): Row => {
      const thing = dataset.countries[country]!;
      const own = cells.some((cell) => cell.own.length > 0);
      const total = new Set(cells.flatMap((cell) => cell.rows)).size;
      return { id: thing.iso2, label: named(thing, locale), cells, total, own };
    })
    .sort(
      (a, b) => Number(b.own) - Number(a.own) || b.total - a.total || compare(a.label, b.label)
    );
  const divide = rows.filter(({ own }) => own).length;
  const shown = net.all ? rows : rows.slice(0, divide + MOST);
  return {
    all,
    rows: shown,
    rest: rows.length - shown.length,
    municipal: rows.length - divide,
    columns: dataset.laender.flatMap(({ code }, position) =>
      filters.laender.length === 0 || filters.laender.includes(code) ? position : []
    )
  };
}

const idOf = ({ dataset }: Asked, { land, country }: Level) =>
  `${dataset.laender[land]!.code}.${dataset.countries[country]!.iso2}`;

function notesOf(asked: Asked, { all, rest, rows, columns }: Found): string[] {
  const { dataset, filters, locale } = asked;
  const say = { locale };
  const has = new Set(all.filter(({ own }) => own.length > 0).map(({ land }) => land));
  const without = columns
    .map((position) => ({ position, ...dataset.laender[position]! }))
    .filter(({ position, code }) => !has.has(position) && !CITY_STATES.includes(code))
    .map(({ name }) => name);
  const bodies = filters.sizes.length > 0 || filters.kreise.length > 0;
  const within = new Set(all.flatMap((level) => level.within)).size;
  return [
    ...(bodies ? [m.net_levels_filtered({}, say)] : []),
    ...(without.length > 0 && !bodies
      ? [m.net_levels_missing({ lands: formatList(without, locale, 'and') }, say)]
      : []),
    m.net_levels_reading({}, say),
    ...(has.size > 0 && rows.some(({ own }) => !own) ? [m.net_levels_divide({}, say)] : []),
    ...(rest > 0
      ? [m.net_levels_rest({ count: rest, shown: formatNumber(rest, locale) }, say)]
      : []),
    ...(within > 0
      ? [m.net_levels_within({ count: within, shown: formatNumber(within, locale) }, say)]
      : []),
    ...(all.some(({ state }) => state === 'city') ? [m.net_levels_city({}, say)] : [])
  ];
}

function optionsOf({ here, net, locale }: Asked, { rows, rest, municipal }: Found): OptionGroup[] {
  const say = { locale };
  if (municipal <= MOST) return [];
  const all = rows.length + rest;
  return [
    {
      label: m.net_extent({}, say),
      choices: [
        { label: m.net_extent_most({ count: all - municipal + MOST }, say), value: false },
        { label: m.net_extent_all({ count: all }, say), value: true }
      ].map(({ label, value }) => ({
        label,
        href: linkToNet(here, { all: value, picked: null }),
        current: value === net.all
      }))
    }
  ];
}

function drawingOf(asked: Asked, { rows, columns }: Found): LevelsDrawing {
  const { dataset, locale, net } = asked;
  const municipal = (cells: readonly Level[]) =>
    new Set(cells.flatMap((one) => one.municipal)).size;
  const shown = rows.flatMap(({ cells }) => cells);
  const own = rows.findIndex((row) => !row.own);
  return {
    kind: 'levels',
    title: m.net_levels_title({}, { locale }),
    pick: pickBase(asked),
    picked: net.picked,
    rows: rows.map(({ id, label, cells }) => ({ id, label, total: municipal(cells) })),
    columns: columns.map((position) => ({
      id: dataset.laender[position]!.code,
      label: dataset.laender[position]!.name,
      total: municipal(shown.filter(({ land }) => land === position))
    })),
    cells: rows.flatMap(({ cells }, row) =>
      cells.map((cell) => ({
        id: idOf(asked, cell),
        row,
        column: columns.indexOf(cell.land),
        partnerships: cell.rows.length,
        municipal: cell.municipal.length,
        own: cell.own.length,
        words: wordsOf(asked, cell)
      }))
    ),
    divide: Math.max(0, own)
  };
}

function tableOf(asked: Asked, { rows }: Found): NetTable {
  const { dataset, locale } = asked;
  const say = { locale };
  const base = pickBase(asked);
  const label = (text: string, numeric = false) => ({ label: text, numeric });
  return {
    caption: m.net_levels_title({}, say),
    columns: [
      label(m.column_country({}, say)),
      label(m.land({}, say)),
      label(m.net_levels_state({}, say)),
      label(m.net_levels_own({}, say), true),
      label(m.net_levels_of_municipal({}, say), true),
      label(m.net_column_ties({}, say), true),
      label(m.net_levels_partners({}, say))
    ],
    // What the Länder have comes first: it is little among much.
    rows: rows
      .flatMap(({ cells }) => cells)
      .sort(
        (a, b) =>
          Number(b.own.length > 0) - Number(a.own.length > 0) ||
          b.municipal.length - a.municipal.length
      )
      .map((cell) => ({
        id: idOf(asked, cell),
        cells: [
          named(dataset.countries[cell.country]!, locale),
          dataset.laender[cell.land]!.name,
          stateWords[cell.state]({}, say),
          cell.own.length,
          cell.municipal.length,
          cell.rows.length,
          cell.own.length > 0 ? partnersOf(asked, cell) : '–'
        ],
        href: base + idOf(asked, cell)
      }))
  };
}

function pickOf(asked: Asked, { rows }: Found, id: string): Picked {
  const { dataset, locale } = asked;
  const say = { locale };
  const cell = rows.flatMap(({ cells }) => cells).find((one) => idOf(asked, one) === id);
  if (!cell) return pickedOf(asked, id, m.net_picked_unknown({}, say), [], null);
  const country = dataset.countries[cell.country]!;
  const land = dataset.laender[cell.land]!;
  // The Land's own first: they are few among many.
  const own = new Set(cell.own);
  const ties = [...cell.own, ...cell.rows.filter((row) => !own.has(row))];
  return pickedOf(asked, id, `${land.name} – ${named(country, locale)}`, ties, {
    laender: [land.code],
    countries: [country.iso2]
  });
}
