/** The answer to one click in a form that ours and every peer's can be compared in. */
import type { Facet, Facets } from '../../../src/lib/domain/facets.ts';
import type { Filters } from '../../../src/lib/domain/filters.ts';
import type { Selection } from '../../../src/lib/domain/selection.ts';
import { COUNTED, nameOf } from './pairs.ts';

export interface Counts {
  selection: { partnerships: number; authorities: number; partners: number };
  /** `<facet> <option>` -> partnerships, distinct authorities; options with nothing left out. */
  options: Record<string, [number, number]>;
}

export interface Peer {
  /** One filter change, fully answered: the selection and all counts can be read. This is timed. */
  click(filters: Filters): void;
  /** The answer to the last click, made comparable. */
  counts(): Counts;
}

export function ourCounts(selection: Selection, facets: Facets): Counts {
  const options: Counts['options'] = {};
  for (const key of COUNTED)
    for (const option of (facets[key] as Facet<unknown>).options)
      if (option.partnerships > 0)
        options[nameOf(key, String(option.value))] = [option.partnerships, option.authorities];
  return {
    selection: {
      partnerships: selection.rows.length,
      authorities: selection.authorities.length,
      partners: selection.partners.length
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
  const selections = [ours, theirs].map(({ selection }) => Object.values(selection).join());
  if (differing.length === 0 && selections[0] === selections[1]) return;
  const shown = differing
    .slice(0, 5)
    .map((key) => `${key}: ${String(ours.options[key])} / ${String(theirs.options[key])}`);
  throw new Error(`${name}: ours / theirs ${selections.join(' / ')}; ${shown.join('; ')}`);
}
