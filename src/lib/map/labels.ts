/**
 * The map's own words, German and English.
 *
 * Contract: complete for both languages (checked by the type); counts in sentences come ready.
 */
import type { FlowLevel } from '../domain/flowlevels.ts';
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
  europe: string;
  europeShort: string;
  globe: string;
  flat: string;
  /** What line widths mean, per level. */
  legend: Record<Exclude<FlowLevel, 'orte'>, string>;
  /** What a thin line means. */
  legendTie: (n: number) => string;
  strongest: (n: number, total: number) => string;
  unlocated: (n: number) => string;
  /** What the map is, for those who do not see it. */
  described: (drawn: number) => string;
  drawn: string;
  /** Tiles are missing and will be asked for again. */
  gaps: string;
  twoFingers: string;
  modifier: string;
  modifierMac: string;
  partnerships: (n: number) => string;
  authorities: (n: number) => string;
}

const figure: Record<Locale, (n: number) => string> = {
  de: (n) => new Intl.NumberFormat('de').format(n),
  en: (n) => new Intl.NumberFormat('en').format(n)
};

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
    europe: 'Europa zeigen',
    europeShort: 'Europa',
    globe: 'Globus',
    flat: 'Karte',
    legend: {
      staaten: 'Partnerschaften je Staat',
      laender: 'Partnerschaften je Bundesland und Staat',
      kreise: 'Partnerschaften je Kreis und Staat'
    },
    legendTie: (n) =>
      n === 1 ? 'Die Linie ist eine Partnerschaft' : 'Jede Linie ist eine Partnerschaft',
    strongest: (n, total) => `die ${figure.de(n)} stärksten von ${figure.de(total)} Strömen`,
    unlocated: (n) => `${figure.de(n)} ohne bekannten Ort fehlen auf der Karte`,
    described: (drawn) =>
      `Karte mit ${figure.de(drawn)} ${drawn === 1 ? 'Linie' : 'Linien'}. Dasselbe steht als Liste unter der Karte und in der Tabelle. Escape verlässt die Karte.`,
    drawn: 'Linien der Karte, die stärksten zuerst',
    gaps: 'Der Kartenhintergrund ist unvollständig; ein neuer Versuch folgt.',
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
    europe: 'Show Europe',
    europeShort: 'Europe',
    globe: 'Globe',
    flat: 'Map',
    legend: {
      staaten: 'Partnerships per country',
      laender: 'Partnerships per German state and country',
      kreise: 'Partnerships per district and country'
    },
    legendTie: (n) => (n === 1 ? 'The line is one partnership' : 'Each line is one partnership'),
    strongest: (n, total) => `the ${figure.en(n)} strongest of ${figure.en(total)} flows`,
    unlocated: (n) => `${figure.en(n)} without a known place are not on the map`,
    described: (drawn) =>
      `Map with ${figure.en(drawn)} ${drawn === 1 ? 'line' : 'lines'}. The same is in the list below the map and in the table. Escape leaves the map.`,
    drawn: 'Lines of the map, strongest first',
    gaps: 'The background of the map is incomplete; a new attempt follows.',
    twoFingers: 'Use two fingers to move the map',
    modifier: 'Hold Ctrl and scroll to zoom the map',
    modifierMac: 'Hold ⌘ and scroll to zoom the map',
    partnerships: counted('en', 'partnership', 'partnerships'),
    authorities: counted('en', 'municipality', 'municipalities')
  }
};
