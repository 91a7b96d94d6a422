/** Words of the drawn flows, German and English, and the sentence about one flow. Pure. */
import type { CountryFlow } from '../domain/flows.ts';

export const FLOW_WORDS = {
  de: {
    europe: 'Europa, vergrößert',
    legend: 'Linienbreite: Partnerschaften',
    partnerships: ['Partnerschaft', 'Partnerschaften'],
    authorities: ['Kommune', 'Kommunen']
  },
  en: {
    europe: 'Europe, enlarged',
    legend: 'Line width: partnerships',
    partnerships: ['partnership', 'partnerships'],
    authorities: ['municipality', 'municipalities']
  }
} as const;

export type FlowLocale = keyof typeof FLOW_WORDS;

/** "Frankreich: 1.275 Partnerschaften, 1.012 Kommunen". */
export function tellFlow(flow: CountryFlow, locale: FlowLocale): string {
  const words = FLOW_WORDS[locale];
  const number = new Intl.NumberFormat(locale);
  const count = (n: number, [one, many]: readonly [string, string]) =>
    `${number.format(n)} ${n === 1 ? one : many}`;
  return `${flow.name}: ${count(flow.partnerships, words.partnerships)}, ${count(flow.authorities, words.authorities)}`;
}
