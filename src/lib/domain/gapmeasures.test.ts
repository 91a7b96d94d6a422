import { describe, expect, it } from 'vitest';
import { NO_FILTERS } from './filters.ts';
import { expectedOf } from './gapmeasures.ts';
import { gapMatrix, gapNames, type GapMatrix } from './gaps.ts';
import { written, type WrittenTie } from './testing/written.ts';

const at = (matrix: GapMatrix, row: string, column: string) =>
  [...matrix.cells.flat(), ...matrix.rows, ...matrix.columns, matrix.all].find(
    (cell) => cell.row === row && cell.column === column
  )!;

/** Six Gemeinden in Land 01 with 43,000 inhabitants, three in Land 02 with 102,000, a Landkreis. */
const small = written(
  [
    { id: 'a1', land: '01', population: 10_000 },
    { id: 'a2', land: '01', population: 10_000 },
    { id: 'a3', land: '01', population: 20_000 },
    { id: 'a4', land: '01', population: 1000 },
    { id: 'a5', land: '01', population: 1000, confirmedNone: true },
    { id: 'a6', land: '01', population: 1000 },
    { id: 'a7', land: '02', population: 100_000 },
    { id: 'a8', land: '02', population: 1000 },
    { id: 'a9', land: '02', population: 1000 },
    { id: 'a20', land: '01', population: 90_000, kind: 'landkreis' }
  ],
  [
    { of: ['a1'], with: ['TG'], goals: [6] },
    { of: ['a1'], with: ['FR'] },
    { of: ['a2'], with: ['FR'], goals: [13] },
    { of: ['a3', 'a7'], with: ['TG'], goals: [6, 13] },
    { of: ['a7'], with: ['FR'], goals: [4] },
    { of: ['a20'], with: ['TG'], goals: [6] },
    { of: ['a4'], with: ['TG'], goals: [6], operator: true }
  ]
);

