/** The gap matrix of the API: what was asked, of which snapshot, and every cell with its five states. */
import {
  gapMatrix,
  gapNames,
  type GapCell,
  type GapMatrix,
  type GapNames
} from '../domain/gaps.ts';
import { gapCells } from '../report/gapscsv.ts';
import { termsOf } from '../report/terms.ts';
import { DEFAULT_VIEW, serialise } from '../url/codec.ts';
import { GAP_PARAMETERS } from '../url/gaps.ts';
import type { Parsed } from '../url/state.ts';
import { gapValueWords } from '../views/gapwords.ts';
import { ApiError, noSnapshot } from './api.ts';
import { describe } from './manifests.ts';
import { asked } from './pages.ts';
import { store } from './snapshots.ts';
import type { Loaded } from './store.ts';

export interface AskedGaps {
  loaded: Loaded;
  parsed: Parsed;
  matrix: GapMatrix;
}

/**
 * Reads the address and counts.
 * @throws {ApiError} 400 with all that is wrong; 404 for an unknown snapshot, or where the snapshot
 *   has no denominators for what is asked
 */
export async function askedGaps(params: URLSearchParams): Promise<AskedGaps> {
  const now = await store().current();
  const parsed = asked(params, now.dataset, GAP_PARAMETERS);
  const { snapshot, gaps } = parsed.view;
  const loaded = snapshot === null ? now : await store().at(snapshot);
  if (!loaded) throw noSnapshot();
  const matrix = gapMatrix(loaded.dataset, parsed.filters, gaps, contextOf(loaded));
  if (matrix) return { loaded, parsed, matrix };
  throw new ApiError(
    404,
    'no_denominator',
    'Dieser Datenstand enthält nicht, wie viele Kommunen hier gefragt sind.',
    'This snapshot does not hold how many municipalities are asked here.'
  );
}

export const contextOf = ({ register, details }: Pick<Loaded, 'register' | 'details'>) => ({
  register,
  extras: details.extras ?? null
});

/** @throws {ApiError} 400 when the opened cell has no such position */
export function gapsJson({ loaded, parsed, matrix }: AskedGaps) {
  const { dataset, manifest } = loaded;
  const { filters, view } = parsed;
  const { version, published_at, hash, licences } = describe(manifest);
  return {
    snapshot: { version, published_at, hash },
    query: serialise(filters, { ...DEFAULT_VIEW, snapshot: view.snapshot, gaps: view.gaps }),
    measure: view.gaps.measure,
    population: 'gemeinden',
    row: axisJson(loaded, matrix, 'row'),
    column: axisJson(loaded, matrix, 'column'),
    cells: gapCells(matrix).map(cellJson),
    beside: matrix.beside,
    ...(view.gaps.cell && { names: namesJson(loaded, parsed) }),
    terms: termsOf(dataset.sources),
    licences
  };
}

function axisJson({ dataset, details }: Loaded, matrix: GapMatrix, side: 'row' | 'column') {
  const { id, about, values } = matrix[side];
  const words = { dataset, extras: details.extras ?? null };
  return {
    axis: id,
    about,
    recorded: matrix.known[side],
    values: values.map((value) => ({
      ...value,
      label_de: gapValueWords(words, id, value.id, 'de'),
      label_en: gapValueWords(words, id, value.id, 'en')
    }))
  };
}

function cellJson(cell: GapCell) {
  const { row, column, n, states, rate, upper, coverage, partnerships, expected } = cell;
  return {
    ...{ row, column, n, states, rate, upper, coverage, partnerships },
    per_100000: cell.per100000,
    inhabitants: cell.inhabitants,
    inhabitants_match: cell.engaged,
    inhabitants_match_share: cell.engagedShare,
    expected
  };
}

function namesJson(loaded: Loaded, parsed: Parsed) {
  const cell = parsed.view.gaps.cell!;
  return { ...cell, ...namesOf({ loaded, parsed }, cell).states };
}

/** @throws {ApiError} 400 when the matrix has no such cell */
export function namesOf(
  { loaded, parsed }: Pick<AskedGaps, 'loaded' | 'parsed'>,
  cell: { row: string; column: string }
): GapNames {
  const { filters, view } = parsed;
  const found = gapNames(loaded.dataset, filters, view.gaps, cell, contextOf(loaded));
  if (found) return found;
  throw new ApiError(
    400,
    'bad_parameters',
    'Einige Angaben in der Adresse sind nicht gültig.',
    'Some parameters of the address are not valid.',
    [{ parameter: 'zelle', value: `${cell.row}~${cell.column}`, reason: 'unknown_value' }]
  );
}
