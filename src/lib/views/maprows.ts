/** Rows for the interactive map: the same selection as the table, in the map's own shape. */
import type { Dataset, Source } from '../domain/dataset.ts';
import { tiesByAuthority, tiesOf } from '../domain/flows.ts';
import type { Selection } from '../domain/selection.ts';
import type { Locale } from '../i18n/locale.ts';
import type { PlacePoint, TieRow } from '../map/types.ts';

/** German bodies with a record in the selection (no Länder: they are areas, not points). */
export function placePoints(dataset: Dataset, selection: Selection): PlacePoint[] {
  const { id, name, kind, lon, lat } = dataset.authorities;
  return Array.from(tiesByAuthority(dataset, selection))
    .filter(([row]) => kind[row] !== 'land')
    .map(([row, ties]) => ({
      id: id[row]!,
      name: name[row]!,
      lon: lon[row]!,
      lat: lat[row]!,
      ties
    }));
}

/** The located ties of the chosen place, German or abroad; empty when there is none. */
export function tieRows(
  dataset: Dataset,
  selection: Selection,
  place: string | null,
  locale: Locale
): TieRow[] {
  if (!place) return [];
  const { authorities, partners, partnerships } = dataset;
  const at = (member: number) =>
    member >= 0
      ? {
          id: authorities.id[member]!,
          name: authorities.name[member]!,
          lon: authorities.lon[member]!,
          lat: authorities.lat[member]!
        }
      : {
          id: partners.id[~member]!,
          name: (locale === 'de' ? partners.nameDe : partners.nameEn)[~member]!,
          lon: partners.lon[~member]!,
          lat: partners.lat[~member]!
        };
  return rowsOf().flatMap((row) => {
    const members = Array.from(
      partnerships.members.subarray(
        partnerships.memberStart[row]!,
        partnerships.memberStart[row + 1]!
      ),
      at
    );
    const from = members.find((member) => member.id === place);
    if (!from || Number.isNaN(from.lon)) return [];
    return members
      .filter((member) => member.id !== place && !Number.isNaN(member.lon))
      .map(({ id, name, lon, lat }) => ({
        id: partnerships.id[row]!,
        member: id,
        name,
        lon,
        lat,
        fromMember: from.id,
        from: from.name,
        fromLon: from.lon,
        fromLat: from.lat
      }));
  });

  function rowsOf(): number[] {
    const authority = authorities.id.indexOf(place!);
    if (authority >= 0) return tiesOf(dataset, selection, authority);
    const partner = partners.id.indexOf(place!);
    if (partner < 0) return [];
    return Array.from(selection.rows).filter((row) =>
      partnerships.members
        .subarray(partnerships.memberStart[row]!, partnerships.memberStart[row + 1]!)
        .includes(~partner)
    );
  }
}

/** A source of the map's ground: words and licence as they stand in the published data. */
export interface Attribution {
  text: string;
  /** '' = the licence has no address. */
  licenceUrl: string;
}

/** Sources of the ground the map is drawn on; partnerships name theirs beside the picture. */
const GROUND = ['natural-earth', 'bkg-vg5000', 'destatis', 'geonames'];

export const isGround = ({ id }: Pick<Source, 'id'>): boolean => GROUND.includes(id);

/** Their attributions, in the words of the published data. */
export function groundAttributions(dataset: Dataset, locale: Locale): Attribution[] {
  return dataset.sources.filter(isGround).map(({ attributionDe, attributionEn, licenceUrl }) => ({
    text: locale === 'de' ? attributionDe : attributionEn,
    licenceUrl
  }));
}