describe('a matrix reckoned by hand', () => {
  const matrix = gapMatrix(
    small.dataset,
    NO_FILTERS,
    { row: 'sdg', column: 'land' },
    small.context
  )!;

  it('share, bounds and coverage of goal 6 in Land 01', () => {
    const cell = at(matrix, '6', '01');
    expect(cell).toMatchObject({
      n: 6,
      states: {
        ...{ match: 2, recorded_other: 1, attribute_unknown: 0, confirmed_none: 1, no_record: 2 }
      },
      partnerships: 2,
      inhabitants: 43_000,
      engaged: 30_000
    });
    expect(cell.rate).toBeCloseTo(2 / 6, 12);
    expect(cell.upper).toBeCloseTo(4 / 6, 12);
    expect(cell.coverage).toBeCloseTo(4 / 6, 12);
    expect(cell.per100000).toBeCloseTo(2 / 0.43, 12);
    expect(cell.engagedShare).toBeCloseTo(30 / 43, 12);
  });

  it('what is not recorded could fit', () => {
    expect(at(matrix, '13', '01').states).toMatchObject({ match: 2, attribute_unknown: 1 });
    expect(at(matrix, 'keine', '01').states).toMatchObject({ match: 1, recorded_other: 2 });
  });

  it('gives no rate and no density under five', () => {
    expect(at(matrix, '6', '02')).toMatchObject({
      ...{ n: 3, partnerships: 1, inhabitants: 102_000, engaged: 100_000 },
      ...{ rate: null, upper: null, coverage: null, per100000: null, engagedShare: null },
      expected: null
    });
  });

  it('counts totals once: the tie of two Länder, and the one with two goals', () => {
    expect(at(matrix, '6', 'alle')).toMatchObject({ n: 9, partnerships: 2, engaged: 130_000 });
    expect(at(matrix, 'alle', '01')).toMatchObject({ partnerships: 4, states: { match: 3 } });
    expect(matrix.all).toMatchObject({ n: 9, partnerships: 5, inhabitants: 145_000 });
    expect(matrix.known).toEqual({ row: { partnerships: 4, of: 5 }, column: null });
    expect(matrix.beside).toMatchObject({ gemeinde: 0, landkreis: 1, land: 0 });
  });

  it('names them, without the register as far as they have a row', () => {
    const cell = { row: '6', column: '01' };
    const question = { row: 'sdg', column: 'land' } as const;
    const ids = (names: ReturnType<typeof gapNames>) =>
      Object.fromEntries(
        Object.entries(names!.states).map(([state, list]) => [state, list.map(({ id }) => id)])
      );
    const all = gapNames(small.dataset, NO_FILTERS, question, cell, small.context);
    expect(ids(all)).toEqual({
      ...{ match: ['a1', 'a3'], recorded_other: ['a2'], attribute_unknown: [] },
      ...{ confirmed_none: ['a5'], no_record: ['a4', 'a6'] }
    });
    const none = { register: null, extras: null };
    const some = gapNames(small.dataset, NO_FILTERS, question, cell, none);
    expect([some!.complete, ids(some)]).toMatchObject([false, { no_record: ['a4'] }]);
    expect(
      gapNames(small.dataset, NO_FILTERS, question, { row: '18', column: '01' }, none)
    ).toBeNull();
  });

  it('has numbers but no inhabitants without the register, and no networks', () => {
    const found = gapMatrix(small.dataset, NO_FILTERS, { row: 'sdg', column: 'land' })!;
    expect(at(found, '6', '01')).toMatchObject({ n: 6, inhabitants: null, per100000: null });
    expect(at(found, '6', '01').rate).toBeCloseTo(2 / 6, 12);
    const question = { row: 'netzwerk', column: 'land' } as const;
    expect(gapMatrix(small.dataset, NO_FILTERS, question)).toBeNull();
    const dataset = { ...small.dataset, kreisGemeinden: null };
    const filters = { ...NO_FILTERS, kreise: ['01001'] };
    expect(gapMatrix(dataset, filters, { row: 'sdg', column: 'land' })).toBeNull();
  });

  it('leaves only positions asked for', () => {
    const filters = { ...NO_FILTERS, goals: [6, 13], laender: ['01'] };
    const { row, column } = gapMatrix(
      small.dataset,
      filters,
      { row: 'sdg', column: 'land' },
      small.context
    )!;
    expect([row, column].map(({ values }) => values.map(({ id }) => id))).toEqual([
      ['6', '13'],
      ['01']
    ]);
  });
});

