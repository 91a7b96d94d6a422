/**
 * The embeds that are weighed, and how heavy they may be.
 *
 * The map that can be moved is one click away in the same frame; its library, its worker and the tiles it
 * loads are apart.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../tools/run/child.ts';

/** Bytes over the wire, the map library apart. */
export const LIMITS = { without: 30_000, with: 80_000 } as const;

/** Set by the script of an embed at its end. */
export const ALIVE = 'html[data-alive]';

export interface EmbedAddress {
  name: string;
  /** After `/embed/`, and after `/bild/`. */
  path: string;
  /** See `weigh.ts`; default `ALIVE`. */
  ready?: string;
  /** There is one at `/bild/`; default yes. */
  picture?: boolean;
}

/** @param place id of a place with many partners */
export const embedsOf = (place: string): EmbedAddress[] => [
  { name: 'karte', path: 'karte' },
  { name: 'karte, Länder', path: 'karte?flaechen=laender' },
  { name: 'karte, Kreise', path: 'karte?flaechen=kreise' },
  { name: 'netz, staaten', path: 'netz' },
  { name: 'netz, ziele', path: 'netz?linse=ziele' },
  { name: 'netz, fluss', path: 'netz?linse=fluss' },
  { name: 'netz, fluss to countries', path: 'netz?linse=fluss&rechts=staat' },
  { name: 'netz, kommunen', path: 'netz?linse=kommunen' },
  { name: 'netz, kommunen of Köln', path: `netz?linse=kommunen&ort=${place}` },
  { name: 'netz, partner-suche', path: 'netz?linse=partner-suche' },
  { name: 'netz, ebenen', path: 'netz?linse=ebenen' },
  { name: 'luecken', path: 'luecken' },
  { name: 'tabelle', path: 'tabelle' },
  { name: 'tabelle, Länder', path: 'tabelle?flaechen=laender' },
  { name: 'profil, Köln', path: `profil?ort=${place}` },
  { name: 'satz', path: 'satz' }
];

export const MOVABLE: EmbedAddress = {
  name: 'karte, to be moved',
  path: 'karte/beweglich',
  picture: false,
  ready: '[data-map-state="idle"]'
};

/** Whether a file of the build is the map library, its worker or its tiles. */
export function isMapLibrary(path: string): boolean {
  if (path.endsWith('.pmtiles')) return true;
  const file = join(ROOT, 'build', 'client', path);
  return path.endsWith('.js') && existsSync(file) && readFileSync(file).includes('maplibre');
}
