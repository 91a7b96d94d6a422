/**
 * White spots: Gemeinden nothing is recorded of under the filters, and what could be taken up there.
 *
 * Contract: pure; a white spot is `no_record` (`states.ts`), never a "no". The population is the
 * register's Gemeinden under the filters' authority side. Reasons are facts with names, each of them
 * true or not: there is no score, and the order is by Kreis and name.
 * - `nachbarn`: engaged Gemeinden within the radius (`engaged.ts` says who is engaged)
 * - `landkreis`: its Landkreis is engaged
 * - `netzwerk`: member of a network or bearer of an award
 * - `aehnlich`: engaged Gemeinden of the same size class in the same Land
 * - `akteur`: a recorded organisation in the place, or at an engaged Gemeinde within the radius
 * - `gesuch`: a request from abroad fits the filters, and an engaged Gemeinde within the radius has a
 *   partnership in that country
 * Whether a reason holds is asked of all; who stands behind it only where it is shown
 * (`potentials.ts`).
 */
import type { Dataset } from './dataset.ts';
import type { Extras } from './detail.ts';
import type { Filters } from './filters.ts';
import { SIZE_CLASSES, sizeClassOf, type SizeClass } from './model.ts';
import { frameworkOf, type Framework } from './potentials.ts';
import type { Register, RegisterEntry } from './register.ts';
import { CONFIRMED, NO_RECORD, OUTSIDE, statesOf } from './states.ts';
import { REASONS } from './reasons.ts';

export interface Spot extends RegisterEntry {
  population: number;
  size: SizeClass;
  /** Bit k = REASONS[k] holds. */
  reasons: number;
}

/** Gemeinden asked about, and how many of them are white spots. */
export interface Share {
  n: number;
  without: number;
}

export interface WhiteSpots {
  all: Share;
  /** By Kreis code, then name, then id. */
  spots: Spot[];
  /** By Kreis code; only those with a Gemeinde asked about. */
  kreise: ReadonlyMap<string, Share>;
  /** In the order of SIZE_CLASSES. */
  sizes: Share[];
  /** White spots for which the reason holds, in the order of REASONS. */
  reasons: number[];
  framework: Framework;
}

const collator = new Intl.Collator('de');
const orders = new WeakMap<Register, Register>();

/** By Kreis, name, id; sorted once per register. */
function inOrder(register: Register): Register {
  let found = orders.get(register);
  if (!found) {
    found = [...register].sort(
      (a, b) =>
        (a.kreis < b.kreis ? -1 : a.kreis > b.kreis ? 1 : 0) ||
        collator.compare(a.name, b.name) ||
        Number(a.id.slice(1)) - Number(b.id.slice(1))
    );
    orders.set(register, found);
  }
  return found;
}

/** @param radius kilometres */
export function whiteSpotsOf(
  dataset: Dataset,
  filters: Filters,
  { register, extras }: { register: Register; extras: Extras | null },
  radius: number
): WhiteSpots {
  const framework = frameworkOf(dataset, filters, { register, extras }, radius);
  const stateOf = registerStates(dataset, filters);
  const fits = <T>(asked: readonly T[], value: T) => asked.length === 0 || asked.includes(value);
  const all: Share = { n: 0, without: 0 };
  const kreise = new Map<string, Share>();
  const sizes = SIZE_CLASSES.map((): Share => ({ n: 0, without: 0 }));
  const sizeAt = new Map(SIZE_CLASSES.map(({ id }, at) => [id, at]));
  const spots: Spot[] = [];
  for (const entry of inOrder(register)) {
    const size = entry.kind === 'gemeinde' ? sizeClassOf(entry.population) : null;
    if (size === null || !fits(filters.sizes, size)) continue;
    if (!fits(filters.laender, entry.land) || !fits(filters.kreise, entry.kreis)) continue;
    let kreis = kreise.get(entry.kreis);
    if (!kreis) kreise.set(entry.kreis, (kreis = { n: 0, without: 0 }));
    const shares = [all, kreis, sizes[sizeAt.get(size)!]!];
    for (const share of shares) share.n++;
    if (stateOf(entry.id) !== NO_RECORD) continue;
    for (const share of shares) share.without++;
    const spot = { ...entry, population: entry.population!, size, reasons: 0 };
    spot.reasons = framework.reasonsOf(spot);
    spots.push(spot);
  }
  const reasons = REASONS.map((_, k) => spots.filter((spot) => spot.reasons & (1 << k)).length);
  return { all, spots, kreise, sizes, reasons, framework };
}

/** State of a body of the register, with or without a row in the dataset. */
export function registerStates(dataset: Dataset, filters: Filters): (id: string) => number {
  const states = statesOf(dataset, { ...filters, laender: [], kreise: [], sizes: [] });
  const rows = new Map(dataset.authorities.id.map((id, row) => [id, row]));
  const silent = new Set(dataset.confirmedNone.map(({ id }) => id));
  return (id) => {
    const row = rows.get(id);
    if (row !== undefined) return states[row] === OUTSIDE ? NO_RECORD : states[row]!;
    return silent.has(id) ? CONFIRMED : NO_RECORD;
  };
}
