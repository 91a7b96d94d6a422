/** The figures of a claim, against two other ways of counting; and what is said beside them. */
import { expect, it } from 'vitest';
import { areasOf, totalOf } from '../../domain/areas.ts';
import { derived } from '../../domain/derived.ts';
import { figureOf } from '../../domain/figure.ts';
import { NO_FILTERS } from '../../domain/filters.ts';
import { gapMatrix } from '../../domain/gaps.ts';
import { select } from '../../domain/selection.ts';
import { randomFilters } from '../../domain/testing/dataset.ts';
import { gapSample } from '../../domain/testing/gapsample.ts';
import { claimOf } from './claim.ts';

it('counts as the gap matrix, the areas and the selection do', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const { dataset, context, r } = gapSample(seed, 80);
    const filters = randomFilters(r, dataset);
    const { match, of, states, rate, upper, coverage } = figureOf(dataset, filters);
    const { all, beside } = gapMatrix(dataset, filters, { row: 'land', column: 'form' }, context)!;
    expect({ of, states }).toEqual({ of: all.n, states: all.states });
    expect({ rate, upper, coverage }).toEqual({
      rate: all.rate,
      upper: all.upper,
      coverage: all.coverage
    });
    expect(figureOf(dataset, filters).beside).toEqual(beside);
    expect({ n: of, counts: states }).toEqual(totalOf(areasOf(dataset, filters, 'laender')!));
    const { size } = derived(dataset);
    const sized = [...select(dataset, filters).authorities].filter((row) => size[row]! >= 0);
    expect(match).toBe(sized.length);
  }
});

it('gives counts and no shares under five, and no number where nobody knows one', () => {
  const { dataset } = gapSample(5, 60);
  const gemeinden = [[1, 1, 1, 0, 0], ...dataset.gemeinden.slice(1)];
  const few = claimOf({ ...dataset, gemeinden }, { ...NO_FILTERS, laender: ['01'] }, 'de');
  expect(few.figure).toMatchObject({ of: 3, rate: null, upper: null, coverage: null });
  expect(few.states.map(({ shown }) => shown).join(' ')).not.toContain('%');
  expect(few.sentence + few.known + few.upper).not.toContain('%');

  const old = { ...dataset, kreisGemeinden: null };
  const open = claimOf(old, { ...NO_FILTERS, kreise: ['01001'] }, 'en');
  expect(open.figure.of).toBeNull();
  expect(open.sentence).toMatch(/total number not known in this snapshot\)\.$/);
  expect(open).toMatchObject({ known: '', upper: '', states: [] });
  expect(open.large).toBe(String(open.figure.match));
});

it('tells other bodies beside, never with sizes, and never adds them up', () => {
  const { dataset } = gapSample(11, 120);
  dataset.authorities.kind.forEach((_, row, kinds) => {
    if (row % 4 === 0) kinds[row] = row % 8 === 0 ? 'landkreis' : 'land';
  });
  const { figure, beside, large } = claimOf(dataset, NO_FILTERS, 'de');
  expect(figure.beside.landkreis).toBeGreaterThan(0);
  expect(beside).toContain('Landkreis');
  expect(large).toBe(`${figure.match} von ${figure.of}`);
  expect(claimOf(dataset, { ...NO_FILTERS, sizes: ['mittelstadt'] }, 'de').beside).toBe('');
});
