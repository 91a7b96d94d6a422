/**
 * The figure of a press kit: how many of how many, or what is recorded of a place.
 *
 * Contract: pure. The sentence is complete by itself: it names date and snapshot and what was counted.
 */
import { isFiltered } from '../../domain/filters.ts';
import { formatDate, formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { claimOf, type Claim } from '../claim/claim.ts';
import type { PlaceView } from '../place.ts';
import type { Asked } from './presskit.ts';

export interface KeyFigure {
  large: string;
  largeNote: string;
  sentence: string;
  claim: Claim | null;
}

export function keyFigure(asked: Asked): KeyFigure {
  const { view, parsed, data, snapshot, shown, locale } = asked;
  const { place } = shown.atlas;
  if (view === 'profil' && place) return placeFigure(place, asked);
  const { publishedAt, edition } = snapshot;
  const stand = { publishedAt, edition: edition?.title ?? null };
  const claim = claimOf(data.dataset, parsed.filters, locale, stand);
  return { large: claim.large, largeNote: claim.largeNote, sentence: claim.sentence, claim };
}

function placeFigure(place: PlaceView, { parsed, snapshot, shown, locale }: Asked): KeyFigure {
  const say = { locale };
  const { edition, publishedAt, version } = snapshot;
  const count = place.inside.length;
  const recorded = place.unrecorded
    ? m.no_record_text({ name: place.name }, say)
    : m.press_place_sentence({ name: place.name, summary: place.summary }, say);
  const narrowed = isFiltered(parsed.filters) && !place.unrecorded;
  const sentence = [
    recorded,
    ...(narrowed ? [m.profile_selection({ title: shown.atlas.title }, say)] : []),
    ...(edition ? [`${m.claim_note_edition({ title: edition.title }, say)}.`] : []),
    m.stand({ date: formatDate(publishedAt, locale), version }, say)
  ].join(' ');
  return {
    large: count === 0 ? '' : formatNumber(count, locale),
    largeNote: count === 0 ? '' : m.press_place_large({ count }, say),
    sentence,
    claim: null
  };
}
