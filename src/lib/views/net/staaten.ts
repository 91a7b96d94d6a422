/** Which Land has partners where: Länder against countries or world regions, as matrix or chord. */
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/paraglide/messages.js';
import type { Filters } from '../../domain/filters.ts';
import { linkToNet } from '../links.ts';
import { crossed, NOWHERE, REST, type Crossed } from './crossed.ts';
import type { Drawing } from './drawing.ts';
import type { Asked, Lens, LensView, NetTable, OptionGroup, Picked } from './lens.ts';
import { pickBase, pickedOf } from './picked.ts';

/** Countries that stand alone: more than a screen holds helps nobody to compare. */
const MOST = { matrix: 25, chord: 16 };

type Figure = keyof typeof MOST;

export const staaten: Lens = { id: 'staaten', name: m.net_staaten, build };

function build(asked: Asked): LensView {
  const { net, face } = asked;
  const figure: Figure = net.figure === 'chord' ? 'chord' : 'matrix';
  // Bands to many small countries would be a hairball.
  const right = net.right ?? (figure === 'chord' ? 'region' : 'staat');
  const data = crossed(asked, right, MOST[figure]);
  const empty = data.cells.length === 0;
  return {
    sentence: sentenceOf(asked, data),
    notes: notesOf(asked, data, figure),
    hints: figure === 'chord' ? [m.net_chord_hint({}, { locale: asked.locale })] : [],
    options: optionsOf(asked, data, figure),
    drawing: face === 'picture' && !empty ? drawingOf(asked, data, figure) : null,
    table: face === 'table' ? tableOf(asked, data) : null,
    picked: net.picked === null ? null : pickOf(asked, data, net.picked)
  };
}

function drawingOf(asked: Asked, data: Crossed, kind: Figure): Drawing {
  const { right, rows, columns, cells, rest } = data;
  const say = { locale: asked.locale };
  return {
    kind,
    title: right === 'staat' ? m.net_staaten_title({}, say) : m.net_regionen_title({}, say),
    pick: pickBase(asked),
    picked: asked.net.picked,
    rows,
    columns,
    cells: cells.map(({ ties: _, ...cell }) => cell),
    rest: rest.length
  };
}

function sentenceOf({ selection, locale }: Asked, { cells, rows, columns }: Crossed): string {
  const say = { locale };
  const number = (value: number) => formatNumber(value, locale);
  const [first] = cells
    .filter((cell) => rows[cell.row]!.id !== REST)
    .sort((a, b) => b.partnerships - a.partnerships);
  const count = selection.rows.length;
  if (count === 0) return m.sentence_none({}, say);
  if (!first) return m.net_inland_only({}, say);
  const { of } = columns[first.column]!;
  return [
    m.net_staaten_sentence(
      {
        count,
        shown: number(count),
        countryCount: selection.countries,
        countries: number(selection.countries)
      },
      say
    ),
    m.net_staaten_strongest(
      {
        // No line break inside "Baden-Württemberg".
        land: columns[first.column]!.label.replaceAll('-', '-\u2060'),
        partner: rows[first.row]!.label,
        count: first.partnerships,
        shown: number(first.partnerships),
        gemeinden: gemeindenOf(first.gemeinden, of, locale)
      },
      say
    )
  ].join(' ');
}

/** "264 von 1.101 Gemeinden", or without the whole where that cannot be said. */
export function gemeindenOf(count: number, of: number | null, locale: Asked['locale']): string {
  const shown = formatNumber(count, locale);
  return of === null
    ? m.sentence_gemeinden({ count, shown }, { locale })
    : m.sentence_gemeinden_of({ of, shown, all: formatNumber(of, locale) }, { locale });
}

function notesOf(
  { selection, locale }: Asked,
  { cells, rest, right }: Crossed,
  figure: Figure
): string[] {
  const say = { locale };
  const sum = cells.reduce((total, cell) => total + cell.partnerships, 0);
  return [
    figure === 'chord' ? m.net_chord_reading({}, say) : m.net_staaten_reading({}, say),
    ...(rest.length > 0 ? [m.net_staaten_rest({ count: rest.length }, say)] : []),
    ...(sum > selection.rows.length ? [m.net_staaten_several({}, say)] : []),
    ...(right === 'region' ? [m.net_staaten_m49({}, say)] : [])
  ];
}

