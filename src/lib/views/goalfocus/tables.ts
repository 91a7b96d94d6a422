/**
 * The goals by goal, size class, Land and world region: "x of N" and partnerships, a row each.
 *
 * Contract: pure; every number is one of the gap matrix (`domain/gaps.ts`). In the order of the
 * vocabulary, never by size: no league table.
 */
import type { Dataset } from '../../domain/dataset.ts';
import type { Filters } from '../../domain/filters.ts';
import { gapMatrix, type GapAxisId, type GapCell, type GapMatrix } from '../../domain/gaps.ts';
import { collator, formatList } from '../../i18n/format.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { gapAxisWords, gapValueWords } from '../gapwords.ts';
import { goalName } from '../labels.ts';
import { linkToMap, type Here } from '../links.ts';

export interface CountRow {
  id: string;
  label: string;
  /** Set where the row is a goal. */
  goal: number | null;
  match: number;
  n: number;
  /** null: N under 5. */
  rate: number | null;
  partnerships: number;
  /** The row on the map. */
  href: string;
}

export interface CountTable {
  id: GapAxisId;
  title: string;
  rows: CountRow[];
  /** Positions without a record, in words; '' = none, or they stand in the rows. */
  rest: string;
}

/** @param bySize the matrix of sizes and goals under the filters */
export function countTables(dataset: Dataset, bySize: GapMatrix, here: Here): CountTable[] {
  const byPlace = gapMatrix(dataset, here.filters, { row: 'land', column: 'region' });
  const table = (id: GapAxisId, cells: readonly GapCell[], of: 'row' | 'column'): CountTable => {
    const rows = cells.map((cell) => rowOf(id, cell, cell[of]));
    // Countries and regions are many; bodies and goals are all shown, with or without a record.
    const short = id === 'region';
    if (short) rows.sort((a, b) => collator(here.locale).compare(a.label, b.label));
    const silent = short ? rows.filter((row) => row.partnerships === 0) : [];
    const unrecorded = silent.filter((row) => row.id !== 'unbekannt').map(({ label }) => label);
    return {
      id,
      title: gapAxisWords[id]({}, { locale: here.locale }),
      rows: rows.filter((row) => !silent.includes(row)),
      rest:
        unrecorded.length === 0
          ? ''
          : m.focus_regions_rest(
              { list: formatList(unrecorded, here.locale, 'and') },
              { locale: here.locale }
            )
    };
  };
  return [
    table('sdg', bySize.columns, 'column'),
    table('groesse', bySize.rows, 'row'),
    ...(byPlace
      ? [table('land', byPlace.rows, 'row'), table('region', byPlace.columns, 'column')]
      : [])
  ];

  function rowOf(axis: GapAxisId, cell: GapCell, id: string): CountRow {
    const { n, states, rate, partnerships } = cell;
    const goal = axis === 'sdg' ? dataset.goals.find((one) => String(one.goal) === id) : undefined;
    return {
      id,
      label: goal
        ? goalName(goal, here.locale)
        : gapValueWords({ dataset, extras: null }, axis, id, here.locale),
      goal: goal?.goal ?? null,
      match: states.match,
      n,
      rate,
      partnerships,
      href: linkToMap({ ...here, filters: { ...here.filters, ...filterOf(axis, id) } })
    };
  }
}

/** The filter that asks for this position alone; nothing where there is none. */
function filterOf(axis: GapAxisId, id: string): Partial<Filters> {
  if (axis === 'land') return { laender: [id], kreise: [] };
  if (axis === 'groesse') return { sizes: [id as Filters['sizes'][number]] };
  if (axis === 'region') return id === 'unbekannt' || id === 'inland' ? {} : { regions: [id] };
  if (axis === 'sdg') return { goals: [id === 'keine' ? id : Number(id)], goalsAll: false };
  return {};
}
