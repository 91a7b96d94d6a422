/**
 * What differs between the two states of one partnership, field by field, as codes.
 *
 * Contract: pure; values are codes and ids, not words, sorted, so that order is no difference. A value
 * that was not recorded before is `filled`, not `changed`: somebody learned something, and nothing
 * need have happened.
 */
import type { Dataset } from './dataset.ts';
import { derived } from './derived.ts';
import { FORMS, GOALS, PROGRAMMES, STATUSES } from './model.ts';

export const FIELDS = [
  'form',
  'status',
  'since',
  'programmes',
  'topics',
  'goals',
  'authorities',
  'partners',
  'names'
] as const;
export type Field = (typeof FIELDS)[number];

export interface FieldChange {
  field: Field;
  kind: 'filled' | 'changed' | 'emptied';
  /** Codes, years, goals, ids or names; [] = not recorded. */
  before: string[];
  after: string[];
}

type Values = Record<Field, string[]>;

/** @param canon leads an id that was merged since to the one both sides share */
export function differences(
  before: Dataset,
  was: number,
  after: Dataset,
  is: number,
  canon: (id: string) => string
): FieldChange[] {
  const [old, now] = [valuesOf(before, was, canon), valuesOf(after, is, canon)];
  const found: FieldChange[] = [];
  for (const field of FIELDS) {
    if (same(old[field], now[field])) continue;
    // Another member has another name: that is one difference, not two.
    if (field === 'names' && found.some((change) => MEMBERS.includes(change.field))) continue;
    const kind =
      old[field].length === 0 ? 'filled' : now[field].length === 0 ? 'emptied' : 'changed';
    found.push({ field, kind, before: old[field], after: now[field] });
  }
  return found;
}

const MEMBERS: readonly Field[] = ['authorities', 'partners'];

const same = (a: string[], b: string[]) =>
  a.length === b.length && a.every((value, i) => value === b[i]);

function valuesOf(dataset: Dataset, row: number, canon: (id: string) => string): Values {
  const { partnerships: ties, authorities, partners, topics } = dataset;
  const { status, programmes } = derived(dataset);
  const known = (code: string) => (code === 'unbekannt' ? [] : [code]);
  const bits = programmes[row]!;
  const mask = ties.goals.reduce((all, column) => all | column[row]!, 0);
  const ours: string[] = [];
  const theirs: string[] = [];
  const names: string[] = [];
  for (let i = ties.memberStart[row]!; i < ties.memberStart[row + 1]!; i++) {
    const member = ties.members[i]!;
    if (member >= 0) ours.push(canon(authorities.id[member]!));
    else theirs.push(canon(partners.id[~member]!));
    names.push(member >= 0 ? authorities.name[member]! : partners.nameDe[~member]!);
  }
  const list = ties.topicList.subarray(ties.topicStart[row], ties.topicStart[row + 1]);
  return {
    form: known(FORMS[ties.form[row]!]!),
    status: known(STATUSES[status[row]!]!),
    since: ties.since[row] === 0 ? [] : [String(ties.since[row])],
    programmes: PROGRAMMES.filter((_, bit) => bits & (1 << bit)),
    topics: Array.from(list, (topic) => topics[topic]!.id).sort(),
    goals: GOALS.filter((goal) => mask & (1 << goal)).map(String),
    authorities: [...new Set(ours)].sort(),
    partners: [...new Set(theirs)].sort(),
    names: names.sort()
  };
}
