/**
 * Who stands behind the numbers of one cell of the gap matrix.
 *
 * Contract: pure; asked when a cell is opened, not for the whole matrix. The same population and
 * states as `gapMatrix`, so each list is as long as its number says, once the register is there:
 * without it those without any row are missing and `complete` is false.
 */
import { catalogueOf } from './catalogue.ts';
import type { Dataset } from './dataset.ts';
import { derived } from './derived.ts';
import type { Filters } from './filters.ts';
import { ALL, axisOf, type GapAxisId, type GapQuestion } from './gapaxes.ts';
import { populationOf } from './gapcount.ts';
import { frameOf, type GapContext } from './gapframe.ts';
import { masksOf, type AxisMasks } from './gapmasks.ts';
import { SIZE_CLASSES, sizeClassOf } from './model.ts';
import type { RegisterEntry } from './register.ts';
import {
  answers,
  better,
  CONFIRMED,
  MATCH,
  NO_RECORD,
  OTHER,
  STATES,
  UNKNOWN,
  type State
} from './states.ts';

export interface GapName {
  /** `a…` */
  id: string;
  name: string;
  /** Two-digit Land code. */
  land: string;
  /** Five-digit Kreis code. */
  kreis: string;
  population: number;
}

export interface GapNames {
  /** By name, then by id. */
  states: Record<State, GapName[]>;
  complete: boolean;
}

const collator = new Intl.Collator('de');

/**
 * @param cell ids of two positions; `alle` = the total
 * @returns null where there is no such cell
 */
export function gapNames(
  dataset: Dataset,
  filters: Filters,
  question: GapQuestion,
  cell: { row: string; column: string },
  context: GapContext
): GapNames | null {
  const frame = frameOf(dataset, context);
  const side = (id: GapAxisId, position: string) => {
    const axis = axisOf(id, dataset, filters, frame);
    const k =
      position === ALL ? axis.values.length : axis.values.findIndex((v) => v.id === position);
    return k < 0 ? null : { masks: masksOf(dataset, filters, axis, frame), bit: 1 << k };
  };
  const row = side(question.row, cell.row);
  const column = side(question.column, cell.column);
  if (!row || !column) return null;
  const sides = [row, column] as const;
  const { authorities } = dataset;
  const { size } = derived(dataset);
  const states = bodyStates(dataset, filters, sides);
  const lists = STATES.map((): GapName[] => []);
  const inside = (group: { land: number; size: number }, id: string) => {
    const all = { ...group, networks: frame.networksOf.get(id) ?? 0 };
    return sides.every(({ masks, bit }) => (masks.stratum(all) & bit) !== 0);
  };
  const population = populationOf(dataset, filters);
  for (let body = 0; body < authorities.length; body++) {
    const id = authorities.id[body]!;
    if (!population[body] || !inside({ land: authorities.land[body]!, size: size[body]! }, id))
      continue;
    lists[states[body]!]!.push({
      id,
      name: authorities.name[body]!,
      land: dataset.laender[authorities.land[body]!]!.code,
      kreis: authorities.kreis[body]!,
      population: authorities.population[body]!
    });
  }
  const silent = new Set(dataset.confirmedNone.map(({ id }) => id));
  for (const entry of withoutRow(dataset, context, filters)) {
    const group = {
      land: dataset.laender.findIndex(({ code }) => code === entry.land),
      size: SIZE_CLASSES.findIndex(({ id }) => id === sizeClassOf(entry.population))
    };
    if (!inside(group, entry.id)) continue;
    const { id, name, land, kreis } = entry;
    const state = silent.has(id) ? CONFIRMED : NO_RECORD;
    lists[state]!.push({ id, name, land, kreis, population: entry.population! });
  }
  for (const list of lists)
    list.sort(
      (a, b) => collator.compare(a.name, b.name) || Number(a.id.slice(1)) - Number(b.id.slice(1))
    );
  return {
    states: Object.fromEntries(STATES.map((state, k) => [state, lists[k]!])) as GapNames['states'],
    complete: context.register !== null
  };
}

/** Gemeinden of the population that no partnership is recorded of at all. */
function withoutRow(dataset: Dataset, { register }: GapContext, filters: Filters): RegisterEntry[] {
  const rows = new Set(dataset.authorities.id);
  const fits = <T>(asked: readonly T[], value: T) => asked.length === 0 || asked.includes(value);
  return (register ?? []).filter(({ id, kind, land, kreis, population }) => {
    const size = kind === 'gemeinde' ? sizeClassOf(population) : null;
    if (size === null || rows.has(id) || !fits(filters.sizes, size)) return false;
    return fits(filters.laender, land) && fits(filters.kreise, kreis);
  });
}

/** State of every authority row in one cell. */
function bodyStates(
  dataset: Dataset,
  filters: Filters,
  [row, column]: readonly [Side, Side]
): Uint8Array {
  const { pairs } = catalogueOf(dataset);
  const states = new Uint8Array(dataset.authorities.length).fill(NO_RECORD);
  const silent = new Set(dataset.confirmedNone.map(({ id }) => id));
  dataset.authorities.id.forEach((id, body) => {
    if (silent.has(id)) states[body] = CONFIRMED;
  });
  const answer = answers(dataset, filters, row.masks.ignored | column.masks.ignored);
  const has = (list: 'fit' | 'could' | 'counts', pair: number) =>
    (row.masks[list][row.masks.of[pair]!]! & row.bit) !== 0 &&
    (column.masks[list][column.masks.of[pair]!]! & column.bit) !== 0;
  for (let pair = 0; pair < pairs.row.length; pair++) {
    const found = answer(pair);
    if (found === NO_RECORD || !has('counts', pair)) continue;
    const body = pairs.authority[pair]!;
    let own: number = OTHER;
    if (found === MATCH && has('fit', pair)) own = MATCH;
    else if (found !== OTHER && has('could', pair)) own = UNKNOWN;
    states[body] = better(own, states[body]!);
  }
  return states;
}

interface Side {
  masks: AxisMasks;
  bit: number;
}
