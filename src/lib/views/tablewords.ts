/** What stands in the cells of the table of partnerships, on the page and in its picture. Pure. */
import { LAYERS, type Layer } from '../domain/model.ts';
import type { Locale } from '../i18n/locale.ts';
import { m } from '../i18n/paraglide/messages.js';
import type { Member, Tie } from './ties.ts';

const LAYER_NAMES: Partial<Record<Layer, string>> = {
  'wikidata-2017': 'Wikidata',
  'wikipedia-2026': 'Wikipedia'
};

/** Between German bodies the first one is told by the others. */
export function sidesOf({ german, partners }: Tie): { german: Member[]; partners: Member[] } {
  if (partners.length > 0) return { german, partners };
  return { german: german.slice(0, 1), partners: german.slice(1) };
}

/** Countries, or Länder, each once. */
export const placesOf = (partners: readonly Member[]): string =>
  [...new Set(partners.map(({ where }) => where))].join(', ');

/** @returns '' where nothing is recorded */
export const formOf = ({ form, formKnown, programmes }: Tie): string =>
  [formKnown ? form : '', ...programmes].filter(Boolean).join(', ');

/** Names of the bulk sources after a page that was read, whose address stands in the place panel. */
export const layersOf = ({ layers, confirmed }: Tie, locale: Locale): string => {
  const bulk = layers.flatMap((layer) => LAYER_NAMES[LAYERS[layer]!] ?? []);
  return [...(confirmed ? [m.layer_page({}, { locale })] : []), ...bulk].join(', ');
};
