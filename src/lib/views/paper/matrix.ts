/** The gap matrix in a paper: its table, what stands out in it, and the cell that was opened. */
import { gapMatrix, gapNames, type GapCell, type GapMatrix } from '../../domain/gaps.ts';
import type { GapMeasure } from '../../domain/gapaxes.ts';
import { STATES } from '../../domain/states.ts';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { localise } from '../../i18n/locale.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { DEFAULT_VIEW, serialise } from '../../url/codec.ts';
import type { Block, ChartBlock, TableBlock } from '../../report/paper.ts';
import { stateWords } from '../areawords.ts';
import { gapAxisWords, gapMeasureWords, gapValueWords } from '../gapwords.ts';
import { figuresAt, plain, present, textBlock, type Drafting } from './request.ts';

/** Columns of figures that an upright sheet has room for. */
const WIDE = 8;
const STRIKING = 6;
const NAMES = 20;

export function matrixBlocks(drafting: Drafting): Block[] {
  const { data, dataset, extras, parsed, gaps } = drafting;
  const { filters, view } = parsed;
  if (!gaps) return [];
  const matrix = gapMatrix(dataset, filters, view.gaps, { register: data.register, extras });
  if (!matrix) return [];
  return present([
    table(drafting, matrix),
    picture(drafting, matrix),
    striking(drafting, matrix),
    view.gaps.cell ? cell(drafting, matrix, view.gaps.cell) : null
  ]);
}

function words({ dataset, extras, locale }: Drafting) {
  return {
    axis: (side: GapMatrix['row']) => gapAxisWords[side.id]({}, { locale }),
    value: (side: GapMatrix['row'], id: string) =>
      gapValueWords({ dataset, extras }, side.id, id, locale)
  };
}

function table(drafting: Drafting, matrix: GapMatrix): TableBlock {
  const { parsed, locale } = drafting;
  const say = { locale };
  const { axis, value } = words(drafting);
  const { measure } = parsed.view.gaps;
  const wide = matrix.columns.filter(({ n }) => n > 0).length > WIDE;
  // Nobody is asked there: the filters leave that Land or size out.
  const asked = (totals: readonly GapCell[]) => (_: unknown, at: number) => totals[at]!.n > 0;
  const rows = matrix.row.values.map(({ id }, r) => ({ id, r })).filter(asked(matrix.rows));
  const columns = wide
    ? []
    : matrix.column.values.map(({ id }, c) => ({ id, c })).filter(asked(matrix.columns));
  const shown = (one: GapCell) => plain(cellWords(one, measure, locale));
  const named = { measure: gapMeasureWords[measure]({}, say), row: axis(matrix.row) };
  const number = (count: number) => formatNumber(count, locale);
  const known = (['row', 'column'] as const).flatMap((side) => {
    const told = matrix.known[side];
    if (!told || told.partnerships === told.of) return [];
    const counts = { known: number(told.partnerships), of: number(told.of) };
    return [m.paper_matrix_known({ ...counts, axis: axis(matrix[side]) }, say)];
  });
  return {
    kind: 'table',
    id: 'matrix',
    on: true,
    caption: wide
      ? m.paper_matrix_totals(named, say)
      : m.paper_matrix({ ...named, column: axis(matrix.column) }, say),
    address: figuresAt(drafting, '/luecken', { gaps: { ...parsed.view.gaps, cell: null } }),
    columns: [
      { title: axis(matrix.row), number: false },
      ...columns.map(({ id }) => ({ title: value(matrix.column, id), number: true })),
      { title: m.paper_matrix_all({}, say), number: true }
    ],
    rows: [
      ...rows.map(({ id, r }) => [
        plain(value(matrix.row, id)),
        ...columns.map(({ c }) => shown(matrix.cells[r]![c]!)),
        shown(matrix.rows[r]!)
      ]),
      [
        plain(m.paper_matrix_all({}, say)),
        ...columns.map(({ c }) => shown(matrix.columns[c]!)),
        shown(matrix.all)
      ]
    ],
    note: [
      ...known,
      ...(wide ? [m.paper_matrix_wide({}, say)] : []),
      ...(measure === 'anteil' ? [m.paper_matrix_note_share({}, say)] : []),
      ...(measure === 'je100000' || measure === 'einwohner'
        ? [m.paper_matrix_note_small({}, say)]
        : [])
    ].join(' ')
  };
}

