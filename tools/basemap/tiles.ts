/**
 * Layers to vector tiles.
 *
 * Contract: deterministic; a tile without features is left out (readers treat it as empty);
 * points keep out of tiles below the zoom in their `min` property.
 */
import { GeoJSONVT, type GeoJSONVTFeature, type GeoJSONVTTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Layer } from './layers.ts';
import { gzip, type TileEntry } from './pmtiles.ts';

const EXTENT = 4096;

interface Index {
  layer: Layer;
  index: GeoJSONVT;
}

function indexOf(layer: Layer): Index {
  const index = new GeoJSONVT(layer.data, {
    // One more than drawn: the last zoom would not be simplified otherwise.
    maxZoom: layer.maxZoom + 1,
    indexMaxZoom: Math.min(5, layer.minZoom),
    indexMaxPoints: 0,
    tolerance: layer.tolerance ?? 3,
    extent: EXTENT,
    buffer: 64
  });
  return { layer, index };
}

/** Features of one layer in one tile. */
function cut({ layer, index }: Index, z: number, x: number, y: number): GeoJSONVTTile | null {
  if (z < layer.minZoom || z > layer.maxZoom) return null;
  const tile = index.getTile(z, x, y);
  if (!tile) return null;
  const features = tile.features.filter((part: GeoJSONVTFeature) => {
    const min = part.tags?.['min'] as number | undefined;
    return min === undefined || min <= z + 1;
  });
  return features.length ? { ...tile, features } : null;
}

function tileOf(indices: Index[], z: number, x: number, y: number): Uint8Array | null {
  const found: Record<string, GeoJSONVTTile> = {};
  for (const entry of indices) {
    const part = cut(entry, z, x, y);
    if (!part) continue;
    const { name } = entry.layer;
    const others = found[name]?.features ?? [];
    found[name] = { ...part, features: [...others, ...part.features] };
  }
  if (Object.keys(found).length === 0) return null;
  return gzip(fromGeojsonVt(found, { version: 2, extent: EXTENT }));
}

const column = (lon: number, z: number) => Math.floor(((lon + 180) / 360) * 2 ** z);
const row = (lat: number, z: number) => {
  const sin = Math.sin((lat * Math.PI) / 180);
  return Math.floor((0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * 2 ** z);
};

export interface Range {
  zooms: { from: number; to: number };
  box: { west: number; south: number; east: number; north: number };
}

/** All tiles of a box over its zooms. */
export function tiles(layers: Layer[], { zooms, box }: Range): TileEntry[] {
  const wanted = layers.filter((layer) => layer.minZoom <= zooms.to && layer.maxZoom >= zooms.from);
  const indices = wanted.map(indexOf);
  const found: TileEntry[] = [];
  for (let z = zooms.from; z <= zooms.to; z++) {
    const last = 2 ** z - 1;
    for (let x = Math.max(0, column(box.west, z)); x <= Math.min(last, column(box.east, z)); x++)
      for (let y = Math.max(0, row(box.north, z)); y <= Math.min(last, row(box.south, z)); y++) {
        const bytes = tileOf(indices, z, x, y);
        if (bytes) found.push({ z, x, y, bytes });
      }
  }
  return found;
}