function optionsOf(
  { here, net, locale }: Asked,
  { right, rest, all }: Crossed,
  figure: Figure
): OptionGroup[] {
  const say = { locale };
  const order = net.order ?? 'cluster';
  const usual = figure === 'chord' ? 'region' : 'staat';
  const options: OptionGroup[] = [
    {
      label: m.net_figure({}, say),
      choices: [
        { value: 'matrix' as const, label: m.net_figure_matrix({}, say) },
        { value: 'chord' as const, label: m.net_figure_chord({}, say) }
      ].map(({ value, label }) => ({
        label,
        href: linkToNet(here, {
          figure: value === 'matrix' ? null : value,
          right: null,
          all: false,
          picked: null
        }),
        current: value === figure
      }))
    },
    {
      label: m.net_right({}, say),
      choices: [
        { value: 'staat' as const, label: m.net_right_staat({}, say) },
        { value: 'region' as const, label: m.net_right_region({}, say) }
      ].map(({ value, label }) => ({
        label,
        href: linkToNet(here, { right: value === usual ? null : value, picked: null }),
        current: value === right
      }))
    },
    {
      label: m.net_order({}, say),
      choices: [
        { value: 'cluster' as const, label: m.net_order_cluster({}, say) },
        { value: 'anzahl' as const, label: m.net_order_anzahl({}, say) },
        { value: 'name' as const, label: m.net_order_name({}, say) }
      ].map(({ value, label }) => ({
        label,
        href: linkToNet(here, { order: value === 'cluster' ? null : value }),
        current: value === order
      }))
    }
  ];
  if (rest.length > 0 || (net.all && all > MOST[figure] + 1))
    options.push({
      label: m.net_extent({}, say),
      choices: [
        { label: m.net_extent_most({ count: MOST[figure] }, say), all: false },
        { label: m.net_extent_all({ count: all }, say), all: true }
      ].map(({ label, all: value }) => ({
        label,
        href: linkToNet(here, { all: value, picked: null }),
        current: value === net.all
      }))
    });
  return options;
}

function tableOf(asked: Asked, { right, rows, columns, cells }: Crossed): NetTable {
  const say = { locale: asked.locale };
  const base = pickBase(asked);
  const label = (text: string, numeric = false) => ({ label: text, numeric });
  return {
    caption: right === 'staat' ? m.net_staaten_title({}, say) : m.net_regionen_title({}, say),
    columns: [
      label(right === 'staat' ? m.column_country({}, say) : m.region({}, say)),
      label(m.land({}, say)),
      label(m.net_column_ties({}, say), true),
      label(m.net_column_gemeinden({}, say), true),
      label(m.net_column_of({}, say), true)
    ],
    rows: [...cells]
      .sort((a, b) => b.partnerships - a.partnerships || a.row - b.row || a.column - b.column)
      .map(({ id, row, column, partnerships, gemeinden }) => ({
        id,
        cells: [
          rows[row]!.label,
          columns[column]!.label,
          partnerships,
          gemeinden,
          columns[column]!.of
        ],
        href: `${base}${id}`
      }))
  };
}

function pickOf(asked: Asked, data: Crossed, id: string): Picked {
  const cell = data.cells.find((one) => one.id === id);
  if (!cell)
    return pickedOf(asked, id, m.net_picked_unknown({}, { locale: asked.locale }), [], null);
  const land = data.columns[cell.column]!;
  const partner = data.rows[cell.row]!;
  return pickedOf(asked, id, `${land.label} – ${partner.label}`, cell.ties, {
    laender: [land.id],
    ...partnerFilter(asked, data, partner.id)
  });
}

/** The filter that gives a row's partnerships. */
function partnerFilter(
  { dataset, filters }: Asked,
  { right, rest }: Crossed,
  id: string
): Partial<Filters> {
  if (right === 'staat') return { countries: id === REST ? rest : [id] };
  if (id !== NOWHERE) return { regions: [id] };
  const asked = (iso2: string) =>
    filters.countries.length === 0 || filters.countries.includes(iso2);
  return {
    countries: dataset.countries
      .filter(({ iso2, region }) => region === '' && asked(iso2))
      .map(({ iso2 }) => iso2)
  };
}
