/**
 * Case `gaps`: the whole gap matrix with totals and expected values, against arquero counting the
 * matches and partnerships of the same cells (it knows no states: the easier part of the work).
 *
 * The peer gets its tables ready outside of the time; what it counts must equal ours.
 */
import { escape, op, table } from 'arquero';
import { readFileSync } from 'node:fs';
import type { Records } from '../../src/lib/data/records.ts';
import { NO_FILTERS, type Filters } from '../../src/lib/domain/filters.ts';
import { gapMatrix, type GapAxisId, type GapContext } from '../../src/lib/domain/gaps.ts';
import type { Dataset } from '../../src/lib/domain/dataset.ts';
import { assemble } from '../../src/lib/server/assemble.ts';
import type { Case } from './cases.ts';
import { pairsOf, questionOf, type Asked, type Pair } from './peers/pairs.ts';
import { multiplyRecords } from './synthetic.ts';

/** Axes that both know, and the peer's column for them. */
const KEYS = { sdg: 'goals', land: 'laender', groesse: 'sizes', region: 'regions' } as const;
type Key = keyof typeof KEYS;
const AXES = Object.keys(KEYS) as Key[];
const ASKED = ['statuses', 'programmes', 'inland', 'since', 'evidence'] as const satisfies Asked[];

const FILTERS: Filters[] = [
  NO_FILTERS,
  { ...NO_FILTERS, evidence: ['unbestaetigt'] },
  { ...NO_FILTERS, since: { from: 1980, to: null } }
];

export const GAPS: Case = {
  name: 'gaps',
  what: 'all cells, totals and expected values of the largest matrix (goal x region) under a filter',
  scales: [1, 10, 100],
  note: 'compared: ms for eighteen changes of axes and filters; arquero counts matches and ties only',
  task({ recordsFile, scale }) {
    const records = JSON.parse(readFileSync(recordsFile, 'utf8')) as Records;
    const { dataset, register, details } = assemble(multiplyRecords(records, scale));
    const context = { register, extras: details.extras ?? null };
    let turn = 0;
    return {
      rows: dataset.partnerships.length,
      // Another filter each time: nothing of the last answer can be kept.
      time: () =>
        gapMatrix(
          dataset,
          { ...NO_FILTERS, since: { from: 1950 + (turn++ % 50), to: null } },
          { row: 'sdg', column: 'region' },
          context
        ),
      ...(scale <= 10 && { compare: () => compared(dataset, context) })
    };
  }
};

function compared(dataset: Dataset, context: GapContext) {
  const peer = arqueroPeer(dataset);
  const times = { ours: 0, arquero: 0 };
  for (const filters of FILTERS)
    for (const [row, column] of AXES.flatMap((a, i) => AXES.slice(i + 1).map((b) => [a, b])) as [
      Key,
      Key
    ][]) {
      let began = performance.now();
      const matrix = gapMatrix(dataset, filters, { row, column }, context)!;
      times.ours += performance.now() - began;
      began = performance.now();
      const theirs = peer(filters, row, column);
      times.arquero += performance.now() - began;
      for (const cell of matrix.cells.flat()) {
        const [match, ties] = theirs.get(`${idOf(row, cell.row)} ${idOf(column, cell.column)}`) ?? [
          0, 0
        ];
        if (match === cell.states.match && ties === cell.partnerships) continue;
        throw new Error(
          `${row} ${cell.row}, ${column} ${cell.column}: ${cell.states.match}, ${cell.partnerships} / ${match}, ${ties}`
        );
      }
    }
  return { ours: { ms: times.ours }, arquero: { ms: times.arquero } };
}

/** A partner without a region has none in the peer's table either. */
const idOf = (axis: GapAxisId, id: string) => (axis === 'region' && id === 'unbekannt' ? '' : id);

function arqueroPeer(dataset: Dataset) {
  const { kind } = dataset.authorities;
  const pairs = pairsOf(dataset).filter(
    (pair) => kind[pair.authority] === 'gemeinde' && pair.sizes
  );
  const values = (pair: Pair, axis: Key): readonly string[] => [pair[KEYS[axis]]].flat();
  const tables = new Map<string, ReturnType<typeof table>>();
  for (const row of AXES)
    for (const column of AXES) {
      const [at, r, c]: [number[], string[], string[]] = [[], [], []];
      pairs.forEach((pair, index) => {
        for (const first of values(pair, row))
          for (const second of values(pair, column)) {
            at.push(index);
            r.push(first);
            c.push(second);
          }
      });
      const tie = at.map((index) => pairs[index]!.tie);
      const authority = at.map((index) => pairs[index]!.authority);
      tables.set(`${row} ${column}`, table({ at, r, c, tie, authority }));
    }
  return (filters: Filters, row: Key, column: Key): Map<string, [number, number]> => {
    const asks = ASKED.map((key) => [key, questionOf(filters, key)] as const);
    const fits = pairs.map((pair) =>
      asks.every(([key, asked]) => {
        const value = pair[key];
        return !asked || (Array.isArray(value) ? value.some(asked) : asked(value));
      })
    );
    const counted = tables
      .get(`${row} ${column}`)!
      .filter(escape(({ at }: { at: number }) => fits[at]))
      .groupby('r', 'c')
      .rollup({ match: op.distinct('authority'), ties: op.distinct('tie') })
      .objects() as { r: string; c: string; match: number; ties: number }[];
    return new Map(counted.map(({ r, c, match, ties }) => [`${r} ${c}`, [match, ties]]));
  };
}
