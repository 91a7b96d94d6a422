/**
 * The map's own words, German and English.
 *
 * Contract: complete for both languages (checked by the type); counts in sentences come ready.
 */
import type { Locale } from './types.ts';

interface Words {
  zoomIn: string;
  zoomOut: string;
  world: string;
  germany: string;
  /** Short forms written on the buttons. */
  worldShort: string;
  germanyShort: string;
  controls: string;
  legendFlows: string;
  attribution: string;
  twoFingers: string;
  modifier: string;
  modifierMac: string;
  partnerships: (n: number) => string;
  authorities: (n: number) => string;
}

const counted = (locale: Locale, one: string, many: string) => (n: number) =>
  `${new Intl.NumberFormat(locale).format(n)} ${n === 1 ? one : many}`;

export const WORDS: Record<Locale, Words> = {
  de: {
    zoomIn: 'Näher heran',
    zoomOut: 'Weiter weg',
    world: 'Ganze Welt zeigen',
    germany: 'Deutschland zeigen',
    worldShort: 'Welt',
    germanyShort: 'Deutschland',
    controls: 'Kartenausschnitt',
    legendFlows: 'Partnerschaften',
    attribution: 'Quellen der Karte ein- oder ausblenden',
    twoFingers: 'Karte mit zwei Fingern verschieben',
    modifier: 'Zum Zoomen Strg gedrückt halten und scrollen',
    modifierMac: 'Zum Zoomen ⌘ gedrückt halten und scrollen',
    partnerships: counted('de', 'Partnerschaft', 'Partnerschaften'),
    authorities: counted('de', 'Kommune', 'Kommunen')
  },
  en: {
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    world: 'Show the whole world',
    germany: 'Show Germany',
    worldShort: 'World',
    germanyShort: 'Germany',
    controls: 'Map view',
    legendFlows: 'Partnerships',
    attribution: 'Show or hide the sources of the map',
    twoFingers: 'Use two fingers to move the map',
    modifier: 'Hold Ctrl and scroll to zoom the map',
    modifierMac: 'Hold ⌘ and scroll to zoom the map',
    partnerships: counted('en', 'partnership', 'partnerships'),
    authorities: counted('en', 'municipality', 'municipalities')
  }
};
