/**
 * Part `layout`, format 1: places and measures of the network, by node.
 *
 * Contract: `decodeLayout(encodeLayout(layout), nodes)` equals the layout; rows are the authorities,
 * then the partners of the same snapshot's part `core`. Snapshots before November 2026 lack the part.
 */
import type { NetworkLayout } from '../domain/layout.ts';
import { openPart } from './columns.ts';

const LIMIT = 32_767;

export function encodeLayout({ x, y, community, bridges }: NetworkLayout): string {
  return JSON.stringify({
    format: 1,
    part: 'layout',
    x: [...x],
    y: [...y],
    community: [...community],
    bridges: [...bridges]
  });
}

/**
 * @param nodes authorities and partners of the snapshot together
 * @throws {SnapshotError} on anything that is not a whole and sound part `layout` of so many nodes
 */
export function decodeLayout(input: unknown, nodes: number): NetworkLayout {
  const part = openPart(input, 'layout');
  const bridges = part.integers('bridges', undefined, 0, nodes - 1);
  part.demand(new Set(bridges).size === bridges.length, 'bridges', 'a node twice');
  return {
    x: Int16Array.from(part.integers('x', nodes, -LIMIT, LIMIT)),
    y: Int16Array.from(part.integers('y', nodes, -LIMIT, LIMIT)),
    community: Uint16Array.from(part.integers('community', nodes, 0, 65_535)),
    bridges: Uint32Array.from(bridges)
  };
}
