/** The pictures that lenses draw: one kind for each component in `Drawing.svelte`. */
import type { ActorKind } from '../../domain/civil.ts';

export interface Axis {
  id: string;
  label: string;
  /** Where there is little room; '' = none. */
  short: string;
  /** Partnerships in the whole row or column, each counted once. */
  total: number;
  /** Gemeinden with such a partnership. */
  gemeinden: number;
  /** Of how many; null where that cannot be said. */
  of: number | null;
}

export interface Cell {
  /** `<row id>.<column id>` */
  id: string;
  /** Positions in the drawing's rows and columns. */
  row: number;
  column: number;
  partnerships: number;
  gemeinden: number;
}

interface Picture {
  /** What the picture shows, for those who do not see it. */
  title: string;
  /** Address of a mark's list, up to the mark's id. */
  pick: string;
  picked: string | null;
}

/** Partners' side in rows, Länder in columns. */
export interface MatrixDrawing extends Picture {
  kind: 'matrix';
  rows: Axis[];
  columns: Axis[];
  cells: Cell[];
  /** The last row sums up this many others; 0 = all are shown. */
  rest: number;
}

/** The same cells as bands between two halves of a circle. */
export interface ChordDrawing extends Picture {
  kind: 'chord';
  rows: Axis[];
  columns: Axis[];
  cells: Cell[];
  rest: number;
}

/** Goals against goals, the lower half; the diagonal counts a goal itself. */
export interface GoalsDrawing extends Picture {
  kind: 'goals';
  goals: { goal: number; name: string }[];
  /** Positions in `goals`, `a` <= `b`. */
  cells: { id: string; a: number; b: number; partnerships: number }[];
}

/** The whole network: drawn in the browser from the data and the published places. */
export interface NetworkDrawing extends Picture {
  kind: 'network';
  /** What colours tell: part of the world, or community. */
  colours: 'part' | 'cluster';
  /** Places in it. */
  nodes: number;
  /** Those with most partners, also for readers without the picture. */
  hubs: { id: string; name: string; where: string; partners: number; href: string }[];
}

export interface EgoMark {
  id: string;
  name: string;
  /** Land or country. */
  where: string;
  own: boolean;
  /** 0 = the place itself. */
  step: number;
  /** Part of the world, position in PARTS. */
  colour: number;
  partners: number;
  href: string;
}

/** Where the marks stand on a page of this width. */
export interface EgoFace {
  width: number;
  height: number;
  /** Whether there is room for Land or country beside the names. */
  where: boolean;
  at: { x: number; y: number; anchor: 'start' | 'middle' | 'end' }[];
  /** Drawn as a tree: position of the mark above, -1 = none. */
  parents?: number[];
}

/** One place and what is within one or two steps of it. */
export interface EgoDrawing extends Picture {
  kind: 'ego';
  marks: EgoMark[];
  /** `a` and `b` are positions in `marks`. */
  edges: { id: string; a: number; b: number }[];
  /** Places in reach that are not shown. */
  left: number;
  wide: EgoFace;
  narrow: EgoFace;
}

export interface FlowNode {
  id: string;
  label: string;
  /** Where there is little room; '' = none. */
  short: string;
  /** Recorded partnerships through it, each once, and their flags; 0 = only without a goal. */
  partnerships: number;
  flags: number;
  /** The same page filtered by it, or without that filter where it is on; null = no filter says it. */
  href: string | null;
  current: boolean;
  /** It leads to a place of its own instead of filtering. */
  opens: boolean;
}

/** German side, goals and partners' side with bands between; apart from it what has no goal. */
export interface SankeyDrawing extends Picture {
  kind: 'sankey';
  /** Over the three columns. */
  heads: [string, string, string];
  /** Those with a goal first. */
  left: FlowNode[];
  goals: (FlowNode & { goal: number })[];
  right: FlowNode[];
  cells: {
    id: string;
    side: 'left' | 'right';
    /** Position in `left` or `right`. */
    end: number;
    /** Position in `goals`; -1 = no goal recorded. */
    goal: number;
    partnerships: number;
    flags: number;
  }[];
  /** Partnerships without a goal, drawn to a scale of their own. */
  none: number;
}

/** German bodies per country or region (rows) and goal (columns). */
export interface CrowdDrawing extends Picture {
  kind: 'crowd';
  /** `total`: different bodies in it. */
  rows: { id: string; label: string; total: number }[];
  columns: { id: string; label: string; total: number }[];
  cells: {
    id: string;
    row: number;
    column: number;
    partnerships: number;
    bodies: number;
    names: string[];
  }[];
}

/** Partnerships of municipalities per country (rows) and Land (columns), and those of the Land. */
export interface LevelsDrawing extends Picture {
  kind: 'levels';
  rows: { id: string; label: string; total: number }[];
  columns: { id: string; label: string; total: number }[];
  cells: {
    id: string;
    row: number;
    column: number;
    /** All, those of municipalities, those of the Land itself. */
    partnerships: number;
    municipal: number;
    own: number;
    /** In one line: what is recorded, with whom. */
    words: string;
  }[];
  /** From this row on no Land has a partner. */
  divide: number;
}

/** Organisations at partnerships: kinds in columns, a mark for each organisation and partner. */
export interface CivilDrawing extends Picture {
  kind: 'civil';
  rows: { label: string; total: number }[];
  columns: { id: ActorKind; label: string; total: number }[];
  units: { id: string; row: number; column: number; name: string; words: string }[];
}

export type Drawing =
  | MatrixDrawing
  | ChordDrawing
  | GoalsDrawing
  | SankeyDrawing
  | CrowdDrawing
  | LevelsDrawing
  | CivilDrawing
  | NetworkDrawing
  | EgoDrawing;
