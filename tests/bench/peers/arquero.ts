/**
 * arquero with what an experienced user would do: one table per dimension (unrolled where a record
 * has several values), a bit per record and dimension that fails, kept from click to click, and one
 * filter, groupby and rollup per facet.
 */
import { escape, op, table } from 'arquero';
import type { OptionCounts, Peer } from './counts.ts';
import { COUNTED, optionOf, questionOf, type Asked, type Pair } from './pairs.ts';

interface Row {
  at: number;
}
const ASKED: readonly Asked[] = [...COUNTED, 'text'];

export function arqueroPeer(pairs: Pair[]): Peer {
  const fails = new Uint16Array(pairs.length);
  const questions = ASKED.map(() => '');
  const facets = COUNTED.map((key) => ({ key, rows: tableOf(pairs, key) }));
  const all = table({
    at: Uint32Array.from(pairs.keys()),
    tie: Uint32Array.from(pairs, ({ tie }) => tie),
    authority: Uint32Array.from(pairs, ({ authority }) => authority),
    partner: Int32Array.from(pairs, ({ partner }) => partner)
  });

  return (filters) => {
    ASKED.forEach((key, k) => {
      const question = JSON.stringify(filters[key]);
      if (question === questions[k]) return;
      questions[k] = question;
      const fits = questionOf(filters, key);
      for (let at = 0; at < pairs.length; at++) {
        const value = pairs[at]![key];
        const ok = !fits || (Array.isArray(value) ? value.some(fits) : fits(value));
        fails[at] = ok ? fails[at]! & ~(1 << k) : fails[at]! | (1 << k);
      }
    });
    const found = all.filter(escape((row: Row) => fails[row.at] === 0));
    const distinct = (column: string) => found.dedupe(column).array(column) as number[];
    return {
      ties: distinct('tie'),
      authorities: distinct('authority'),
      partners: distinct('partner').filter((partner) => partner >= 0),
      options: facets.map(({ key, rows }, k) => {
        const others = ~(1 << k);
        const counted = rows
          .filter(escape((row: Row) => (fails[row.at]! & others) === 0))
          .groupby('value')
          .rollup({ partnerships: op.distinct('tie'), authorities: op.distinct('authority') })
          .objects() as OptionCounts[];
        return [key, counted];
      })
    };
  };
}

/** One row per record and option; what we give no option for is left out. */
function tableOf(pairs: readonly Pair[], key: (typeof COUNTED)[number]) {
  const at: number[] = [];
  const options: (string | number)[] = [];
  pairs.forEach((pair, k) => {
    const values = pair[key];
    for (const value of Array.isArray(values) ? values : [values]) {
      if (value === '') continue;
      at.push(k);
      options.push(optionOf(key, value));
    }
  });
  return table({
    at: Uint32Array.from(at),
    tie: Uint32Array.from(at, (k) => pairs[k]!.tie),
    authority: Uint32Array.from(at, (k) => pairs[k]!.authority),
    value: options
  });
}
