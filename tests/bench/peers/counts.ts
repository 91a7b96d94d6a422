/** The answer to one click in a form that ours and every peer's can be compared in. */
import type { Filters } from '../../../src/lib/domain/filters.ts';
import { nameOf, type Counted } from './pairs.ts';

export interface Counts {
  /** Rows, ascending. */
  selection: { partnerships: number[]; authorities: number[]; partners: number[] };
  /** `<facet> <option>` -> partnerships, distinct authorities; options with nothing left out. */
  options: Record<string, [number, number]>;
}

/**
 * What every library has to hand over within the time of a click, so that none is timed for less:
 * the rows of the selection as plain lists (each entry once, in any order) and both counts of every
 * option as plain values.
 */
export interface Answer {
  ties: ArrayLike<number>;
  authorities: ArrayLike<number>;
  partners: ArrayLike<number>;
  options: readonly (readonly [Counted, readonly OptionCounts[]])[];
}

export interface OptionCounts {
  value: string | number | boolean;
  partnerships: number;
  authorities: number;
}

/** One filter change, fully answered. This is timed. */
export type Peer = (filters: Filters) => Answer;

/** The answer made comparable; not timed. */
export function countsOf({ ties, authorities, partners, options: facets }: Answer): Counts {
  const options: Counts['options'] = {};
  for (const [key, list] of facets)
    for (const option of list)
      // What we give no option for: no Kreis, no size, no country, no region.
      if (option.partnerships > 0 && option.value !== '')
        options[nameOf(key, option.value)] = [option.partnerships, option.authorities];
  const sorted = (list: ArrayLike<number>) => Array.from(list).sort((a, b) => a - b);
  return {
    selection: {
      partnerships: sorted(ties),
      authorities: sorted(authorities),
      partners: sorted(partners)
    },
    options
  };
}

/** @throws Error naming what differs */
export function assertSame(name: string, ours: Counts, theirs: Counts): void {
  const keys = new Set([...Object.keys(ours.options), ...Object.keys(theirs.options)]);
  const differing = [...keys].filter(
    (key) => ours.options[key]?.join() !== theirs.options[key]?.join()
  );
  const selections = [ours, theirs].map(({ selection }) => JSON.stringify(selection));
  if (differing.length === 0 && selections[0] === selections[1]) return;
  const shown = differing
    .slice(0, 5)
    .map((key) => `${key}: ${String(ours.options[key])} / ${String(theirs.options[key])}`);
  throw new Error(
    `${name}: rows ${selections[0] === selections[1] ? 'the same' : 'differ'}; ours / theirs ${shown.join('; ')}`
  );
}