describe('expected values', () => {
  /** In Land 01 five of six go to France, in Land 02 one of six; two have no recorded goal. */
  const bodies = Array.from({ length: 14 }, (_, i) => ({
    ...{ id: `a${i + 1}`, population: 1000 },
    land: i < 7 ? ('01' as const) : ('02' as const)
  }));
  const ties = bodies
    .filter((_, i) => i % 7 < 6)
    .map(({ id, land }, i): WrittenTie => {
      const first = i % 6 === 0;
      const country = (land === '01') === first ? 'TG' : 'FR';
      return { of: [id], with: [country], goals: first ? [] : [land === '01' ? 4 : 6] };
    });
  const { dataset, context } = written(bodies, ties);

  it('of an authority axis: over authorities with the answer recorded', () => {
    const matrix = gapMatrix(dataset, NO_FILTERS, { row: 'land', column: 'region' }, context)!;
    // 12 bodies with a partner, 6 of them in Africa, 6 of the 12 in Land 01: 3 expected.
    expect(at(matrix, '01', '202').expected).toMatchObject({
      ...{ of: 'authorities', observed: 1, base: 6, value: 3 }
    });
    // P(X <= 1) = (C(6,0) C(6,6) + C(6,1) C(6,5)) / C(12,6)
    expect(at(matrix, '01', '202').expected!.tail).toBeCloseTo(37 / 924, 12);
    const turned = gapMatrix(dataset, NO_FILTERS, { row: 'region', column: 'land' }, context)!;
    expect(at(turned, '202', '01').expected).toEqual(at(matrix, '01', '202').expected);
  });

  it('of two axes about the tie: over partnerships recorded on both', () => {
    const matrix = gapMatrix(dataset, NO_FILTERS, { row: 'sdg', column: 'region' }, context)!;
    // 10 ties have a goal: 5 have goal 4, all in Europe, which has 5 of the 10.
    expect(at(matrix, '4', '155').expected).toMatchObject({
      ...{ of: 'partnerships', observed: 5, base: 5, value: 2.5 }
    });
    expect(at(matrix, '4', '155').expected!.tail).toBeCloseTo(1 / 252, 12);
    // Without a record there is nothing to expect, and under five answers nothing to judge.
    expect(at(matrix, 'keine', '155').expected).toBeNull();
    expect(at(matrix, '13', '155').expected).toBeNull();
  });

  it('of two axes about the authority: nothing differs where nothing is asked', () => {
    const question = { row: 'land', column: 'groesse' } as const;
    const plain = gapMatrix(dataset, NO_FILTERS, question, context)!;
    expect(at(plain, '01', 'landgemeinde')).toMatchObject({
      ...{ n: 7, expected: { observed: 6, value: 6, residual: null, tail: 1, striking: null } }
    });
    const asked = gapMatrix(dataset, { ...NO_FILTERS, south: true }, question, context)!;
    expect(at(asked, '01', 'landgemeinde').expected).toMatchObject({ observed: 1, value: 3 });
  });

  it('none where one axis determines the other', () => {
    const matrix = gapMatrix(dataset, NO_FILTERS, { row: 'region', column: 'gruppe' }, context)!;
    expect(matrix.cells.flat().every(({ expected }) => expected === null)).toBe(true);
  });
});

describe('how far off', () => {
  const draw = (observed: number, tests = 1, more = {}) =>
    expectedOf({ of: 'authorities', observed, total: 10, marked: 4, drawn: 5, ...more }, tests)!;

  it('is exact in both directions', () => {
    expect(draw(0)).toMatchObject({ value: 2, base: 5 });
    expect(draw(0).tail).toBeCloseTo(6 / 252, 12);
    expect(draw(3).tail).toBeCloseTo(66 / 252, 12);
    expect(draw(4).tail).toBeCloseTo(6 / 252, 12);
    // Variance 5 x 0.4 x 0.6 x 5/9.
    expect(draw(0).residual).toBeCloseTo(-2 / Math.sqrt(2 / 3), 12);
  });

  it.each([
    [700, 300, 200],
    [5000, 40, 900],
    [10_752, 2114, 633]
  ])('sums up to one, with large numbers too: %i, %i, %i', (total, marked, drawn) => {
    const value = (marked * drawn) / total;
    const below = Math.ceil(value) - 1;
    const tail = (observed: number) => draw(observed, 1, { total, marked, drawn }).tail;
    expect(tail(below) + tail(below + 1)).toBeCloseTo(1, 9);
  });

  it('stands out by evidence, not by a small cell, and not by looking often', () => {
    const wide = { total: 1000, marked: 300 };
    expect(draw(0, 100, { ...wide, drawn: 60 }).striking).toBe('fewer');
    expect(draw(45, 100, { ...wide, drawn: 60 }).striking).toBe('more');
    // None of five where 1.5 are expected happens in one of six cells.
    expect(draw(0, 1, { ...wide, drawn: 5 }).striking).toBeNull();
    const some = (tests: number) => draw(8, tests, { ...wide, drawn: 60 }).striking;
    expect([some(1), some(1000)]).toEqual(['fewer', null]);
    expect(
      expectedOf({ of: 'authorities', observed: 0, total: 100, marked: 90, drawn: 4 }, 1)
    ).toBeNull();
  });
});
