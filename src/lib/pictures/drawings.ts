/**
 * Which plate draws which kind of drawing. A new lens with a drawing of a kind that is here needs
 * nothing; a new kind is one entry. What has none is shown as its table.
 */
import type { Counts } from './plates/matrix.ts';
import { formatNumber } from '../i18n/format.ts';
import { m } from '../i18n/paraglide/messages.js';
import type { CrowdDrawing, Drawing, LevelsDrawing, MatrixDrawing } from '../views/net/drawing.ts';
import { LAND_SHORT } from '../views/net/landshort.ts';
import type { Pen, Plate } from './plate.ts';
import { chordPlate } from './plates/chord.ts';
import { egoPlate } from './plates/ego.ts';
import { goalsPlate } from './plates/goals.ts';
import { matrixPlate } from './plates/matrix.ts';
import { sankeyPlate } from './plates/sankey.ts';
import { unitsPlate } from './plates/units.ts';
import { goalTile } from './tile.ts';

type Kinds = {
  [K in Drawing['kind']]?: (drawing: Extract<Drawing, { kind: K }>, pen: Pen) => Plate;
};

/** The whole network is not here: it needs the layout part (`netz.ts`). */
const PLATES: Kinds = {
  matrix: (drawing, pen) => matrixPlate(ofLaender(drawing, pen), pen),
  chord: chordPlate,
  goals: goalsPlate,
  sankey: sankeyPlate,
  crowd: (drawing, pen) => matrixPlate(ofGoals(drawing, pen), pen),
  levels: (drawing, pen) => matrixPlate(ofLevels(drawing, pen), pen),
  civil: unitsPlate,
  ego: egoPlate
};

/** @returns null where nothing draws this kind */
export function plateOf(drawing: Drawing): ((pen: Pen) => Plate) | null {
  const plate = PLATES[drawing.kind] as ((drawing: Drawing, pen: Pen) => Plate) | undefined;
  return plate ? (pen) => plate(drawing, pen) : null;
}

function ofLaender({ rows, columns, cells }: MatrixDrawing, { locale }: Pen): Counts {
  const say = { locale };
  return {
    rows,
    columns,
    cells: cells.map(({ row, column, partnerships: count }) => ({ row, column, count })),
    words: { legend: m.net_column_ties({}, say), sum: m.net_sum({}, say) }
  };
}

function ofGoals({ rows, columns, cells }: CrowdDrawing, { locale }: Pen): Counts {
  const say = { locale };
  return {
    rows,
    columns: columns.map((column) => ({
      ...column,
      short: formatNumber(Number(column.id), locale),
      tile: (width: number) => goalTile(Number(column.id), -width / 2, 0, width, 20)
    })),
    cells: cells.map(({ row, column, bodies: count }) => ({ row, column, count })),
    words: { legend: m.net_column_bodies({}, say), sum: m.net_suche_sum({}, say) }
  };
}

/** Shades count what municipalities have; a triangle says that the Land has something of its own. */
function ofLevels({ rows, columns, cells, divide }: LevelsDrawing, { locale }: Pen): Counts {
  const say = { locale };
  return {
    rows,
    columns: columns.map((column) => ({ ...column, short: LAND_SHORT[column.id] ?? column.label })),
    cells: cells.map(({ row, column, municipal, own }) => ({
      row,
      column,
      count: municipal,
      flagged: own > 0
    })),
    words: {
      legend: m.net_levels_legend({}, say),
      sum: m.net_suche_sum({}, say),
      flag: m.net_levels_frame({}, say)
    },
    divide
  };
}
