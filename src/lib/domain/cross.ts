/**
 * A selection crossed: what stands for the German members against what stands for the partners, e.g.
 * Land x country.
 *
 * Contract: pure; only members that fit the selection count. A tie of two Länder or with two
 * countries counts once in each of their cells, so cells may add up to more than there are ties.
 */
import type { Dataset } from './dataset.ts';
import type { Selection } from './selection.ts';

export interface Crossing {
  left: number;
  right: number;
  /** Partnership rows, ascending, each once. */
  rows: number[];
  /** Different bodies of the left side with such a tie, and how many of them are Gemeinden. */
  authorities: number;
  gemeinden: number;
}

/**
 * @param leftOf group of an authority row; -1 = leave it out
 * @param rightOf group of a partner row; -1 = leave it out
 * @returns the cells that occur, by left, then by right
 */
export function cross(
  dataset: Dataset,
  selection: Selection,
  leftOf: (authority: number) => number,
  rightOf: (partner: number) => number
): Crossing[] {
  const { members, memberStart } = dataset.partnerships;
  const bodies = marks(dataset.authorities.length, selection.authorities);
  const abroad = marks(dataset.partners.length, selection.partners);
  const found = new Map<number, Map<number, { rows: number[]; bodies: Set<number> }>>();
  for (const row of selection.rows) {
    const ours = new Map<number, number[]>();
    const theirs = new Set<number>();
    for (let i = memberStart[row]!; i < memberStart[row + 1]!; i++) {
      const member = members[i]!;
      if (member < 0) {
        const right = abroad[~member] ? rightOf(~member) : -1;
        if (right >= 0) theirs.add(right);
        continue;
      }
      const left = bodies[member] ? leftOf(member) : -1;
      if (left >= 0) ours.set(left, [...(ours.get(left) ?? []), member]);
    }
    for (const [left, own] of ours) {
      let line = found.get(left);
      if (!line) found.set(left, (line = new Map()));
      for (const right of theirs) {
        let cell = line.get(right);
        if (!cell) line.set(right, (cell = { rows: [], bodies: new Set() }));
        cell.rows.push(row);
        for (const body of own) cell.bodies.add(body);
      }
    }
  }
  const isGemeinde = (body: number) => dataset.authorities.kind[body] === 'gemeinde';
  return [...found]
    .flatMap(([left, line]) =>
      [...line].map(([right, cell]) => ({
        left,
        right,
        rows: cell.rows,
        authorities: cell.bodies.size,
        gemeinden: [...cell.bodies].filter(isGemeinde).length
      }))
    )
    .sort((a, b) => a.left - b.left || a.right - b.right);
}

function marks(length: number, rows: Uint32Array): Uint8Array {
  const list = new Uint8Array(length);
  for (const row of rows) list[row] = 1;
  return list;
}
