import { expect, it } from 'vitest';
import type { ProgrammeRule, Topic } from './dataset.ts';
import type { DetailTag } from './detail.ts';
import { deriveTags, goalMasks } from './rules.ts';

const climate: ProgrammeRule = {
  id: 'klimapartnerschaft',
  nameDe: '',
  nameEn: '',
  programme: 'klimapartnerschaft',
  goals: [{ goal: 13, relevance: 'main' }]
};
const water: Topic = {
  id: 'wasser',
  nameDe: '',
  nameEn: '',
  goals: [
    { goal: 6, relevance: 'main' },
    { goal: 13, relevance: 'significant' }
  ]
};
const named: DetailTag = {
  goal: 13,
  target: '13.1',
  relevance: 'main',
  basis: 'source',
  by: 'https://x'
};

it('keeps every basis apart and says by which rule', () => {
  const tags = deriveTags([named, named], [climate, climate], [water]);
  expect(tags).toEqual([
    named,
    { goal: 13, target: '', relevance: 'main', basis: 'programme', by: 'klimapartnerschaft' },
    { goal: 6, target: '', relevance: 'main', basis: 'topic', by: 'wasser' },
    { goal: 13, target: '', relevance: 'significant', basis: 'topic', by: 'wasser' }
  ]);
  expect(goalMasks(tags)).toEqual([1 << 13, 0, 1 << 13, (1 << 6) | (1 << 13)]);
});

it('gives nothing where nothing is recorded', () => {
  expect(goalMasks(deriveTags([], [], []))).toEqual([0, 0, 0, 0]);
});
