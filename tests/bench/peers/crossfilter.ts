/**
 * crossfilter2 as its documentation has it: one dimension and one group per facet, filters changed
 * one dimension at a time, distinct counts kept by reduce functions.
 */
import crossfilter from 'crossfilter2';
import type { Filters } from '../../../src/lib/domain/filters.ts';
import type { Peer } from './counts.ts';
import { COUNTED, optionOf, questionOf, type Asked, type Pair } from './pairs.ts';

interface Sum {
  /** Records of ties with a single record. */
  single: number;
  /** Ties with several records, authorities, partners: how many records each. */
  plural: Map<number, number>;
  authorities: Map<number, number>;
}

type Value = string | number;
const ASKED: readonly Asked[] = [...COUNTED, 'text'];

export function crossfilterPeer(pairs: Pair[]): Peer {
  const records = crossfilter(pairs);
  const dimensions = new Map(
    ASKED.map((key) => {
      const listed = Array.isArray(pairs[0]![key]);
      // The types know only one value per record; the library takes lists with `true`.
      const dimension = records.dimension((pair) => pair[key] as Value, listed);
      return [key, { dimension, question: '' }];
    })
  );
  const groups = COUNTED.map((key) => {
    const group = dimensions.get(key)!.dimension.group<Value, Sum>((value) => optionOf(key, value));
    return { key, group: group.reduce(add, remove, empty) };
  });
  const found = records.groupAll<Sum>().reduce(add, remove, empty);
  const partners = records.groupAll<Map<number, number>>().reduce(
    (seen, { partner }) => (partner < 0 ? seen : more(seen, partner)),
    (seen, { partner }) => (partner < 0 ? seen : fewer(seen, partner)),
    () => new Map()
  );

  return (filters) => {
    for (const [key, state] of dimensions) {
      const question = JSON.stringify(filters[key]);
      if (question === state.question) continue;
      state.question = question;
      ask(state.dimension, filters, key);
    }
    // Ties with one record stand once in the list of records, the others are kept by the sum.
    const { plural, authorities } = found.value();
    const ties = [...plural.keys()];
    for (const { tie, plural } of records.allFiltered()) if (!plural) ties.push(tie);
    return {
      ties,
      authorities: [...authorities.keys()],
      partners: [...partners.value().keys()],
      options: groups.map(({ key, group }) => [
        key,
        group.all().map(({ key: value, value: sum }) => ({
          value,
          partnerships: sum.single + sum.plural.size,
          authorities: sum.authorities.size
        }))
      ])
    };
  };
}

function ask(dimension: crossfilter.Dimension<Pair, Value>, filters: Filters, key: Asked): void {
  const question = questionOf(filters, key);
  const values = filters[key];
  if (question === null) dimension.filterAll();
  else if (Array.isArray(values) && values.length === 1 && key !== 'programmes')
    dimension.filterExact(String(values[0]));
  else if (key === 'since' && filters.since && filters.since !== 'unbekannt')
    dimension.filterRange([filters.since.from ?? 1, (filters.since.to ?? 9999) + 1]);
  else dimension.filterFunction((value) => question(value as Value));
}

const empty = (): Sum => ({ single: 0, plural: new Map(), authorities: new Map() });

function more(seen: Map<number, number>, id: number): Map<number, number> {
  return seen.set(id, (seen.get(id) ?? 0) + 1);
}

function fewer(seen: Map<number, number>, id: number): Map<number, number> {
  const left = seen.get(id)! - 1;
  if (left === 0) seen.delete(id);
  else seen.set(id, left);
  return seen;
}

function add(sum: Sum, pair: Pair): Sum {
  more(sum.authorities, pair.authority);
  if (pair.plural) more(sum.plural, pair.tie);
  else sum.single++;
  return sum;
}

function remove(sum: Sum, pair: Pair): Sum {
  fewer(sum.authorities, pair.authority);
  if (pair.plural) fewer(sum.plural, pair.tie);
  else sum.single--;
  return sum;
}
