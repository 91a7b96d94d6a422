import { expect, it } from 'vitest';
import type { ExampleLine } from './detail.ts';
import { NO_FILTERS } from './filters.ts';
import { examplesFor } from './focusexamples.ts';
import { randomDataset } from './testing/dataset.ts';
import { random } from './testing/random.ts';

const dataset = randomDataset(random(4), 30);
dataset.topics = [
  { id: 'wasser', nameDe: '', nameEn: '', goals: [{ goal: 6, relevance: 'main' }] },
  { id: 'kultur', nameDe: '', nameEn: '', goals: [] }
];
const body = dataset.authorities.id[0]!;
const land = dataset.laender[dataset.authorities.land[0]!]!.code;
const other = dataset.laender.find(({ code }) => code !== land)!.code;
const line = (over: Partial<ExampleLine>): ExampleLine => ({
  ...{ id: 'e1', authority: body, partnership: '', partnerName: '', title: '', summary: '' },
  ...{ goals: [], topics: [], url: '' },
  ...over
});
const ids = (lines: ExampleLine[], filters: Partial<typeof NO_FILTERS>) =>
  examplesFor(dataset, lines, { ...NO_FILTERS, ...filters }).map((one) => one.line.id);

it('counts named goals and topics, named ones first', () => {
  const lines = [
    line({ id: 'topic', topics: ['wasser'] }),
    line({ id: 'named', goals: [6, 7] }),
    line({ id: 'neither', topics: ['kultur'], goals: [4] })
  ];
  expect(ids(lines, { goals: [6, 13] })).toEqual(['named', 'topic']);
  expect(ids(lines, {})).toEqual(['topic', 'named', 'neither']);
  const [first] = examplesFor(dataset, lines, { ...NO_FILTERS, goals: [6] });
  expect(first).toMatchObject({ named: [6], topics: [], authority: 0 });
});

it('keeps to the Land of its body, and needs a partnership where one is asked about', () => {
  const lines = [line({ goals: [6] }), line({ id: 'e2', authority: 'a99999', goals: [6] })];
  expect(ids(lines, { goals: [6], laender: [land] })).toEqual(['e1']);
  expect(ids(lines, { goals: [6], laender: [other] })).toEqual([]);
  expect(ids(lines, { goals: [6] })).toEqual(['e1', 'e2']);
  expect(ids(lines, { goals: [6], forms: ['kontakt'] })).toEqual([]);
});
