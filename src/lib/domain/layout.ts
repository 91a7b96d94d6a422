/**
 * Where every node of a snapshot's network lies, and what was found out about it at publishing.
 *
 * Contract: plain columns beside the nodes (authority rows first, then partner rows); built by
 * `network/layout`, read from the part `layout`. Older snapshots have none.
 */
export interface NetworkLayout {
  /** Places in steps of 1/UNIT of a short edge; the middle of the picture is 0, y grows downwards. */
  x: Int16Array;
  y: Int16Array;
  /** Community within a large connected group, 1 = the largest; 0 = part of a small group. */
  community: Uint16Array;
  /** Nodes on the most shortest ways between others, most first (betweenness, > 0). */
  bridges: Uint32Array;
}

/** Steps per length 1: fine enough to lose nothing that can be seen. */
export const UNIT = 50;
