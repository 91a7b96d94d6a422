/**
 * An order of the rows and columns of a table of counts in which like stands beside like.
 *
 * Contract: pure and deterministic. Reciprocal averaging (Hill 1973): a row stands at the mean of its
 * columns' places weighted by the counts, a column at the mean of its rows'; repeated, this leads to
 * the first axis of correspondence analysis. Parts of the table that share nothing are ordered each
 * for itself, the largest first; empty rows and columns stand last.
 */
const ROUNDS = 300;
const ENOUGH = 1e-9;

export interface Order {
  /** Positions of rows and columns, in their new order. */
  rows: number[];
  columns: number[];
}

/** @param counts `counts[row][column]` >= 0, all rows of one length */
export function seriate(counts: readonly (readonly number[])[]): Order {
  const width = counts[0]?.length ?? 0;
  const rowSum = counts.map(sum);
  const columnSum = Array.from({ length: width }, (_, c) => sum(counts.map((row) => row[c]!)));
  const order: Order = { rows: [], columns: [] };
  for (const part of parts(counts, width).sort((a, b) => weight(b) - weight(a))) {
    const { rows, columns } = axis(part);
    order.rows.push(...inOrder(part.rows, rows, rowSum));
    order.columns.push(...inOrder(part.columns, columns, columnSum));
  }
  order.rows.push(...missing(counts.length, order.rows));
  order.columns.push(...missing(width, order.columns));
  return order;

  function weight(part: Order): number {
    return sum(part.rows.map((row) => rowSum[row]!));
  }

  /** Places of the part's rows and columns on its first axis. */
  function axis(part: Order): { rows: number[]; columns: number[] } {
    const total = weight(part);
    const mass = part.rows.map((row) => rowSum[row]! / total);
    const columnsOf = (places: number[]) =>
      part.columns.map(
        (column) =>
          sum(part.rows.map((row, i) => counts[row]![column]! * places[i]!)) / columnSum[column]!
      );
    // Any start that is not the same for all rows leads there; this one is the same every time.
    let rows = scaled(part.rows.map((row, i) => columnsCentre(counts[row]!) + i * 1e-3));
    for (let round = 0; round < ROUNDS; round++) {
      const columns = columnsOf(rows);
      const next = scaled(
        part.rows.map(
          (row) =>
            sum(part.columns.map((column, i) => counts[row]![column]! * columns[i]!)) / rowSum[row]!
        )
      );
      const moved = Math.max(...next.map((place, i) => Math.abs(place - rows[i]!)));
      rows = next;
      if (moved < ENOUGH) break;
    }
    // Of the two directions the one that puts the heavier half first.
    const head = sum(rows.map((place, i) => (place < 0 ? mass[i]! : 0)));
    if (head < 0.5) rows = rows.map((place) => -place);
    return { rows, columns: columnsOf(rows) };

    /** Without the common mean, at length 1: what is left points along the axis. */
    function scaled(places: number[]): number[] {
      const mean = sum(places.map((place, i) => place * mass[i]!));
      const free = places.map((place) => place - mean);
      const length = Math.sqrt(sum(free.map((place, i) => place * place * mass[i]!)));
      return length < 1e-12 ? free.map(() => 0) : free.map((place) => place / length);
    }
  }
}

function columnsCentre(row: readonly number[]): number {
  return sum(row.map((count, column) => count * column)) / sum(row);
}

/** By place; what stands at the same place by weight, then as it came. */
function inOrder(members: number[], places: number[], weights: readonly number[]): number[] {
  return members
    .map((member, i) => ({ member, place: Math.round(places[i]! * 1e6), weight: weights[member]! }))
    .sort((a, b) => a.place - b.place || b.weight - a.weight || a.member - b.member)
    .map(({ member }) => member);
}

/** Rows and columns that are connected by counts. */
function parts(counts: readonly (readonly number[])[], width: number): Order[] {
  const seenRow = new Set<number>();
  const seenColumn = new Set<number>();
  const found: Order[] = [];
  for (const [start, line] of counts.entries()) {
    if (seenRow.has(start) || !line.some((count) => count > 0)) continue;
    const part: Order = { rows: [start], columns: [] };
    seenRow.add(start);
    for (let next = 0; next < part.rows.length; next++) {
      for (let column = 0; column < width; column++) {
        if (counts[part.rows[next]!]![column] === 0 || seenColumn.has(column)) continue;
        seenColumn.add(column);
        part.columns.push(column);
        counts.forEach((other, row) => {
          if (other[column] === 0 || seenRow.has(row)) return;
          seenRow.add(row);
          part.rows.push(row);
        });
      }
    }
    part.rows.sort((a, b) => a - b);
    part.columns.sort((a, b) => a - b);
    found.push(part);
  }
  return found;
}

function missing(length: number, there: number[]): number[] {
  const known = new Set(there);
  return Array.from({ length }, (_, i) => i).filter((i) => !known.has(i));
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
