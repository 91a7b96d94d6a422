/**
 * Requests for a partnership from abroad that fit what is asked.
 *
 * Contract: pure; nothing its source calls over. A request fits a country, region or the ODA list by
 * its country, a goal by the rules of its topics (rules are dated and shown on the method page), a topic by its own. Where a topic or
 * goal is asked for and the request names none, it is not claimed to fit.
 */
import type { Dataset } from './dataset.ts';
import type { RequestLine } from './detail.ts';
import type { Filters } from './filters.ts';

export interface FittingRequest {
  /** Position in the list. */
  at: number;
  /** Position in `dataset.countries`. */
  country: number;
}

export function fittingRequests(
  { countries, topics }: Dataset,
  { countries: iso2s, regions, south, topics: asked, goals }: Filters,
  requests: readonly RequestLine[]
): FittingRequest[] {
  const rules = new Map(topics.map(({ id, goals }) => [id, goals.map(({ goal }) => goal)]));
  const numbers = goals.filter((goal) => goal !== 'keine');
  return requests.flatMap((request, at) => {
    const country = countries.findIndex(({ iso2 }) => iso2 === request.country);
    const state = countries[country];
    if (request.historic || !state) return [];
    const where =
      (iso2s.length === 0 || iso2s.includes(state.iso2)) &&
      (regions.length === 0 || regions.includes(state.region)) &&
      (!south || state.oda);
    const about = asked.length === 0 || request.topics.some((topic) => asked.includes(topic));
    const goal =
      numbers.length === 0 ||
      request.topics.some((topic) => rules.get(topic)?.some((one) => numbers.includes(one)));
    return where && about && goal ? [{ at, country }] : [];
  });
}
