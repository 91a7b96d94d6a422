import { expect, it } from 'vitest';
import type { Details, Extras } from '../domain/detail.ts';
import { decodeDetail, encodeDetail } from './detail.ts';

const extras: Extras = {
  networks: [{ id: 'iclei', nameDe: 'ICLEI', nameEn: 'ICLEI', kind: 'network' }],
  memberships: [
    {
      authority: 'a1',
      network: 'iclei',
      programme: 'ICLEI',
      year: '',
      caveat: '',
      url: 'https://example.org/'
    }
  ],
  examples: [],
  actors: [],
  funding: [],
  reviews: [],
  requests: [],
  topicRules: [],
  programmeRules: [],
  accounts: [
    {
      source: 'facts-2026',
      kind: 'membership',
      imported: 233,
      merged: 0,
      quarantined: 1,
      reasons: { german_no_key: 1 }
    }
  ],
  changes: 46
};
const part = (given: Extras) =>
  encodeDetail(Object.assign(new Map(), { extras: given }) as Details);

it('comes back as it was written', () => {
  expect(decodeDetail(part(extras)).extras).toEqual(extras);
});

it('takes a German reason as text, or none at all', () => {
  const line = { id: 'x', rationale: 'why', url: '', from: '', to: '', tags: 1 };
  const rules = (rationaleDe: unknown) =>
    part({ ...extras, topicRules: [line, { ...line, rationaleDe: rationaleDe as string }] });
  expect(decodeDetail(rules('weil')).extras!.topicRules[1]!.rationaleDe).toBe('weil');
  expect(decodeDetail(rules('weil')).extras!.topicRules[0]!.rationaleDe).toBeUndefined();
  expect(() => decodeDetail(rules(7))).toThrow(/topicRules, row 1: rationaleDe/);
});

it('is not there in parts from before it', () => {
  expect(decodeDetail(encodeDetail(new Map())).extras).toBeUndefined();
});

it('refuses what is no link, and a list that is missing', () => {
  const [line] = extras.memberships;
  const bad = { ...extras, memberships: [{ ...line!, url: 'javascript:alert(1)' }] };
  expect(() => decodeDetail(part(bad))).toThrow(/memberships, row 0: url/);
  expect(() => decodeDetail(part({ ...extras, actors: undefined as never }))).toThrow(/actors/);
});
