/**
 * One German side, the whole way: the register first, then what is no municipality of its own.
 *
 * Contract: pure. A tie of an Ortsteil or of a former municipality belongs to the municipality it is
 * part of now; the evidence says through which part (`über Ortsteil Biebrich`).
 */
import type { Decisions } from './decisions.ts';
import { km } from './distance.ts';
import type { German, GermanIndex } from './german.ts';
import { partOf } from './names.ts';
import type { Body } from './register.ts';
import type { Side } from './ties.ts';

/** A part lies in its city: how far from the city's centre its point may be, km. */
const WITHIN = 20;

export function matchSide(side: Side, index: GermanIndex, decisions: Decisions): German {
  const german = index.match(side);
  if (german.body || side.official) return german;
  const former = decisions.former(side);
  if (former) return via(former.body, former.part, german);
  const part = partOf(side.label);
  if (!part || !['german_part', 'german_unknown', 'german_far'].includes(german.reason))
    return german;
  const whole =
    index.match({ ...side, label: part[1], hint: null }).body ?? near(side, part[1], index);
  const close =
    whole && (!side.hint || Math.min(...whole.points.map((at) => km(at, side.hint!))) < WITHIN);
  return close && whole.kind === 'gemeinde' ? via(whole, part[0], german) : german;
}

/** `Vaihingen (Stuttgart)`: the whole by name and the part's own position. */
function near(side: Side, label: string, index: GermanIndex): Body | null {
  return index.match({ ...side, label }).body;
}

const via = (body: Body, part: string, { rivals }: German): German => ({
  body,
  evidence: `über Ortsteil ${part}`,
  rivals,
  decided: true
});
