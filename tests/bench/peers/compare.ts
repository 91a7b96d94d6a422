/**
 * Ours and the peers side by side: the same session of clicks in one process, every answer of every
 * peer compared with ours, each library's clicks timed alone.
 */
import type { Dataset } from '../../../src/lib/domain/dataset.ts';
import { facets, type Facets } from '../../../src/lib/domain/facets.ts';
import { NO_FILTERS, type Filters } from '../../../src/lib/domain/filters.ts';
import { select, type Selection } from '../../../src/lib/domain/selection.ts';
import { arqueroPeer } from './arquero.ts';
import { CLICKS } from './clicks.ts';
import { assertSame, ourCounts, type Peer } from './counts.ts';
import { crossfilterPeer } from './crossfilter.ts';
import { pairsOf, type Pair } from './pairs.ts';

/** Milliseconds per click. */
export interface Clicks {
  median: number;
  p95: number;
}

export interface Comparison {
  ours: Clicks;
  peers: Record<string, Clicks>;
  /** Clicks timed of each library. */
  clicks: number;
}

const PEERS: Record<string, (pairs: Pair[]) => Peer> = {
  crossfilter2: crossfilterPeer,
  arquero: arqueroPeer
};
/** Sessions timed at most, and milliseconds after which no further one is begun. */
const SESSIONS = 12;
const ENOUGH = 10_000;

/** @throws AssertionError when a peer's answer to any click differs from ours */
export function compare(dataset: Dataset): Comparison {
  const pairs = pairsOf(dataset);
  const ours = ourPeer(dataset);
  const expected = CLICKS.map((filters) => {
    ours.click(filters);
    return ours.counts();
  });
  const timed = [...Object.keys(PEERS), 'ours'].map((name) => {
    const peer = PEERS[name]?.(pairs) ?? ours;
    // The first session is checked and warms up, the others are timed.
    peer.click(NO_FILTERS);
    CLICKS.forEach((filters, at) => {
      peer.click(filters);
      assertSame(`${name}, click ${at + 1}`, expected[at]!, peer.counts());
    });
    return [name, time(peer)] as const;
  });
  const { ours: own, ...peers } = Object.fromEntries(
    timed.map(([name, times]) => [
      name,
      { median: quantile(times, 0.5), p95: quantile(times, 0.95) }
    ])
  );
  return { ours: own!, peers, clicks: timed.at(-1)![1].length };
}

function time(peer: Peer): number[] {
  const times: number[] = [];
  const start = performance.now();
  for (let k = 0; k < SESSIONS && performance.now() - start < ENOUGH; k++)
    for (const filters of CLICKS) {
      const began = performance.now();
      peer.click(filters);
      times.push(performance.now() - began);
    }
  return times;
}

function ourPeer(dataset: Dataset): Peer {
  let last: { selection: Selection; facets: Facets };
  return {
    click(filters: Filters) {
      last = { selection: select(dataset, filters), facets: facets(dataset, filters) };
    },
    counts: () => ourCounts(last.selection, last.facets)
  };
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
