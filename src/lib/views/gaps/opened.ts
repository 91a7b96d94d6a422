/**
 * The opened cell: its numbers in sentences, the same selection elsewhere, names by state.
 *
 * Contract: pure and plain. Lists are cut (`FIRST` names each); the file behind `csv` has them all.
 */
import { gapNames, type GapCell, type GapMatrix } from '../../domain/gaps.ts';
import type { Filters } from '../../domain/filters.ts';
import type { Form, Programme, SizeClass } from '../../domain/model.ts';
import { STATES, type State } from '../../domain/states.ts';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { localise, type Locale } from '../../i18n/locale.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { DEFAULT_NET, DEFAULT_VIEW, serialise } from '../../url/codec.ts';
import { stateWords, upperWords } from '../areawords.ts';
import type { Data } from '../atlas.ts';
import { linkToGaps, linkToLens, linkToMap, type Here } from '../links.ts';
import { formatExpected, verdictOf } from './words.ts';

export interface NameList {
  state: State;
  words: string;
  /** As counted; the list may be shorter. */
  count: number;
  names: { id: string; name: string; where: string }[];
}

export interface Opened {
  /** `zelle=` */
  id: string;
  title: string;
  sentences: string[];
  lists: NameList[];
  /** The names of bodies without any record are here. */
  complete: boolean;
  /** The same selection elsewhere; null where filters cannot say it. */
  elsewhere: { map: string; table: string; net: string } | null;
  csv: string;
  without: string;
}

/** Names listed per state. */
export const FIRST = 60;

/** @returns null where the matrix has no such cell */
export function openedOf(
  data: Data,
  matrix: GapMatrix,
  here: Here,
  label: (side: 'row' | 'column', id: string) => string
): Opened | null {
  const { gaps } = here.view;
  const cell = gaps.cell && cellAt(matrix, gaps.cell);
  if (!cell) return null;
  const { dataset, register, details } = data;
  const context = { register, extras: details?.extras ?? null };
  const found = gapNames(dataset, here.filters, gaps, gaps.cell!, context);
  const kreise = new Map(dataset.kreise.map(({ code, name }) => [code, name]));
  const filters = [filtersAt(gaps.row, cell.row, here), filtersAt(gaps.column, cell.column, here)];
  const [row, column] = filters;
  const there = row && column ? { ...here, filters: { ...here.filters, ...row, ...column } } : null;
  const query = serialise(here.filters, {
    ...DEFAULT_VIEW,
    snapshot: here.view.snapshot,
    gaps: { ...gaps, measure: 'anteil' }
  });
  const more = here.locale === 'de' ? '&trennzeichen=semikolon' : '';
  return {
    id: `${cell.row}~${cell.column}`,
    title: m.gap_opened(
      { row: label('row', cell.row), column: label('column', cell.column) },
      { locale: here.locale }
    ),
    sentences: sentencesOf(cell, here.locale),
    lists: STATES.filter((state) => cell.states[state] > 0).map((state) => ({
      state,
      words: stateWords[state]({}, { locale: here.locale }),
      count: cell.states[state],
      names: (found?.states[state] ?? []).slice(0, FIRST).map(({ id, name, kreis }) => {
        const where = kreise.get(kreis)?.replace(/, .*$/, '') ?? '';
        return { id, name, where: where === name ? '' : where };
      })
    })),
    complete: found?.complete ?? false,
    elsewhere: there && {
      map: linkToMap(there, { place: null }),
      table: linkToMap(there, { place: null, view: 'tabelle' }),
      net: linkToLens({ ...there, view: { ...there.view, place: null } }, DEFAULT_NET.lens)
    },
    csv: localise(`/api/v1/gapnames.csv?${query}${more}`, here.locale),
    without: linkToGaps(here, { cell: null })
  };
}

export function cellAt(
  { row, column, cells, rows, columns, all }: GapMatrix,
  cell: { row: string; column: string }
): GapCell | null {
  const at = (axis: GapMatrix['row'], id: string) =>
    id === 'alle' ? axis.values.length : axis.values.findIndex((value) => value.id === id);
  const [r, c] = [at(row, cell.row), at(column, cell.column)];
  if (r < 0 || c < 0) return null;
  if (r === cells.length) return c === columns.length ? all : columns[c]!;
  return c === columns.length ? rows[r]! : cells[r]![c]!;
}

/** What to ask the filters for a position; null = they cannot say it. */
function filtersAt(axis: string, id: string, { filters }: Here): Partial<Filters> | null {
  if (id === 'alle') return {};
  switch (axis) {
    case 'sdg': {
      const goal = id === 'keine' ? ('keine' as const) : Number(id);
      return { goals: filters.goalsAll ? [...new Set([...filters.goals, goal])] : [goal] };
    }
    case 'land':
      return { laender: [id] };
    case 'groesse':
      return { sizes: [id as SizeClass] };
    case 'region':
      return /^\d+$/.test(id) ? { regions: [id] } : null;
    case 'gruppe':
      return id === 'oda' ? { south: true } : null;
    case 'form':
      return { forms: [id as Form] };
    case 'programm':
      return { programmes: [id as Programme] };
    default:
      return null;
  }
}

function sentencesOf(cell: GapCell, locale: Locale): string[] {
  const say = { locale };
  const number = (value: number) => formatNumber(value, locale);
  const { n, states, rate, upper, coverage, partnerships, expected } = cell;
  if (n === 0) return [m.gap_opened_nobody({}, say)];
  const share = rate === null ? '' : ` (${formatShare(rate, locale)})`;
  const inputs = { match: number(states.match), count: n, n: number(n), share };
  const out: string[] = [m.areas_sentence_asked(inputs, say)];
  if (upper !== null && coverage !== null)
    out.push(
      `${m.areas_bounds(
        { upper: upperWords(upper, locale), coverage: formatShare(coverage, locale) },
        say
      )}.`
    );
  if (partnerships > 0) out.push(m.gap_opened_ties({ count: number(partnerships) }, say));
  if (cell.inhabitants && cell.engagedShare !== null && states.match > 0)
    out.push(
      m.gap_opened_people(
        {
          engaged: number(cell.engaged),
          all: number(cell.inhabitants),
          share: formatShare(cell.engagedShare, locale)
        },
        say
      )
    );
  if (expected) {
    const words =
      expected.of === 'authorities' ? m.gap_expected_authorities : m.gap_expected_partnerships;
    out.push(
      words(
        {
          value: formatExpected(expected.value, locale),
          base: number(expected.base),
          observed: number(expected.observed),
          verdict: verdictOf(expected.striking, locale)
        },
        say
      )
    );
  }
  return out;
}
