/**
 * arquero with what an experienced user would do: one table per dimension (unrolled where a record
 * has several values), a bit per record and dimension that fails, kept from click to click, and one
 * filter, groupby and rollup per facet.
 */
import { escape, op, table } from 'arquero';
import type { Counts, Peer } from './counts.ts';
import { COUNTED, nameOf, optionOf, questionOf, type Asked, type Pair } from './pairs.ts';

interface Row {
  at: number;
}
interface Counted {
  option: string | number;
  ties: number;
  authorities: number;
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
  let last: { selection: Counts['selection']; rows: number[]; facets: Counted[][] };

  return {
    click(filters) {
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
      const [selection] = found
        .rollup({ partnerships: op.distinct('tie'), authorities: op.distinct('authority') })
        .objects() as Omit<Counts['selection'], 'partners'>[];
      const [abroad] = found
        .filter((row: { partner: number }) => row.partner >= 0)
        .rollup({ partners: op.distinct('partner') })
        .objects() as Pick<Counts['selection'], 'partners'>[];
      last = {
        selection: { ...selection!, ...abroad! },
        rows: found.array('tie') as number[],
        facets: facets.map(({ rows }, k) => {
          const others = ~(1 << k);
          return rows
            .filter(escape((row: Row) => (fails[row.at]! & others) === 0))
            .groupby('option')
            .rollup({ ties: op.distinct('tie'), authorities: op.distinct('authority') })
            .objects() as Counted[];
        })
      };
    },
    counts() {
      const options: Counts['options'] = {};
      facets.forEach(({ key }, k) => {
        for (const { option, ties, authorities } of last.facets[k]!)
          options[nameOf(key, option)] = [ties, authorities];
      });
      return { selection: last.selection, options };
    }
  };
}

/** One row per record and option; what we give no option for is left out. */
function tableOf(pairs: readonly Pair[], key: (typeof COUNTED)[number]) {
  const at: number[] = [];
  const option: (string | number)[] = [];
  pairs.forEach((pair, k) => {
    const values = pair[key];
    for (const value of Array.isArray(values) ? values : [values]) {
      if (value === '') continue;
      at.push(k);
      option.push(optionOf(key, value));
    }
  });
  return table({
    at: Uint32Array.from(at),
    tie: Uint32Array.from(at, (k) => pairs[k]!.tie),
    authority: Uint32Array.from(at, (k) => pairs[k]!.authority),
    option
  });
}
