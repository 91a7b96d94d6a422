/** The largest numbers of a selection as a few bars: what is left of a picture where there is no room. */
import { m } from '../i18n/paraglide/messages.js';
import type { Atlas } from '../views/atlas.ts';
import type { NetTable } from '../views/net/lens.ts';
import { tablePlate } from './plates/table.ts';
import type { Pen } from './plate.ts';
import type { Small } from './shown.ts';

const FEW = 5;

/**
 * @param table with one number at least; its first rows are drawn
 * @returns nothing where bars would say nothing: all of them equal
 */
export function barsOf(table: NetTable): Small {
  const value = table.columns.findIndex(({ numeric }) => numeric);
  const values = new Set(table.rows.slice(0, FEW).map(({ cells }) => cells[value]));
  const tells = values.size > 1 || table.rows.length === 1;
  return tells ? { keys: (pen: Pen) => tablePlate(table, pen, FEW) } : {};
}

/** Countries with the most partnerships. */
export function countryBars({ flows }: Atlas, locale: Pen['locale']): Small {
  const say = { locale };
  return barsOf({
    caption: '',
    columns: [
      { label: m.column_country({}, say), numeric: false },
      { label: m.net_column_ties({}, say), numeric: true }
    ],
    rows: flows.map(({ iso2, name, partnerships, href }) => ({
      id: iso2,
      cells: [name, partnerships],
      href
    }))
  });
}
