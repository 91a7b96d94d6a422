/** Länder or Kreise row by row, as in the table of the map page; narrow: shares below each other. */
import { STATES } from '../../domain/states.ts';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { m } from '../../i18n/paraglide/messages.js';
import type { AreaSortKey } from '../../url/codec.ts';
import type { AreaRow, AreasView } from '../../views/areas.ts';
import { stateWords, upperWords } from '../../views/areawords.ts';
import { arrow, orderOf } from '../../views/sorting.ts';
import { gridPlate, type Column, type Part } from '../grid.ts';
import { stacked } from '../legend.ts';
import { NARROW, type Pen, type Plate } from '../plate.ts';
import { rowsNote } from './rowsnote.ts';
import { MOST_ROWS } from './ties.ts';

interface Facet extends Column {
  parts: (row: AreaRow) => Part[];
}

export function areaRowsPlate({ rows, sort, level }: AreasView, pen: Pen): Plate {
  const { locale } = pen;
  const say = { locale };
  const shown = rows.slice(0, MOST_ROWS);
  const number = (value: number) => formatNumber(value, locale);
  const share = (value: number | null) => (value === null ? '–' : formatShare(value, locale));
  const head = (label: string, key: AreaSortKey) =>
    [label, arrow(orderOf(sort, key))].filter(Boolean).join('\u00a0');
  const isLand = level === 'laender';
  const bodyHead = (isLand ? m.areas_column_body_laender : m.areas_column_body_kreise)({}, say);
  const bodyOf = ({ body }: AreaRow) => (body ? stateWords[body]({}, say) : '');
  const name: Facet = {
    head: [
      head((isLand ? m.areas_column_area_laender : m.areas_column_area_kreise)({}, say), 'name')
    ],
    parts: ({ label }) => [{ text: label }]
  };
  const counts: Facet[] = [
    {
      head: [head(m.areas_column_n({}, say), 'gemeinden')],
      numeric: true,
      parts: ({ n }) => [{ text: number(n) }]
    },
    ...STATES.map((state) => ({
      head: [stateWords[state]({}, say)],
      numeric: true,
      parts: ({ counts: all }: AreaRow) => [{ text: number(all[state]), muted: all[state] === 0 }]
    }))
  ];
  const rate: Facet = {
    head: [head(m.areas_column_rate({}, say), 'anteil')],
    numeric: true,
    // Under five there is no share to give, as the note says.
    parts: (row) => [{ text: share(row.rate), muted: row.rate === null }]
  };
  const upper: Facet = {
    head: [head(m.areas_column_upper({}, say), 'obergrenze')],
    numeric: true,
    parts: (row) => [
      {
        text: row.rate === null || row.upper === null ? '–' : upperWords(row.upper, locale),
        muted: row.rate === null
      }
    ]
  };
  const coverage: Facet = {
    head: [head(m.areas_column_coverage({}, say), 'abdeckung')],
    numeric: true,
    parts: (row) => [
      { text: share(row.rate === null ? null : row.coverage), muted: row.rate === null }
    ]
  };
  const body: Facet = { head: [bodyHead], parts: (row) => [{ text: bodyOf(row) || '–' }] };
  const muted = (part: Part): Part => ({ ...part, muted: true });
  const facets =
    pen.width >= NARROW
      ? [name, ...counts, rate, upper, coverage, body]
      : [
          {
            ...name,
            parts: (row: AreaRow) => [
              ...name.parts(row),
              ...(row.body ? [{ text: `${bodyHead}: ${bodyOf(row)}`, muted: true }] : [])
            ]
          },
          ...counts,
          {
            head: [...rate.head, ...upper.head],
            numeric: true,
            parts: (row: AreaRow) =>
              row.rate === null
                ? rate.parts(row)
                : [...rate.parts(row), ...upper.parts(row).map(muted)]
          }
        ];
  const table = gridPlate(
    {
      columns: facets,
      rows: shown.map((row) => ({ id: row.code, cells: facets.map(({ parts }) => parts(row)) }))
    },
    pen
  );
  return stacked(10, table, rowsNote({ from: 1, shown: shown.length, all: rows.length }, pen));
}
