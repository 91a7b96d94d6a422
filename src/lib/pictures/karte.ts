/** The picture of the map page: flows to the countries, or shaded Länder or Kreise. */
import { m } from '../i18n/paraglide/messages.js';
import { buildAtlas } from '../views/atlas.ts';
import { viewSentence } from '../views/areawords.ts';
import { groundAttributions } from '../views/maprows.ts';
import { areasPlate, areasSmall } from './plates/areas.ts';
import { worldPlate } from './plates/world.ts';
import { countryBars } from './bars.ts';
import type { Asked, Shown } from './shown.ts';

export function karteShown({ data, parsed, locale }: Asked): Shown {
  const atlas = buildAtlas(data, parsed, locale);
  const { areas, flows, filters } = atlas;
  const say = { locale };
  const ground = groundAttributions(data.dataset, locale).map(({ text }) => text);
  const words = {
    atlas,
    title: atlas.title,
    sentence: viewSentence(atlas, locale),
    notes: [
      ...(areas && !areas.missing ? [m.areas_note_bodies({}, say)] : []),
      ...(ground.length > 0 ? [`${m.map_ground({}, say)} ${ground.join(' · ')}`] : [])
    ]
  };
  if (areas)
    return {
      ...words,
      draw: areas.rows.length > 0 ? (pen) => areasPlate(areas, filters, pen) : null,
      ...(areas.rows.length > 0 && { small: areasSmall(areas) })
    };
  return {
    ...words,
    draw: flows.length > 0 ? (pen) => worldPlate(flows, pen) : null,
    small: countryBars(atlas, locale)
  };
}
