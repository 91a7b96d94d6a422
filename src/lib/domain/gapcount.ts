/**
 * The one pass that counts all cells of a gap matrix, totals among them.
 *
 * Contract: pure; the population are the Gemeinden with a size class that the filters' authority
 * side leaves. What a cell counts is exactly what `statesOf` says under the filters and the cell's
 * two positions (held by a property test). Pairs come body by body, so each body is settled once.
 */
import { catalogueOf } from './catalogue.ts';
import type { Dataset } from './dataset.ts';
import { derived } from './derived.ts';
import type { Filters } from './filters.ts';
import type { GapFrame, Stratum } from './gapframe.ts';
import type { AxisMasks } from './gapmasks.ts';
import { profileFails } from './profiles.ts';
import { answers, MATCH, NO_RECORD, OTHER, silentBodies, type Body } from './states.ts';

/** Columns over `row * width + column`; the last two of each are `all` and `known`. */
export interface GapCounts {
  width: number;
  match: Int32Array;
  unknown: Int32Array;
  other: Int32Array;
  confirmed: Int32Array;
  n: Int32Array;
  /** Inhabitants of the population; NaN = not known. */
  inhabitants: Float64Array;
  /** Inhabitants of the bodies that match. */
  engaged: Float64Array;
  partnerships: Int32Array;
}

export function countGaps(
  dataset: Dataset,
  filters: Filters,
  row: AxisMasks,
  column: AxisMasks,
  { strata, networksOf }: Pick<GapFrame, 'strata' | 'networksOf'>
): GapCounts {
  const width = column.values + 2;
  const cells = (row.values + 2) * width;
  const counts: GapCounts = {
    width,
    match: new Int32Array(cells),
    unknown: new Int32Array(cells),
    other: new Int32Array(cells),
    confirmed: new Int32Array(cells),
    n: new Int32Array(cells),
    inhabitants: new Float64Array(cells),
    engaged: new Float64Array(cells),
    partnerships: new Int32Array(cells)
  };
  countPopulation(counts, row, column, strata);
  countBodies(dataset, filters, row, column, counts, networksOf);
  return counts;
}

function countPopulation(
  { width, n, inhabitants }: GapCounts,
  row: AxisMasks,
  column: AxisMasks,
  strata: readonly Stratum[]
): void {
  /** Few combinations of positions, many strata. */
  const sums = new Map<number, Map<number, [number, number]>>();
  for (const stratum of strata) {
    const [r, c] = [row.stratum(stratum), column.stratum(stratum)];
    let line = sums.get(r);
    if (!line) sums.set(r, (line = new Map()));
    let sum = line.get(c);
    if (!sum) line.set(c, (sum = [0, 0]));
    sum[0] += stratum.gemeinden;
    sum[1] += stratum.inhabitants ?? NaN;
  }
  for (const [r, line] of sums)
    for (const [c, [gemeinden, people]] of line)
      eachCell(r, c, width, (at) => {
        n[at]! += gemeinden;
        inhabitants[at]! += people;
      });
}

function eachCell(rows: number, columns: number, width: number, call: (at: number) => void): void {
  for (let r = rows; r !== 0; r &= r - 1) {
    const start = (31 - Math.clz32(r & -r)) * width;
    for (let c = columns; c !== 0; c &= c - 1) call(start + 31 - Math.clz32(c & -c));
  }
}

/** 1 = a Gemeinde with a size class that the filters leave. @returns per authority row */
export function populationOf(dataset: Dataset, filters: Filters): Uint8Array {
  const { german } = catalogueOf(dataset);
  const { size } = derived(dataset);
  const outside = profileFails(german, filters);
  return Uint8Array.from(size, (own, body) =>
    own >= 0 && outside[german.of[body]!] === 0 ? 1 : 0
  );
}

