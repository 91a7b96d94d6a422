/**
 * The view model of the gap page for one address: what is seen, how much of it is known, the matrix
 * or its table, the opened cell.
 *
 * Contract: pure and plain, like `buildAtlas`. Without register and extras (they come late in the
 * browser) numbers of inhabitants and networks are missing; `partial` says so.
 */
import { THIN } from '../../domain/areashade.ts';
import { gapMatrix, type GapMatrix } from '../../domain/gaps.ts';
import { select, type Selection } from '../../domain/selection.ts';
import { formatNumber, shareNote } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { m } from '../../i18n/paraglide/messages.js';
import type { GapState, Parsed } from '../../url/codec.ts';
import { areasSentence } from '../areawords.ts';
import { buildAtlas, type Atlas, type Data } from '../atlas.ts';
import { gapAxisWords, gapValueWords } from '../gapwords.ts';
import { linkToGaps, type Here } from '../links.ts';
import type { NetTable } from '../net/lens.ts';
import { legendKeys, type Key } from './legend.ts';
import { gridOf, type Grid, type Mark } from './marks.ts';
import { openedOf, type Opened } from './opened.ts';
import { presetsOf, type GapPreset } from './presets.ts';
import { tableOf } from './table.ts';
import { nameOf, tellOf } from './words.ts';

export interface Gaps {
  atlas: Atlas;
  question: GapState;
  title: string;
  sentence: string;
  presets: GapPreset[];
  /** null in the table view, or where there is nothing to draw. */
  grid: Grid | null;
  legend: Key[];
  /** One cell in words, as an example. */
  reading: string;
  table: NetTable | null;
  opened: Opened | null;
  /** Address of an opened cell, up to its id. */
  pick: string;
  /** Why there is no matrix. */
  nothing: string | null;
  /** What is asked needs data that is not here yet. */
  partial: boolean;
}

/** @param selection where the caller has it already */
export function buildGaps(
  data: Data,
  parsed: Parsed,
  locale: Locale,
  selection: Selection = select(data.dataset, parsed.filters)
): Gaps {
  const { filters, view } = parsed;
  const { gaps } = view;
  const context = { register: data.register, extras: data.details?.extras ?? null };
  const matrix = gapMatrix(data.dataset, filters, gaps, context);
  const here: Here = { filters, view, locale, page: '/luecken' };
  const words = { dataset: data.dataset, extras: context.extras };
  const label = (side: 'row' | 'column', id: string) =>
    gapValueWords(words, gaps[side], id, locale);
  const opened = matrix && openedOf(data, matrix, here, label);
  const partial = needs(gaps) && (!context.register || !context.extras);
  const known = gaps.cell && matrix && !opened && !partial ? withIssue(parsed, gaps.cell) : parsed;
  const atlas = buildAtlas(data, known, locale, selection, '/luecken');
  const title = gapTitle(atlas.title, gaps, locale);
  const drawn = matrix && matrix.all.n > 0 && matrix.cells.length > 0 ? matrix : null;
  const pick = linkToGaps(here, { cell: { row: '', column: '' } }).replace(/~$/, '');
  const table = view.view === 'tabelle';
  const grid = drawn && !table ? gridOf(data, drawn, gaps.measure, locale) : null;
  return {
    atlas,
    question: gaps,
    title,
    sentence: matrix ? sentencesOf(matrix, parsed, locale).join(' ') : '',
    presets: presetsOf(here),
    grid,
    legend: grid ? legendKeys(grid, gaps.measure, locale) : [],
    reading: grid ? readingOf(grid, gaps, locale) : '',
    table: drawn && table ? tableOf(drawn, pick, title, label, locale) : null,
    opened,
    pick,
    nothing: drawn ? null : nothingOf(matrix, partial, locale),
    partial
  };
}

/** What needs the register, or what is recorded beside partnerships. */
export const needs = ({ row, column, measure, cell }: GapState): boolean =>
  cell !== null ||
  row === 'netzwerk' ||
  column === 'netzwerk' ||
  measure === 'je100000' ||
  measure === 'einwohner';

