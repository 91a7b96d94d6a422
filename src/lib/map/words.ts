/**
 * What a hit is in words, and what the whole map shows: the same for tooltip and screen reader.
 *
 * Contract: pure; plain text; looks the hit up in the rows the map was given.
 */
import { WORDS } from './labels.ts';
import type { Hit } from './pointer.ts';
import type { Locale, MapData, MapFlow, TieRow } from './types.ts';

/** "Bayern – Frankreich: 194 Partnerschaften, 180 Kommunen". No arrow: a flow has no direction. */
export function flowWords(flow: MapFlow, locale: Locale): string {
  const words = WORDS[locale];
  const ends = flow.from === '' ? flow.name : `${flow.from} – ${flow.name}`;
  return `${ends}: ${words.partnerships(flow.partnerships)}, ${words.authorities(flow.authorities)}`;
}

export const tieWords = ({ from, name }: TieRow): string => `${from} – ${name}`;

/** Words for what the pointer is over; '' where the rows have changed under it. */
export function hitWords(hit: Hit, data: MapData, locale: Locale): string {
  const words = WORDS[locale];
  if (hit.source === 'areas')
    return data.areas?.areas.find(({ code }) => code === hit.id)?.lines.join('\n') ?? '';
  if (hit.source === 'flows') {
    const flow = data.flows.find((row) => row.id === hit.id);
    if (flow) return flowWords(flow, locale);
    const part = data.flows.filter(
      (row) => row.iso2 === hit.id || (row.kreis ?? row.land) === hit.id
    );
    const [one] = part;
    if (!one) return '';
    return one.iso2 === hit.id ? one.name : one.from;
  }
  if (hit.source === 'ties') {
    const tie = data.ties.find((row) => row.id === hit.id);
    if (tie) return tieWords(tie);
    const ends = data.ties.filter((row) => row.member === hit.id);
    return ends[0] ? (ends.length > 1 ? several(ends) : tieWords(ends[0])) : '';
  }
  const place = data.places.find((row) => row.id === hit.id);
  return place ? `${place.name}: ${words.partnerships(place.ties)}` : (data.focus?.name ?? '');
}

/** "Kigali – Mainz, Ulm, …": a partner with its towns, the first few of them. */
function several(ties: TieRow[]): string {
  const towns = [...new Set(ties.map((tie) => tie.from))];
  return `${ties[0]!.name} – ${towns.slice(0, 4).join(', ')}${towns.length > 4 ? ' …' : ''}`;
}

/** Lines of the map in words, strongest first, for those who do not see it. */
export function listWords(data: MapData, locale: Locale, most: number): string[] {
  const lines =
    data.level === 'orte'
      ? data.ties.map(tieWords)
      : data.flows.map((flow) => flowWords(flow, locale));
  return lines.slice(0, most);
}
