/** The partnerships behind a picked mark, with their sources. */
import type { Filters } from '../../domain/filters.ts';
import { linkTo, linkToNet } from '../links.ts';
import { DEFAULT_NET } from '../../url/codec.ts';
import { tieOf } from '../ties.ts';
import type { Asked, Picked } from './lens.ts';

/** Partnerships listed on the page itself; the rest is one link away. */
export const LISTED = 40;

/**
 * @param id of the mark
 * @param rows its partnerships
 * @param asks filters that give exactly these, for the table beside the map; null = none do
 */
export function pickedOf(
  { dataset, details, here, locale }: Asked,
  id: string,
  label: string,
  rows: readonly number[],
  asks: Partial<Filters> | null
): Picked {
  return {
    id,
    label,
    total: rows.length,
    ties: rows.slice(0, LISTED).map((row) => tieOf(dataset, details, row, locale)),
    all:
      asks &&
      linkTo({ ...here, page: '/' }, asks, {
        view: 'tabelle',
        place: null,
        net: DEFAULT_NET,
        areas: null,
        sort: null,
        page: 1
      }),
    without: linkToNet(here, { picked: null })
  };
}

/** Address of any mark's list, up to its id: `wahl` is the last parameter of the grammar. */
export function pickBase({ here }: Asked): string {
  return linkToNet(here, { picked: 'x' }).slice(0, -1);
}