function withIssue(parsed: Parsed, { row, column }: { row: string; column: string }): Parsed {
  const issue = { parameter: 'zelle', value: `${row}~${column}`, reason: 'unknown_value' } as const;
  return { ...parsed, issues: [...parsed.issues, issue] };
}

function nothingOf(matrix: GapMatrix | null, partial: boolean, locale: Locale): string {
  if (matrix) return m.areas_nobody({}, { locale });
  return (partial ? m.gap_people_loading : m.gap_no_denominator)({}, { locale });
}

/** "Kommunale Partnerschaften nach Land und Weltregion" */
export function gapTitle(base: string, { row, column }: GapState, locale: Locale): string {
  const axis = (id: GapState['row']) => inSentence(gapAxisWords[id]({}, { locale }), locale);
  return m.gap_title({ title: base, row: axis(row), column: axis(column) }, { locale });
}

/** English writes what is no name in small letters. */
const inSentence = (words: string, locale: Locale): string =>
  locale === 'en' && !words.startsWith('SDG') ? words[0]!.toLowerCase() + words.slice(1) : words;

/** What is hardly recorded comes first, then how much is recorded at all, then what stands out. */
function sentencesOf(matrix: GapMatrix, { filters, view }: Parsed, locale: Locale): string[] {
  const say = { locale };
  const number = (value: number) => formatNumber(value, locale);
  const { n, states, rate, upper, coverage } = matrix.all;
  const shares =
    rate === null || upper === null || coverage === null ? null : { rate, upper, coverage };
  const hardly = (['row', 'column'] as const).flatMap((side) => {
    const known = matrix.known[side];
    if (!known || known.of === 0 || known.partnerships / known.of >= THIN) return [];
    return m.gap_hardly(
      {
        axis: gapAxisWords[view.gaps[side]]({}, say),
        known: number(known.partnerships),
        all: number(known.of),
        share: shareNote(known.partnerships, known.of, locale)
      },
      say
    );
  });
  const judged = matrix.cells.flat().filter(({ expected }) => expected !== null);
  const count = (kind: 'fewer' | 'more') =>
    judged.filter(({ expected }) => expected!.striking === kind).length;
  const [fewer, more] = [count('fewer'), count('more')];
  return [
    ...hardly,
    ...(hardly.length > 0 ? [m.gap_hardly_note({}, say)] : []),
    areasSentence({ missing: false, n, counts: states, shares }, filters, locale),
    ...strikingWords(
      { fewer: number(fewer), more: number(more), all: number(judged.length) },
      locale
    )
  ];
}

/** What does not occur is not said. */
function strikingWords(inputs: Record<'fewer' | 'more' | 'all', string>, locale: Locale): string[] {
  const say = { locale };
  const [fewer, more] = [inputs.fewer !== '0', inputs.more !== '0'];
  if (fewer && more) return [m.gap_striking(inputs, say)];
  if (fewer) return [m.gap_striking_fewer(inputs, say)];
  return more ? [m.gap_striking_more(inputs, say)] : [];
}

/** The cell that differs most from what is expected; else the fullest. */
function readingOf({ marks, rows, columns }: Grid, { measure }: GapState, locale: Locale): string {
  const inside = marks.filter(
    ({ row, column, match, shade }) =>
      row < rows.length - 1 && column < columns.length - 1 && match > 0 && shade !== 'unknown'
  );
  const weight = ({ expected, match }: Mark) =>
    expected?.striking ? 1e9 + Math.abs(expected.observed - expected.value) : match;
  const best = inside.reduce<Mark | null>(
    (found, mark) => (found && weight(found) >= weight(mark) ? found : mark),
    null
  );
  if (!best) return '';
  const name = nameOf(best, rows[best.row]!, columns[best.column]!, measure, locale);
  return m.gap_reading({ words: `${tellOf(best, name, locale)}.` }, { locale });
}