function countBodies(
  dataset: Dataset,
  filters: Filters,
  row: AxisMasks,
  column: AxisMasks,
  counts: GapCounts,
  networksOf: GapFrame['networksOf']
): void {
  const { pairs, plural } = catalogueOf(dataset);
  const { id, population } = dataset.authorities;
  const { width } = counts;
  const inside = populationOf(dataset, filters);
  const answer = answers(dataset, filters, row.ignored | column.ignored);
  const height = row.values + 2;
  const silent = silentRows(dataset, height);
  /** Columns per row that the current body's ties fit, could fit, and are counted in. */
  const fit = new Int32Array(height);
  const could = new Int32Array(height);
  const counted = new Int32Array(height);
  const { match, unknown, other, confirmed, engaged, partnerships } = counts;

  const { authority: bodies } = pairs;
  for (let pair = 0; pair < bodies.length;) {
    const body = bodies[pair]!;
    let end = pair + 1;
    while (end < bodies.length && bodies[end] === body) end++;
    if (inside[body]) settle(body, pair, end);
    pair = end;
  }
  for (const several of plural) countTie(several);
  countSilent();

  function settle(body: number, from: number, to: number): void {
    let some = false;
    for (let pair = from; pair < to; pair++) {
      const found = answer(pair);
      if (found === NO_RECORD) continue;
      some = true;
      const [r, c] = [row.of[pair]!, column.of[pair]!];
      spread(counted, row.counts[r]!, column.counts[c]!);
      if (found === OTHER) continue;
      spread(could, row.could[r]!, column.could[c]!);
      if (found !== MATCH) continue;
      spread(fit, row.fit[r]!, column.fit[c]!);
      if (pairs.single[pair])
        eachCell(row.fit[r]!, column.fit[c]!, width, (at) => partnerships[at]!++);
    }
    if (!some) return;
    const people = Math.max(0, population[body]!);
    const own = silent.get(body);
    for (let r = 0; r < height; r++) {
      const all = counted[r]!;
      if (all === 0) continue;
      const yes = fit[r]!;
      const maybe = could[r]! & ~yes;
      const start = r * width;
      for (let rest = yes; rest !== 0; rest &= rest - 1) {
        const at = start + 31 - Math.clz32(rest & -rest);
        match[at]!++;
        engaged[at]! += people;
      }
      add(unknown, start, maybe);
      add(other, start, all & ~(yes | maybe));
      if (own) own[r] = all;
      fit[r] = could[r] = counted[r] = 0;
    }
  }

  /** A tie of several pairs counts once per cell. */
  function countTie(several: readonly number[]): void {
    for (const pair of several)
      if (inside[bodies[pair]!] && answer(pair) === MATCH)
        spread(fit, row.fit[row.of[pair]!]!, column.fit[column.of[pair]!]!);
    for (let r = 0; r < height; r++) {
      add(partnerships, r * width, fit[r]!);
      fit[r] = 0;
    }
  }

  /** Bodies that said "none", wherever no tie of theirs is counted. */
  function countSilent(): void {
    const { land } = dataset.authorities;
    const { size } = derived(dataset);
    const note = (body: Pick<Body, 'land' | 'size'>, name: string, told: Int32Array | null) => {
      const group = { land: body.land, size: body.size, networks: networksOf.get(name) ?? 0 };
      const columns = column.stratum(group);
      for (let rows = row.stratum(group); rows !== 0; rows &= rows - 1) {
        const r = 31 - Math.clz32(rows & -rows);
        add(confirmed, r * width, columns & ~(told?.[r] ?? 0));
      }
    };
    for (const [body, told] of silent)
      if (inside[body]) note({ land: land[body]!, size: size[body]! }, id[body]!, told);
    for (const body of silentBodies(dataset, filters))
      if (body.kind === 'gemeinde' && body.size >= 0) note(body, body.id, null);
  }
}

/** Rows of the bodies that said they have none, with room for the columns they are counted in. */
function silentRows({ confirmedNone, authorities }: Dataset, height: number) {
  const found = new Map<number, Int32Array>();
  if (confirmedNone.length === 0) return found;
  const ids = new Set(confirmedNone.map(({ id }) => id));
  authorities.id.forEach((id, body) => {
    if (ids.has(id)) found.set(body, new Int32Array(height));
  });
  return found;
}

/** Adds the columns to each of the rows. */
function spread(list: Int32Array, rows: number, columns: number): void {
  if (columns === 0) return;
  for (let rest = rows; rest !== 0; rest &= rest - 1)
    list[31 - Math.clz32(rest & -rest)]! |= columns;
}

function add(counts: Int32Array, start: number, columns: number): void {
  for (let rest = columns; rest !== 0; rest &= rest - 1)
    counts[start + 31 - Math.clz32(rest & -rest)]!++;
}
