/** The picture of a place: what it does, with whom, on what; or what is not known of it. */
import { isFiltered } from '../domain/filters.ts';
import { m } from '../i18n/paraglide/messages.js';
import { buildAtlas } from '../views/atlas.ts';
import { profilePlate, profileSmall } from './plates/profile.ts';
import type { Asked, Shown } from './shown.ts';

/** The address must ask for a place that the data or the register knows. */
export function profilShown({ data, parsed, locale }: Asked): Shown {
  const atlas = buildAtlas(data, parsed, locale);
  const { place, filters } = atlas;
  const say = { locale };
  if (!place)
    return { atlas, title: m.place_missing({}, say), sentence: '', notes: [], draw: null };
  const laender = data.dataset.laender.map(({ code }) => code);
  const sentence = place.unrecorded
    ? `${m.no_record_title({}, say)}. ${m.no_record_text({ name: place.name }, say)}`
    : place.summary;
  const selected = isFiltered(filters) && !place.unrecorded;
  return {
    atlas,
    title: place.name,
    about: place.about,
    sentence,
    notes: selected ? [m.profile_selection({ title: atlas.title }, say)] : [],
    draw: (pen) => profilePlate(place, laender, pen),
    small: profileSmall(place, laender)
  };
}
