import { expect, test } from 'vitest';
import { deltaOf } from '../domain/delta.ts';
import { NO_FILTERS } from '../domain/filters.ts';
import { STATUSES } from '../domain/model.ts';
import { randomDataset } from '../domain/testing/dataset.ts';
import { random } from '../domain/testing/random.ts';
import { DELTA_COLUMNS, deltaCsv } from './deltacsv.ts';

const side = (version: number) => ({
  dataset: { ...randomDataset(random(5), 30), version },
  details: null
});

test('every row says which list it is in, what differs, and which snapshots are meant', () => {
  const [before, after] = [side(1), side(2)];
  const delta = deltaOf(before, after, { ...NO_FILTERS, inland: true });
  const { status } = after.dataset.partnerships;
  const tie = delta.kept[0]!;
  status[tie.after] = STATUSES.indexOf('aktiv');
  before.dataset.partnerships.status[tie.before] = STATUSES.indexOf('ruhend');
  const flags = [before, after].map(({ dataset }) => dataset.partnerships.flags);
  for (const column of flags) column[tie.after] = 0;
  // The columns that follow from a dataset are kept with it: the changed one is another.
  const [old, now] = [before, after].map(({ dataset }) => ({
    dataset: { ...dataset },
    details: null
  })) as [typeof before, typeof after];
  const again = deltaOf(old, now, { ...NO_FILTERS, inland: true });
  const text = deltaCsv(old, now, again, { separator: ';', locale: 'de', note: 'Daten' });
  const [head, ...rows] = text
    .replace('\ufeff', '')
    .trim()
    .split('\r\n')
    .map((line) => line.split(';'));
  expect(head).toEqual([...DELTA_COLUMNS]);
  expect(rows).toHaveLength(1);
  const row = Object.fromEntries(head!.map((name, at) => [name, rows[0]![at]]));
  expect(row).toMatchObject({
    change: 'changed',
    partnership_id: tie.id,
    fields: 'status:changed',
    before: 'status=ruhend',
    after: 'status=aktiv',
    snapshot_before: '1 (2026-11-22)',
    snapshot_after: '2 (2026-11-22)',
    note: 'Daten'
  });
});
