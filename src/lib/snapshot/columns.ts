/**
 * Columns of a snapshot part: plain JSON lists on the outside, checked values on the inside.
 *
 * Contract: a `Table` reads each column with its length and bounds and throws a SnapshotError that
 * names the column and the row; nothing unchecked gets past it. Degrees travel as integers of
 * 1e-4 (about 10 m), ascending ids as differences.
 */
import { SnapshotError } from './error.ts';

export const DEGREE = 10_000;

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The outermost object of a part.
 * @param input JSON text, or what JSON.parse made of it
 * @throws {SnapshotError} when it is no JSON, another part, or a format not known here
 */
export function openPart(input: unknown, part: string): Table {
  let value = input;
  if (typeof input === 'string') {
    try {
      value = JSON.parse(input);
    } catch {
      throw new SnapshotError('json', `The part ${part} is not JSON: truncated or corrupt.`);
    }
  }
  if (!isObject(value)) throw new SnapshotError('shape', `The part ${part} is no object.`);
  if (value.format !== 1)
    throw new SnapshotError('format', `Format ${String(value.format)} is not known here.`);
  if (value.part !== part)
    throw new SnapshotError('shape', `Expected part ${part}, found ${String(value.part)}.`);
  return new Table(value, part);
}

export class Table {
  readonly #value: Json;
  readonly #name: string;

  constructor(value: Json, name: string) {
    this.#value = value;
    this.#name = name;
  }

  #wrong(column: string, what: string): never {
    throw new SnapshotError('shape', `${this.#name}.${column}: ${what}`);
  }

  table(column: string): Table {
    const value = this.#value[column];
    if (!isObject(value)) this.#wrong(column, 'no object');
    return new Table(value, `${this.#name}.${column}`);
  }

  /** What a later publisher may have added; undefined where it is not there. */
  optional(column: string): unknown {
    return this.#value[column];
  }

  /** A list of any length, or of exactly `length` entries. */
  list(column: string, length?: number): unknown[] {
    const value = this.#value[column];
    if (!Array.isArray(value)) this.#wrong(column, 'no list');
    if (length !== undefined && value.length !== length)
      this.#wrong(column, `${value.length} entries, expected ${length}`);
    return value;
  }

  text(column: string): string {
    const value = this.#value[column];
    return typeof value === 'string' ? value : this.#wrong(column, 'no text');
  }

  texts(column: string, length?: number): string[] {
    return this.list(column, length).map((value, row) =>
      typeof value === 'string' ? value : this.#wrong(column, `row ${row}: no text`)
    );
  }

  /** Whole numbers with min <= n <= max. */
  integers(column: string, length: number | undefined, min: number, max: number): number[] {
    return this.list(column, length).map((value, row) =>
      typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
        ? value
        : this.#wrong(column, `row ${row}: ${JSON.stringify(value)} is not in ${min}..${max}`)
    );
  }

  /** Degrees; NaN where null is allowed and given. */
  degrees(column: string, length: number, limit: 90 | 180, empty = false): Float32Array {
    const bound = limit * DEGREE;
    return Float32Array.from(this.list(column, length), (value, row) => {
      if (value === null && empty) return NaN;
      if (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= bound)
        return value / DEGREE;
      return this.#wrong(column, `row ${row}: no degrees`);
    });
  }

  /** Ids such as `a17` from ascending differences. */
  ids(column: string, prefix: string): string[] {
    let last = 0;
    return this.integers(column, undefined, 1, 999_999_999).map(
      (step) => `${prefix}${(last += step)}`
    );
  }

  /** Start positions (one more than rows) from counts per row. */
  starts(column: string, length: number, min: number): Uint32Array {
    const starts = new Uint32Array(length + 1);
    this.integers(column, length, min, 10_000).forEach((count, row) => {
      starts[row + 1] = starts[row]! + count;
    });
    return starts;
  }

  /** Rows of texts of a fixed width, e.g. `[code, name]`. */
  rows(column: string, width: number): string[][] {
    return this.list(column).map((row, i) => {
      const fits =
        Array.isArray(row) && row.length === width && row.every((cell) => typeof cell === 'string');
      return fits ? (row as string[]) : this.#wrong(column, `row ${i}: expected ${width} texts`);
    });
  }

  /** Says that something does not fit although every column does. */
  demand(fits: boolean, column: string, what: string): void {
    if (!fits) this.#wrong(column, what);
  }
}

// Writing ---------------------------------------------------------------------------------------

/** @throws {SnapshotError} when the ids do not ascend: rows are sorted by id in every part */
export function idSteps(ids: readonly string[]): number[] {
  let last = 0;
  return ids.map((id) => {
    const number = Number(id.slice(1));
    const step = number - last;
    if (!(step > 0)) throw new SnapshotError('shape', `Id ${id} does not ascend.`);
    last = number;
    return step;
  });
}

export const toDegrees = (values: ArrayLike<number>): (number | null)[] =>
  Array.from(values, (value) => (Number.isNaN(value) ? null : Math.round(value * DEGREE)));

export const toCounts = (starts: Uint32Array): number[] =>
  Array.from({ length: starts.length - 1 }, (_, row) => starts[row + 1]! - starts[row]!);
