/** Who cooperates with whom on which goal: Länder or sizes, goals, world regions or countries. */
import { coGoals } from '../../domain/cogoals.ts';
import type { Filters } from '../../domain/filters.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { linkToNet } from '../links.ts';
import { coverageSentence, wholeOf } from './coverage.ts';
import { REST } from './crossed.ts';
import { goalRows, sankeyOf } from './flowdrawing.ts';
import { flowing, MOST, type Band, type Flowing, type LeftBy, type RightBy } from './flowing.ts';
import type { Asked, Lens, LensView, NetTable, OptionGroup, Picked } from './lens.ts';
import { pickBase, pickedOf } from './picked.ts';
import { basisOptions, goalWords } from './ziele.ts';

export const fluss: Lens = { id: 'fluss', name: m.net_fluss, short: m.net_fluss_tab, build };

function build(asked: Asked): LensView {
  const { net, face } = asked;
  const by = net.left ?? 'land';
  const right = net.right ?? 'region';
  const data = flowing(asked, by, right);
  const empty = data.bands.length === 0;
  return {
    sentence: sentenceOf(asked, data),
    notes: notesOf(asked, data, right),
    options: [...optionsOf(asked, data, by, right), basisOptions(asked)],
    drawing: face === 'picture' && !empty ? sankeyOf(asked, data, by, right) : null,
    table: face === 'table' ? tableOf(asked, data) : null,
    picked: net.picked === null ? null : pickOf(asked, data, net.picked)
  };
}

function sentenceOf(asked: Asked, { bands, sums }: Flowing): string {
  const { locale, dataset } = asked;
  const say = { locale };
  const number = (value: number) => formatNumber(value, locale);
  const all = wholeOf(asked);
  if (all === 0) return m.sentence_none({}, say);
  const lead = coverageSentence(asked, sums.known, all);
  const most = (side: Band['side'], goal: number) =>
    bands
      .filter((band) => band.side === side && band.goal === goal)
      .sort((a, b) => rank(a) - rank(b) || b.flags - a.flags)[0];
  const rank = ({ end }: Band) => (end.id === REST ? 1 : 0);
  const goals = goalRows(bands);
  const [top] = [...goals].sort((a, b) => b[1].size - a[1].size);
  if (!top) return lead;
  return [
    lead,
    m.net_fluss_top(
      {
        goal: goalWords(dataset, top[0], locale),
        count: number(top[1].size),
        left: most('left', top[0])!.end.label,
        right: most('right', top[0])!.end.label
      },
      say
    )
  ].join(' ');
}

function notesOf(asked: Asked, { sums, bands, rest, restLeft }: Flowing, right: RightBy): string[] {
  const { dataset, selection, filters, locale } = asked;
  const say = { locale };
  const number = (value: number) => formatNumber(value, locale);
  const flags = bands.reduce(
    (sum, band) => sum + (band.side === 'left' && band.goal > 0 ? band.flags : 0),
    0
  );
  const { byRule } = coGoals(dataset, selection, filters);
  const hidden = sums.none === 0 ? wholeOf(asked) - sums.known : 0;
  return [
    ...(sums.known > 0
      ? [
          m.net_fluss_reading(
            { count: sums.known, known: number(sums.known), flags: number(flags) },
            say
          )
        ]
      : []),
    ...(hidden > 0 ? [m.net_fluss_hidden({ count: hidden, shown: number(hidden) }, say)] : []),
    ...(byRule > 0
      ? [m.net_ziele_rule({ count: number(byRule), all: number(sums.known) }, say)]
      : []),
    ...(restLeft > 0 ? [m.net_fluss_rest_bodies({ count: number(restLeft) }, say)] : []),
    ...(rest > 0 ? [m.net_fluss_rest({ count: rest }, say)] : []),
    ...(right === 'region' ? [m.net_staaten_m49({}, say)] : [])
  ];
}

function optionsOf(
  { here, net, locale }: Asked,
  { rest, all }: Flowing,
  by: LeftBy,
  right: RightBy
): OptionGroup[] {
  const say = { locale };
  const way = (label: string, change: Partial<typeof net>, current: boolean) => ({
    label,
    href: linkToNet(here, { ...change, picked: null }),
    current
  });
  const options: OptionGroup[] = [
    {
      label: m.net_left({}, say),
      choices: [
        way(m.net_left_land({}, say), { left: null }, by === 'land'),
        way(m.net_left_size({}, say), { left: 'groesse' }, by === 'groesse'),
        way(m.net_left_body({}, say), { left: 'kommune' }, by === 'kommune')
      ]
    },
    {
      label: m.net_right({}, say),
      choices: [
        way(m.net_right_region({}, say), { right: null }, right === 'region'),
        way(m.net_right_staat({}, say), { right: 'staat' }, right === 'staat')
      ]
    }
  ];
  if (rest > 0 || (net.all && right === 'staat' && all > MOST + 1))
    options.push({
      label: m.net_extent({}, say),
      choices: [
        way(
          m.net_extent_most({ count: rest > 0 ? all - rest : MOST }, say),
          { all: false },
          !net.all
        ),
        way(m.net_extent_all({ count: all }, say), { all: true }, net.all)
      ]
    });
  return options;
}

function wordsOf({ dataset, locale }: Asked, goal: number): string {
  return goal === 0 ? m.net_fluss_none({}, { locale }) : goalWords(dataset, goal, locale);
}

function tableOf(asked: Asked, { bands }: Flowing): NetTable {
  const say = { locale: asked.locale };
  const base = pickBase(asked);
  return {
    caption: m.net_fluss_title({}, say),
    columns: [
      { label: m.net_column_from({}, say), numeric: false },
      { label: m.net_column_to({}, say), numeric: false },
      { label: m.net_column_ties({}, say), numeric: true },
      { label: m.net_column_flags({}, say), numeric: true }
    ],
    rows: [...bands]
      .sort((a, b) => Number(a.goal === 0) - Number(b.goal === 0) || b.flags - a.flags)
      .map((band) => {
        const [end, goal] = [band.end.label, wordsOf(asked, band.goal)];
        return {
          id: band.id,
          cells: [
            ...(band.side === 'left' ? [end, goal] : [goal, end]),
            band.rows.length,
            band.flags
          ],
          href: base + band.id
        };
      })
  };
}

function pickOf(asked: Asked, { bands }: Flowing, id: string): Picked {
  const { filters, locale } = asked;
  const band = bands.find((one) => one.id === id);
  if (!band) return pickedOf(asked, id, m.net_picked_unknown({}, { locale }), [], null);
  const goal = wordsOf(asked, band.goal);
  const words = band.side === 'left' ? [band.end.label, goal] : [goal, band.end.label];
  // All of several goals are asked for already: each band is the same partnerships.
  const goals: Partial<Filters> =
    filters.goalsAll && filters.goals.length > 1
      ? {}
      : { goals: [band.goal || 'keine'], goalsAll: false };
  const { asks } = band.end;
  return pickedOf(asked, id, words.join(' – '), band.rows, asks && { ...asks, ...goals });
}
