/**
 * Ours and the peers side by side: the same session of clicks in one process, every answer of every
 * peer compared with ours, each library's clicks timed alone.
 */
import type { Dataset } from '../../../src/lib/domain/dataset.ts';
import { facets } from '../../../src/lib/domain/facets.ts';
import { NO_FILTERS } from '../../../src/lib/domain/filters.ts';
import { select } from '../../../src/lib/domain/selection.ts';
import { arqueroPeer } from './arquero.ts';
import { CLICKS } from './clicks.ts';
import { assertSame, countsOf, type Peer } from './counts.ts';
import { crossfilterPeer } from './crossfilter.ts';
import { COUNTED, pairsOf, type Pair } from './pairs.ts';

/**
 * Milliseconds per click, over the clicks of a session. Of each click the shortest of all sessions:
 * what else the machine does only ever adds to it.
 */
export interface Clicks {
  /** The session as a whole, by its clicks. */
  mean: number;
  median: number;
  p95: number;
}

export interface Comparison {
  ours: Clicks;
  peers: Record<string, Clicks>;
  /** Clicks of a session. */
  clicks: number;
}

const PEERS: Record<string, (pairs: Pair[]) => Peer> = {
  crossfilter2: crossfilterPeer,
  arquero: arqueroPeer
};
/** Sessions timed at most, and milliseconds after which no further one is begun. */
const SESSIONS = 40;
const ENOUGH = 10_000;

/**
 * @param peers their names; none = only ours is timed
 * @throws Error when a peer's answer to any click differs from ours
 */
export function compare(
  dataset: Dataset,
  peers: readonly string[] = Object.keys(PEERS)
): Comparison {
  const pairs = peers.length > 0 ? pairsOf(dataset) : [];
  const ours = ourPeer(dataset);
  const expected = CLICKS.map((filters) => countsOf(ours(filters)));
  const timed = [...peers, 'ours'].map((name) => {
    const peer = PEERS[name]?.(pairs) ?? ours;
    // The first session is checked and warms up, the others are timed.
    peer(NO_FILTERS);
    CLICKS.forEach((filters, at) => {
      assertSame(`${name}, click ${at + 1}`, expected[at]!, countsOf(peer(filters)));
    });
    return [name, time(peer)] as const;
  });
  const { ours: own, ...others } = Object.fromEntries(
    timed.map(([name, times]) => [
      name,
      { mean: mean(times), median: quantile(times, 0.5), p95: quantile(times, 0.95) }
    ])
  );
  return { ours: own!, peers: others, clicks: CLICKS.length };
}

function time(peer: Peer): number[] {
  const times = CLICKS.map(() => Infinity);
  const start = performance.now();
  for (let k = 0; k < SESSIONS && (k === 0 || performance.now() - start < ENOUGH); k++)
    CLICKS.forEach((filters, at) => {
      const began = performance.now();
      peer(filters);
      times[at] = Math.min(times[at]!, performance.now() - began);
    });
  return times;
}

function ourPeer(dataset: Dataset): Peer {
  return (filters) => {
    const { rows: ties, authorities, partners } = select(dataset, filters);
    const counted = facets(dataset, filters);
    return {
      ties,
      authorities,
      partners,
      options: COUNTED.map((key) => [key, counted[key].options])
    };
  };
}

const mean = (times: readonly number[]) =>
  times.reduce((sum, time) => sum + time, 0) / times.length;

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
