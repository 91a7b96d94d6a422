/**
 * `static/basemap.pmtiles` from the layers: world to zoom 6, Germany to zoom 9.
 *
 * Contract: reproducible bytes; at most 8 MB (the build fails above).
 */
import type { Anchor } from './anchors.ts';
import { GERMAN_BOX, layers, type Layer } from './layers.ts';
import { writeArchive } from './pmtiles.ts';
import { tiles } from './tiles.ts';

const LIMIT = 8 * 1024 * 1024;
const WORLD_BOX = { west: -180, south: -85.05, east: 179.999, north: 85.05 };

const ATTRIBUTION =
  'Natural Earth | © GeoBasis-DE / BKG (2021), dl-de/by-2-0 (www.govdata.de/dl-de/by-2-0), Daten verändert';

function vectorLayers(all: Layer[]): object[] {
  const names = [...new Set(all.map((layer) => layer.name))];
  return names.map((id) => {
    const same = all.filter((layer) => layer.name === id);
    const keys = new Set(
      same.flatMap((l) => l.data.features.flatMap((f) => Object.keys(f.properties ?? {})))
    );
    const kind = (key: string) =>
      /^(rank|min|level|de|disputed|capital)$/.test(key) ? 'Number' : 'String';
    return {
      id,
      minzoom: Math.min(...same.map((layer) => layer.minZoom)),
      maxzoom: Math.max(...same.map((layer) => layer.maxZoom)),
      fields: Object.fromEntries([...keys].sort().map((key) => [key, kind(key)]))
    };
  });
}

/** The archive's bytes. */
export function archive(anchors: Anchor[]): Uint8Array {
  const all = layers(anchors);
  const world = tiles(all, { zooms: { from: 0, to: 6 }, box: WORLD_BOX });
  const german = tiles(all, { zooms: { from: 7, to: 9 }, box: GERMAN_BOX });
  const bytes = writeArchive([...world, ...german], {
    minZoom: 0,
    maxZoom: 9,
    bounds: [-180, -85.05, 180, 85.05],
    center: { lon: 10.4, lat: 51.1, zoom: 5 },
    metadata: {
      name: 'Partnerschaftsatlas',
      type: 'baselayer',
      attribution: ATTRIBUTION,
      vector_layers: vectorLayers(all)
    }
  });
  if (bytes.length > LIMIT) throw new Error(`basemap has ${bytes.length} bytes, limit ${LIMIT}`);
  return bytes;
}
