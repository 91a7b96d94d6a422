/**
 * Section `extras` of part `detail`: memberships, examples, actors, funding, reviews, requests,
 * rules and the accounting. Optional: parts of format 1 from before it decode as without.
 *
 * Contract: plain JSON of the domain's own shapes, checked line by line when read.
 */
import type { Extras } from '../domain/detail.ts';
import { SnapshotError } from './error.ts';

type Check = (value: unknown) => boolean;
type Shape = Record<string, Check>;

const text: Check = (value) => typeof value === 'string';
const count: Check = (value) => Number.isInteger(value) && Number(value) >= 0;
const year: Check = (value) => value === null || Number.isInteger(value);
const amount: Check = (value) => value === null || (Number.isFinite(value) && Number(value) >= 0);
const flag: Check = (value) => typeof value === 'boolean';
const all =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const goals = all((value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 17);
/** Shown as a link: nothing but http and https. */
const link: Check = (value) => typeof value === 'string' && /^(https?:\/\/|$)/.test(value);
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const counts: Check = (value) => isObject(value) && Object.values(value).every(count);

const texts = (...names: string[]): Shape => Object.fromEntries(names.map((n) => [n, text]));
/** Missing in parts from before it. */
const later =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const rule: Shape = {
  rationaleDe: later(text),
  ...texts('id', 'rationale', 'from', 'to'),
  url: link,
  tags: count
};
const SHAPES: Record<Exclude<keyof Extras, 'changes'>, Shape> = {
  networks: texts('id', 'nameDe', 'nameEn', 'kind'),
  memberships: { ...texts('authority', 'network', 'programme', 'year', 'caveat'), url: link },
  examples: {
    ...texts('id', 'authority', 'partnership', 'partnerName', 'title', 'summary'),
    goals,
    topics: all(text),
    url: link
  },
  actors: {
    ...texts('id', 'authority', 'partner', 'partnerName', 'name', 'kind', 'note'),
    since: year,
    url: link
  },
  funding: {
    ...texts('id', 'nameDe', 'nameEn', 'provider', 'level', 'whatDe', 'from', 'to', 'status'),
    ...texts('stateAsOf', 'note'),
    eligible: later(text),
    least: later(amount),
    most: later(amount),
    ownShare: later(amount),
    url: link
  },
  reviews: {
    ...texts('kind', 'occasion', 'entity', 'authority', 'note'),
    year,
    goals,
    from: later(text),
    to: later(text),
    confirmed: flag,
    url: link
  },
  requests: {
    ...texts('partner', 'name', 'country', 'date', 'note'),
    historic: flag,
    topics: all(text),
    url: link
  },
  topicRules: rule,
  programmeRules: rule,
  accounts: {
    ...texts('source', 'kind'),
    imported: count,
    merged: count,
    quarantined: count,
    reasons: counts
  }
};

/** @throws {SnapshotError} that names the list and the row */
export function decodeExtras(value: unknown): Extras {
  if (!isObject(value)) throw new SnapshotError('shape', 'detail.extras: no object');
  for (const [name, shape] of Object.entries(SHAPES)) {
    const list = value[name];
    if (!Array.isArray(list)) throw new SnapshotError('shape', `detail.extras.${name}: no list`);
    list.forEach((row: unknown, i) => {
      const wrong = isObject(row) ? Object.keys(shape).find((key) => !shape[key]!(row[key])) : name;
      if (wrong) throw new SnapshotError('shape', `detail.extras.${name}, row ${i}: ${wrong}`);
    });
  }
  if (!count(value['changes'])) throw new SnapshotError('shape', 'detail.extras.changes');
  return value as unknown as Extras;
}
