/** The map as an embed: flows to the countries, or shaded Länder or Kreise. */
import type { LinkedFlow } from '../../domain/flows.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { AREAS } from '../../url/codec.ts';
import { viewSentence } from '../areawords.ts';
import type { AreasView } from '../areas.ts';
import { asksTies } from '../areawords.ts';
import { buildAtlas } from '../atlas.ts';
import { pageAddress, strayPlace } from '../embedded.ts';
import type { Here } from '../links.ts';
import { groundAttributions } from '../maprows.ts';
import { stillView } from '../still.ts';
import { filterControls } from './controls.ts';
import { changed, goalsNote, type Asked, type Control, type EmbedOf } from './embed.ts';

export interface KarteBody {
  here: Here;
  flows: LinkedFlow[];
  /** Shown instead of flows; null where none are asked for. */
  areas: AreasView | null;
  /** Partnerships of a certain kind are asked for. */
  asked: boolean;
  /** Address of the map that can be moved, in the same frame; null where there is nothing to move. */
  movable: string | null;
}

export function karteEmbed(asked: Asked): EmbedOf<KarteBody> {
  const { data, locale, look } = asked;
  const parsed = { ...asked.parsed, view: stillView(asked.parsed.view, '/') };
  const still = { ...asked, parsed };
  const atlas = buildAtlas(data, parsed, locale);
  const say = { locale };
  const here: Here = { filters: parsed.filters, view: parsed.view, locale };
  const ground = groundAttributions(data.dataset, locale).map(({ text }) => text);
  const empty = atlas.areas ? atlas.areas.rows.length === 0 : atlas.flows.length === 0;
  return {
    view: 'karte',
    title: atlas.title,
    sentence: viewSentence(atlas, locale),
    notes: [
      ...(atlas.areas ? [m.areas_note_bodies({}, say)] : []),
      ...goalsNote(parsed, atlas, locale)
    ],
    ground: ground.length > 0 ? `${m.map_ground({}, say)} ${ground.join(' · ')}` : '',
    issues: [...atlas.issues, ...strayPlace('karte', asked.parsed)],
    page: pageAddress('karte', parsed, locale),
    controls: look.controls ? [faces(still), ...filterControls('karte', still, atlas.choices)] : [],
    look,
    body: {
      here,
      flows: atlas.flows,
      areas: atlas.areas,
      asked: asksTies(parsed.filters),
      movable: empty
        ? null
        : changed('karte', still, {}).replace('/embed/karte', '/embed/karte/beweglich')
    }
  };
}

function faces(asked: Asked): Control {
  const say = { locale: asked.locale };
  const { areas } = asked.parsed.view;
  return {
    label: m.areas_switch({}, say),
    choices: [null, ...AREAS].map((value) => ({
      label: { flows: m.areas_flows, laender: m.areas_laender, kreise: m.areas_kreise }[
        value ?? 'flows'
      ]({}, say),
      href: changed('karte', asked, {}, { areas: value }),
      current: areas === value
    }))
  };
}
