import { describe, expect, test } from 'vitest';
import { NO_FILTERS } from './filters.ts';
import { select } from './selection.ts';
import { randomDataset } from './testing/dataset.ts';
import { random } from './testing/random.ts';
import { timelineOf } from './timeline.ts';

const everything = { ...NO_FILTERS, inland: true };

describe('timelineOf', () => {
  test('puts each partnership into one year or among the unknown', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const dataset = randomDataset(random(seed), 60);
      const selection = select(dataset, everything);
      const line = timelineOf(dataset, selection);
      const years = [...selection.rows].map((row) => dataset.partnerships.since[row]!);
      line.counts.forEach((count, i) =>
        expect(count).toBe(years.filter((year) => year === line.from + i).length)
      );
      expect(line.unknown).toBe(years.filter((year) => year === 0).length);
      expect(line.known + line.unknown).toBe(years.length);
      expect(line.counts.reduce((sum, n) => sum + n, 0)).toBe(line.known);
      expect(line.decades.reduce((sum, { partnerships }) => sum + partnerships, 0)).toBe(
        line.known
      );
      expect(line.counts.length % 10).toBe(0);
    }
  });

  test('says nothing where no year is known', () => {
    const dataset = randomDataset(random(3), 20);
    dataset.partnerships.since.fill(0);
    const line = timelineOf(dataset, select(dataset, everything));
    expect(line).toMatchObject({ from: 0, counts: [], decades: [], known: 0 });
    expect(line.unknown).toBeGreaterThan(0);
  });

  test('names the countries of a decade', () => {
    const dataset = randomDataset(random(5), 40);
    const { partnerships } = dataset;
    partnerships.since.fill(1994);
    const [nineties, ...others] = timelineOf(dataset, select(dataset, NO_FILTERS)).decades;
    expect(others).toEqual([]);
    expect(nineties!.from).toBe(1990);
    expect(nineties!.countries.length).toBeGreaterThan(0);
  });
});
