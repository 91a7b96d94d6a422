/**
 * Who is connected with the same places: other German bodies with the same partner or the same country.
 *
 * Contract: pure; counts what is shown without any filter (see `near.ts`), never the place itself.
 */
import type { Dataset } from './dataset.ts';
import { km } from './geo.ts';
import { activeOf, type Near } from './near.ts';

export interface SharedPartner {
  /** Row in `dataset.partners`. */
  partner: number;
  /** Other German bodies with the same partner, nearest first. */
  others: Near[];
}

export interface SharedCountry {
  /** Row in `dataset.countries`. */
  country: number;
  /** Other German bodies with a partner there, nearest first. */
  others: Near[];
}

/**
 * @param row authority row
 * @returns partners and countries that the body shares with others, the rarest first
 */
export function sharedOf(
  dataset: Dataset,
  row: number
): { partners: SharedPartner[]; countries: SharedCountry[] } {
  const { partnerships, partners } = dataset;
  const { selection } = activeOf(dataset);
  const membersOf = (tie: number) =>
    partnerships.members.subarray(partnerships.memberStart[tie], partnerships.memberStart[tie + 1]);
  const own = new Set<number>();
  for (const tie of selection.rows) {
    const members = membersOf(tie);
    if (members.includes(row)) for (const member of members) if (member < 0) own.add(~member);
  }
  if (own.size === 0) return { partners: [], countries: [] };
  const byPartner = new Map([...own].map((partner) => [partner, new Set<number>()]));
  const byCountry = new Map([...own].map((p) => [partners.country[p]!, new Set<number>()]));
  for (const tie of selection.rows) {
    const members = membersOf(tie);
    const german = [...members].filter((member) => member >= 0 && member !== row);
    for (const member of members) {
      if (member >= 0) continue;
      for (const body of german) {
        // A tie of several bodies with this one is shared, too.
        byPartner.get(~member)?.add(body);
        byCountry.get(partners.country[~member]!)?.add(body);
      }
    }
  }
  const lists = (found: Map<number, Set<number>>) =>
    [...found]
      .filter(([, bodies]) => bodies.size > 0)
      .map(([key, bodies]) => ({ key, others: nearestFirst(dataset, row, bodies) }))
      .sort((a, b) => a.others.length - b.others.length || a.key - b.key);
  return {
    partners: lists(byPartner).map(({ key, others }) => ({ partner: key, others })),
    countries: lists(byCountry).map(({ key, others }) => ({ country: key, others }))
  };
}

function nearestFirst(dataset: Dataset, row: number, bodies: Iterable<number>): Near[] {
  const { lon, lat } = dataset.authorities;
  const { authorities: ties } = activeOf(dataset);
  return Array.from(bodies, (body) => ({
    row: body,
    ties: ties.get(body) ?? 0,
    km: km([lon[row]!, lat[row]!], [lon[body]!, lat[body]!])
  })).sort((a, b) => a.km - b.km || a.row - b.row);
}
