/** The picture of a single figure: how many of how many, and what is known of the others. */
import { select } from '../domain/selection.ts';
import { buildAtlas } from '../views/atlas.ts';
import { claimOf } from '../views/claim/claim.ts';
import { claimPlate } from './plates/claim.ts';
import type { Asked, Shown } from './shown.ts';

export function satzShown({ data, parsed, locale, snapshot }: Asked): Shown {
  const { dataset } = data;
  const selection = select(dataset, parsed.filters);
  const atlas = buildAtlas(data, parsed, locale, selection);
  const { publishedAt, edition } = snapshot;
  const stand = { publishedAt, edition: edition?.title ?? null };
  const claim = claimOf(dataset, parsed.filters, locale, stand);
  return {
    atlas,
    title: atlas.title,
    sentence: claim.sentence,
    notes: [claim.known, claim.upper, claim.beside].filter((note) => note !== ''),
    draw: claim.large === '' ? null : (pen) => claimPlate(claim, pen)
  };
}
