import { expect, it } from 'vitest';
import { sharesOf, SMALL, type Area } from './areas.ts';
import { shadingOf } from './areashade.ts';

function area(n: number, match: number, other = 0, none = 0): Area {
  const counts = {
    match,
    recorded_other: other,
    attribute_unknown: 0,
    confirmed_none: none,
    no_record: n - match - other - none
  };
  const shares = n < SMALL ? { rate: null, upper: null, coverage: null } : sharesOf(n, counts);
  return { code: '09', name: 'Bayern', n, counts, ...shares, body: null };
}

it('shades by fixed equal steps, their lower bound included', () => {
  const steps = [1, 9, 10, 19, 20, 30, 39, 40, 100].map((match) => shadingOf(area(100, match)));
  expect(steps.map(({ shade }) => shade)).toEqual([
    ...['step0', 'step0', 'step1', 'step1', 'step2', 'step3', 'step3', 'step4', 'step4']
  ]);
});

it('never gives the palest step to what nobody has recorded', () => {
  expect(shadingOf(area(100, 0)).shade).toBe('empty');
  expect(shadingOf(area(1, 0)).shade).toBe('empty');
  expect(shadingOf(area(100, 0, 1)).shade).toBe('step0');
  expect(shadingOf(area(100, 0, 0, 100)).shade).toBe('confirmed');
});

it('gives no step to a share of fewer than five', () => {
  expect(shadingOf(area(4, 4)).shade).toBe('few');
  expect(shadingOf(area(4, 0, 1)).shade).toBe('few_other');
});

it('marks what is hardly known, however pale', () => {
  expect(shadingOf(area(100, 5)).thin).toBe(true);
  expect(shadingOf(area(100, 5, 15)).thin).toBe(false);
});
