/**
 * A selection as GeoJSON (RFC 7946): one feature per partnership, its id the partnership's.
 *
 * Contract: pure. A line from each German member to each partner; where one side could not be
 * located, points of the other; null where nothing is. Properties are those of the CSV. Terms,
 * attributions and snapshot are foreign members of the collection. Straight lines: how a flow bends
 * is a matter of the map.
 */
import type { FeatureCollection, Geometry, Position } from 'geojson';
import type { Dataset } from '../domain/dataset.ts';
import type { Selection } from '../domain/selection.ts';
import { degrees, list, memberCells, tieCells, type FieldOptions } from './records.ts';
import { termsOf, type Terms } from './terms.ts';

export interface AtlasCollection extends FeatureCollection<Geometry | null> {
  terms: Terms;
  /** Whom to name, in the reader's language. */
  attribution: string;
  licence: string;
  snapshot: { version: number; published_at: string };
}

export function geojson(
  dataset: Dataset,
  selection: Pick<Selection, 'rows'>,
  options: FieldOptions
): AtlasCollection {
  const terms = termsOf(dataset.sources);
  return {
    type: 'FeatureCollection',
    terms,
    attribution: list(options.locale === 'de' ? terms.attributions_de : terms.attributions_en),
    licence: terms.licence,
    snapshot: { version: dataset.version, published_at: dataset.publishedAt },
    features: Array.from(selection.rows, (row) => {
      const members = membersOf(dataset, row);
      const { partnership_id: id, ...tie } = tieCells(dataset, row, options);
      const ours = members.filter((member) => member >= 0);
      const theirs = members.filter((member) => member < 0);
      // Of a German-German tie the first member stands on the one side.
      const [left, right] = theirs.length > 0 ? [ours, theirs] : [ours.slice(0, 1), ours.slice(1)];
      const cells = (side: number[]) => side.map((member) => memberCells(dataset, member, options));
      const from = cells(left);
      const to = cells(right);
      return {
        type: 'Feature' as const,
        id,
        geometry: geometryOf(positions(dataset, left), positions(dataset, right)),
        properties: {
          partnership_id: id,
          authority_ids: list(from.map((cell) => cell.partner_id)),
          authority_names: list(from.map((cell) => cell.partner_name)),
          partner_ids: list(to.map((cell) => cell.partner_id)),
          partner_names: list(to.map((cell) => cell.partner_name)),
          country_codes: list(to.map((cell) => cell.country_code)),
          country_names: list(to.map((cell) => cell.country_name)),
          ...tie
        }
      };
    })
  };
}

const membersOf = ({ partnerships: ties }: Dataset, row: number): number[] => [
  ...ties.members.subarray(ties.memberStart[row]!, ties.memberStart[row + 1]!)
];

function positions({ authorities, partners }: Dataset, members: number[]): Position[] {
  return members.flatMap((member) => {
    const at = member >= 0 ? authorities : partners;
    const row = member >= 0 ? member : ~member;
    const [lon, lat] = [degrees(at.lon[row]!), degrees(at.lat[row]!)];
    return lon === null || lat === null ? [] : [[lon, lat]];
  });
}

function geometryOf(left: Position[], right: Position[]): Geometry | null {
  const lines = left.flatMap((a) => right.map((b) => [a, b]));
  if (lines.length === 1) return { type: 'LineString', coordinates: lines[0]! };
  if (lines.length > 1) return { type: 'MultiLineString', coordinates: lines };
  const points = [...left, ...right];
  if (points.length === 0) return null;
  if (points.length === 1) return { type: 'Point', coordinates: points[0]! };
  return { type: 'MultiPoint', coordinates: points };
}
