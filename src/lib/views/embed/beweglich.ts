/** The map of an embed that can be moved: what the drawn one shows, as rows for the map library. */
import { select } from '../../domain/selection.ts';
import { endsIn } from '../../charts/worldflows.ts';
import { EUROPE_FRAME } from '../../charts/projection.ts';
import type { AreaData } from '../../map/arealayers.ts';
import { areaData } from '../areadata.ts';
import { drawnOf, NOTHING_DRAWN, startOf, type Drawn } from '../drawn.ts';
import { changed, type Asked, type EmbedOf } from './embed.ts';
import { karteEmbed, type KarteBody } from './karte.ts';

export interface MovableBody extends KarteBody {
  /** As the whole world is seen: closer, nothing more comes, since the data stays on the server. */
  drawn: Drawn;
  shades: AreaData | null;
  /** Where all flows start; null = in more than one place, and Europe is not drawn enlarged. */
  start: [number, number] | null;
  /** Countries that the inset of Europe draws. */
  near: string[];
  /** The drawn map, in the same frame. */
  back: string;
}

export function movableEmbed(asked: Asked): EmbedOf<MovableBody> {
  const { data, parsed, locale } = asked;
  const embed = karteEmbed(asked);
  const { areas, flows } = embed.body;
  const drawn = areas
    ? NOTHING_DRAWN
    : drawnOf(data.dataset, select(data.dataset, parsed.filters), {
        filters: parsed.filters,
        place: null,
        view: null,
        locale
      });
  const start = startOf(drawn);
  return {
    ...embed,
    controls: [],
    body: {
      ...embed.body,
      drawn,
      shades: areas && areaData(data.dataset, areas, locale),
      start,
      near: start ? flows.filter((flow) => endsIn(flow, EUROPE_FRAME)).map(({ iso2 }) => iso2) : [],
      back: changed('karte', asked, {})
    }
  };
}
