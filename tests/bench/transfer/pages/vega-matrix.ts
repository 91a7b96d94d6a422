import embed from 'vega-embed';
import { box, drawn, given, type Grid } from './given.ts';

const { rows, columns, cells } = given<Grid>();
await embed(
  box(),
  {
    data: {
      values: cells.map(([row, column, count]) => ({
        row: rows[row],
        column: columns[column],
        count
      }))
    },
    width: 650,
    height: 480,
    encoding: {
      x: { field: 'column', type: 'nominal', sort: columns, title: null },
      y: { field: 'row', type: 'nominal', sort: rows, title: null },
      tooltip: { field: 'count', type: 'quantitative' }
    },
    layer: [
      { mark: 'rect', encoding: { color: { field: 'count', type: 'quantitative' } } },
      { mark: 'text', encoding: { text: { field: 'count', type: 'quantitative' } } }
    ]
  },
  { actions: false }
);
drawn();
