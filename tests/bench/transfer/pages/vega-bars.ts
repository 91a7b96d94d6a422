import embed from 'vega-embed';
import { box, drawn, given, type Bars } from './given.ts';

const { bars } = given<Bars>();
await embed(
  box(),
  {
    data: { values: bars.map(([name, count]) => ({ name, count })) },
    width: 600,
    height: 420,
    encoding: {
      x: { field: 'count', type: 'quantitative', title: null },
      y: { field: 'name', type: 'nominal', sort: null, title: null },
      tooltip: { field: 'count', type: 'quantitative' }
    },
    layer: [
      { mark: 'bar' },
      {
        mark: { type: 'text', align: 'left', dx: 4 },
        encoding: { text: { field: 'count', type: 'quantitative' } }
      }
    ]
  },
  { actions: false }
);
drawn();
