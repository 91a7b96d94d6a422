/** The map of an embed that can be moved: what the drawn one shows, as rows for the map library. */
import { select } from '../../domain/selection.ts';
import { endsIn } from '../../charts/worldflows.ts';
import { EUROPE_FRAME } from '../../charts/projection.ts';
import type { AreaData } from '../../map/arealayers.ts';
import type { MapFlow, TieRow } from '../../map/types.ts';
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
      // It is this page.
      movable: null,
      drawn: short(drawn),
      shades: areas && areaData(data.dataset, areas, locale),
      start,
      near: start ? flows.filter((flow) => endsIn(flow, EUROPE_FRAME)).map(({ iso2 }) => iso2) : [],
      back: changed('karte', asked, {})
    }
  };
}

/** Coordinates to 11 m: as the tables hold them they are half of all that is sent. */
function short({ flows, places, ties, ...rest }: Drawn): Drawn {
  const degrees = (value: number) => Math.round(value * 1e4) / 1e4;
  const at = <T extends { lon: number; lat: number }>(row: T): T => ({
    ...row,
    lon: degrees(row.lon),
    lat: degrees(row.lat)
  });
  const between = <T extends MapFlow | TieRow>(row: T): T => ({
    ...at(row),
    fromLon: degrees(row.fromLon),
    fromLat: degrees(row.fromLat)
  });
  return { ...rest, flows: flows.map(between), places: places.map(at), ties: ties.map(between) };
}
