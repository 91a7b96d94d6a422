/**
 * What must be known before a number is printed.
 *
 * Contract: pure; only what is true of this selection, the most important first, nothing twice. What
 * the figure itself says (`Claim`: how many are known, how many it could be) stands with the figure.
 */
import { SMALL } from '../../domain/areas.ts';
import { FACTS_BIT } from '../../domain/derived.ts';
import { select } from '../../domain/selection.ts';
import { formatDate, formatList, formatNumber, formatShare } from '../../i18n/format.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { goalsKnown } from '../choices.ts';
import type { Claim } from '../claim/claim.ts';
import { lookedAt } from '../unrecorded.ts';
import type { Asked } from './presskit.ts';

export function caveatsOf(asked: Asked, claim: Claim | null): string[] {
  const { snapshot, shown, data, locale } = asked;
  const say = { locale };
  const { edition } = snapshot;
  const said = claim ? [claim.known, claim.upper, claim.beside] : [];
  // Whose ground a map is drawn on stands with the sources.
  const ground = m.map_ground({}, say);
  const few = claim?.figure.of;
  const caveats = [
    ...(edition ? [`${edition.title}. ${edition.note}`] : []),
    m.no_record_note({}, say),
    bulkNote(asked),
    few && few < SMALL ? m.press_caveat_few({}, say) : '',
    ...patchyNotes(asked),
    asksOda(asked)
      ? m.press_caveat_oda({ note: m.south_note({ year: data.dataset.odaYear }, say) }, say)
      : '',
    ...shown.notes.filter((note) => !said.includes(note) && !note.startsWith(ground)),
    ageNote(asked),
    m.press_caveat_stand({ date: formatDate(snapshot.publishedAt, locale) }, say)
  ];
  return [...new Set(caveats)].filter((text) => text !== '');
}

/** How much of what is counted nobody has read up on. */
function bulkNote({ view, shown, data: { dataset }, parsed, locale }: Asked): string {
  const { place } = shown.atlas;
  const confirmed =
    view === 'profil' && place
      ? place.inside.map((tie) => tie.confirmed)
      : Array.from(
          select(dataset, parsed.filters).rows,
          (row) => (dataset.partnerships.layers[row]! & FACTS_BIT) !== 0
        );
  const count = confirmed.filter((known) => !known).length;
  if (count === 0) return '';
  const inputs = {
    count,
    bulk: formatNumber(count, locale),
    all: formatNumber(confirmed.length, locale)
  };
  return m.press_caveat_bulk(inputs, { locale });
}

/** What is recorded of few, where it matters: goals always, years where they are asked for. */
function patchyNotes({ view, shown, parsed, locale }: Asked): string[] {
  const { years } = shown.atlas.choices.known;
  const say = { locale };
  // Shares are those of all that is selected: beside a place they would be taken for its own.
  if (view === 'profil') return [];
  const { since } = parsed.filters;
  return [
    goalsKnown(shown.atlas, locale),
    since !== null && since !== 'unbekannt' && years !== null && years < 1
      ? m.press_caveat_years({ share: formatShare(years, locale) }, say)
      : ''
  ];
}

function asksOda({ view, parsed: { filters, view: state } }: Asked): boolean {
  const { row, column } = state.gaps;
  return filters.south || (view === 'luecken' && (row === 'gruppe' || column === 'gruppe'));
}

function ageNote({ data: { dataset }, locale }: Asked): string {
  const list = lookedAt(dataset, locale).map(({ name, state }) =>
    m.press_caveat_age_of({ name, state }, { locale })
  );
  if (list.length < 2) return '';
  return m.press_caveat_age({ list: formatList(list, locale, 'and') }, { locale });
}
