/** The picture of the table of the map page: its first rows, of partnerships or of areas. */
import { m } from '../i18n/paraglide/messages.js';
import { buildAtlas } from '../views/atlas.ts';
import { viewSentence } from '../views/areawords.ts';
import { countryBars } from './bars.ts';
import { areaRowsPlate } from './plates/arearows.ts';
import { areasSmall } from './plates/areas.ts';
import { tiesPlate } from './plates/ties.ts';
import type { Asked, Shown } from './shown.ts';

export function tabelleShown({ data, parsed, locale }: Asked): Shown {
  const atlas = buildAtlas(data, parsed, locale);
  const { areas, table } = atlas;
  const say = { locale };
  const words = { atlas, title: atlas.title, sentence: viewSentence(atlas, locale) };
  if (areas) {
    const notes = areas.missing ? [] : [m.areas_note({}, say), m.areas_note_bodies({}, say)];
    const { length } = areas.rows;
    return {
      ...words,
      notes,
      draw: length > 0 ? (pen) => areaRowsPlate(areas, pen) : null,
      ...(length > 0 && { small: areasSmall(areas) })
    };
  }
  const there = table !== null && table.total > 0;
  return {
    ...words,
    notes: [],
    draw: there ? (pen) => tiesPlate(table, pen) : null,
    small: countryBars(atlas, locale)
  };
}