/** The matrix as the gap page draws it; taken in where the table has room for totals only. */
function picture(drafting: Drafting, matrix: GapMatrix): ChartBlock {
  const { dataset, parsed, locale, title } = drafting;
  const { axis } = words(drafting);
  const gaps = { ...parsed.view.gaps, cell: null };
  const view = { ...DEFAULT_VIEW, snapshot: dataset.version, gaps };
  const caption = m.paper_matrix(
    {
      measure: gapMeasureWords[gaps.measure]({}, { locale }),
      row: axis(matrix.row),
      column: axis(matrix.column)
    },
    { locale }
  );
  const { states, n } = matrix.all;
  const number = (count: number) => formatNumber(count, locale);
  const all = m.paper_matrix_of({ match: number(states.match), n: number(n) }, { locale });
  return {
    kind: 'chart',
    id: 'bild-luecken',
    on: matrix.columns.filter((total) => total.n > 0).length > WIDE,
    caption,
    address: figuresAt(drafting, '/luecken', { gaps }),
    picture: localise(
      `/bild/luecken.png?${serialise(parsed.filters, view)}&breite=900&skala=2`,
      locale
    ),
    alt: m.paper_chart_alt(
      {
        caption: `${title}: ${caption}`,
        sentence: `${m.paper_matrix_all({}, { locale })}: ${all}. ${m.paper_matrix_note_share({}, { locale })}`
      },
      { locale }
    )
  };
}

function cellWords(cell: GapCell, measure: GapMeasure, locale: Drafting['locale']): string {
  const number = (value: number) => formatNumber(value, locale);
  if (cell.n === 0) return '–';
  switch (measure) {
    case 'anteil':
      return m.paper_matrix_of({ match: number(cell.states.match), n: number(cell.n) }, { locale });
    case 'partnerschaften':
      return number(cell.partnerships);
    case 'je100000':
      return cell.per100000 === null ? '–' : number(Math.round(cell.per100000 * 10) / 10);
    case 'einwohner':
      return cell.engagedShare === null ? '–' : formatShare(cell.engagedShare, locale);
  }
}

function striking(drafting: Drafting, matrix: GapMatrix): Block | null {
  const { locale } = drafting;
  const say = { locale };
  const { value } = words(drafting);
  const found = matrix.cells
    .flat()
    .filter(({ expected }) => expected?.striking === 'fewer')
    .sort((a, b) => (a.expected!.residual ?? 0) - (b.expected!.residual ?? 0))
    .slice(0, STRIKING);
  if (found.length === 0) return null;
  const list = found.map(({ row, column, expected }) =>
    m.paper_striking_cell(
      {
        row: value(matrix.row, row),
        column: value(matrix.column, column),
        observed: formatNumber(expected!.observed, locale),
        value: formatNumber(Math.round(expected!.value), locale)
      },
      say
    )
  );
  const text = m.paper_striking({ list: list.join('; ') }, say);
  return textBlock('auffaellig', m.paper_label_auffaellig({}, say), text);
}

function cell(
  drafting: Drafting,
  matrix: GapMatrix,
  asked: { row: string; column: string }
): Block | null {
  const { data, dataset, extras, parsed, locale } = drafting;
  const say = { locale };
  const context = { register: data.register, extras };
  const names = gapNames(dataset, parsed.filters, parsed.view.gaps, asked, context);
  const of = (list: GapCell[], key: 'row' | 'column') =>
    list.find((one) => one[key] === asked[key]);
  const counted =
    asked.row === 'alle'
      ? asked.column === 'alle'
        ? matrix.all
        : of(matrix.columns, 'column')
      : asked.column === 'alle'
        ? of(matrix.rows, 'row')
        : matrix.cells.flat().find((one) => one.row === asked.row && one.column === asked.column);
  if (!names || !counted) return null;
  const { value } = words(drafting);
  const number = (count: number) => formatNumber(count, locale);
  const where = `${value(matrix.row, asked.row)}, ${value(matrix.column, asked.column)}`;
  const { match } = counted.states;
  const counts = { count: match, match: number(match), n: number(counted.n) };
  const lists = STATES.flatMap((state) => {
    const all = names.states[state];
    if (all.length === 0) return [];
    const rest = all.length - NAMES;
    const shown = all.slice(0, NAMES).map(({ name }) => name);
    if (rest > 0) shown.push(m.paper_more({ count: rest, shown: number(rest) }, say));
    const title = `${stateWords[state]({}, say)} (${number(all.length)})`;
    return [`- ${m.paper_cell_names({ state: title, names: shown.join(', ') }, say)}`];
  });
  const text = [m.paper_cell({ ...counts, cell: where }, say), lists.join('\n')].join('\n\n');
  return textBlock('zelle', m.paper_label_zelle({}, say), text);
}
