/**
 * What a page of a peer is given: the numbers that our embed of the same view draws.
 *
 * Contract: they stand in the page as JSON; `drawn` marks the page for whoever waits.
 */

/** Counts by the positions of row and column. */
export interface Grid {
  rows: string[];
  columns: string[];
  cells: [row: number, column: number, count: number][];
}

/** Bands from left to middle to right, by position. */
export interface Flow {
  nodes: string[];
  links: [from: number, to: number, count: number][];
}

export interface Bars {
  bars: [name: string, count: number][];
}

/** Lines on a picture of the world, in its units. */
export interface Lines {
  width: number;
  height: number;
  /** Address of the outlines, as SVG. */
  ground: string;
  from: [x: number, y: number];
  ends: [name: string, x: number, y: number, count: number][];
}

export const given = <T>(): T => JSON.parse(document.getElementById('data')!.textContent) as T;

export const box = (): HTMLElement => document.getElementById('chart')!;

export function drawn(): void {
  document.documentElement.dataset.drawn = 'true';
}
