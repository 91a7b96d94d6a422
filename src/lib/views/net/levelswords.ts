/** Länder and municipalities in words: the whole in two or three sentences, a cell in a line. Pure. */
import { CITY_STATES } from '../../domain/areas.ts';
import type { Level } from '../../domain/levels.ts';
import { formatList, formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { named } from '../labels.ts';
import { partnerMember } from '../ties.ts';
import type { Asked } from './lens.ts';

/** @param lands positions of the Länder there could be in the selection */
export function levelsSentence(
  asked: Asked,
  all: readonly Level[],
  lands: readonly number[]
): string {
  const { dataset, selection, locale } = asked;
  const say = { locale };
  const number = (value: number) => formatNumber(value, locale);
  const country = (position: number) => named(dataset.countries[position]!, locale);
  if (selection.rows.length === 0) return m.sentence_none({}, say);
  if (all.length === 0) return m.net_inland_only({}, say);
  const pairs = all.filter(({ own }) => own.length > 0);
  return [first(), ...matches(), ...misses()].join(' ');

  function first(): string {
    const count = new Set(pairs.flatMap(({ own }) => own)).size;
    if (count === 0) return m.net_levels_none({}, say);
    const has = new Set(pairs.map(({ land }) => land)).size;
    const of = lands
      .map((position) => dataset.laender[position]!)
      .filter(({ code }) => !CITY_STATES.includes(code));
    const shown = number(count);
    if (of.length === 1) return m.net_levels_sum_one({ count, shown, land: of[0]!.name }, say);
    const words = { count, shown, lands: number(has), of: number(of.length) };
    return m.net_levels_sum_up(words, say);
  }

  function matches(): string[] {
    if (pairs.length === 0) return [];
    const both = pairs.filter(({ state }) => state === 'both');
    const [top] = [...both].sort((a, b) => b.municipal.length - a.municipal.length);
    if (!top) return [m.net_levels_apart({}, say)];
    return [
      m.net_levels_both(
        {
          count: both.length,
          shown: number(both.length),
          pairs: number(pairs.length),
          // No line break inside "Baden-Württemberg".
          land: dataset.laender[top.land]!.name.replaceAll('-', '-\u2060'),
          country: country(top.country),
          most: number(top.municipal.length)
        },
        say
      )
    ];
  }

  /** As the rows below the line of the picture sum up. */
  function misses(): string[] {
    const own = new Set(pairs.map(({ country: at }) => at));
    const byCountry = new Map<number, Set<number>>();
    for (const { country: at, municipal } of all) {
      if (own.has(at)) continue;
      const rows = byCountry.get(at) ?? new Set();
      for (const row of municipal) rows.add(row);
      byCountry.set(at, rows);
    }
    const [top] = [...byCountry].sort((a, b) => b[1].size - a[1].size);
    if (!top) return [];
    const count = top[1].size;
    return [m.net_levels_municipal({ count, country: country(top[0]), shown: number(count) }, say)];
  }
}

/** What is recorded of a pair of Land and country. */
export const stateWords = {
  both: m.net_levels_state_both,
  land: m.net_levels_state_land,
  municipal: m.net_levels_state_municipal,
  city: m.net_levels_state_city
} as const;

/** What is recorded in a cell, with whom. */
export function wordsOf(asked: Asked, cell: Level): string {
  const { dataset, locale } = asked;
  const say = { locale };
  const number = (value: number) => formatNumber(value, locale);
  const within = cell.within.length;
  const partners = partnersOf(asked, cell);
  return [
    m.net_levels_cell(
      {
        land: dataset.laender[cell.land]!.name,
        country: named(dataset.countries[cell.country]!, locale),
        state: stateWords[cell.state]({}, say),
        own: number(cell.own.length),
        municipal: number(cell.municipal.length)
      },
      say
    ),
    ...(partners ? [m.net_levels_with({ names: partners }, say)] : []),
    ...(within > 0 ? [m.net_levels_framed({ shown: number(within) }, say)] : [])
  ].join('. ');
}

/** Partners of the Land itself, '' = none. */
export function partnersOf({ dataset, locale }: Asked, { partners }: Level): string {
  return formatList(
    partners.map((row) => partnerMember(dataset, row, locale).name),
    locale,
    'and'
  );
}
