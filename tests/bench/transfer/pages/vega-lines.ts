import embed from 'vega-embed';
import { box, drawn, given, type Lines } from './given.ts';

const { width, height, ground, from, ends } = given<Lines>();
/** The picture's own units, downwards. */
const along = { type: 'linear', nice: false, zero: false } as const;
const x = { ...along, domain: [0, width] };
const y = { ...along, domain: [height, 0] };
await embed(
  box(),
  {
    width: 840,
    height: (840 * height) / width,
    data: { values: ends.map(([name, u, v, count]) => ({ name, u, v, count })) },
    layer: [
      {
        data: { values: [{}] },
        mark: { type: 'image', url: ground, width: 840, height: (840 * height) / width },
        encoding: { x: { value: 420 }, y: { value: (420 * height) / width } }
      },
      {
        mark: { type: 'rule', opacity: 0.5 },
        encoding: {
          x: { field: 'u', type: 'quantitative', scale: x, axis: null },
          y: { field: 'v', type: 'quantitative', scale: y, axis: null },
          x2: { datum: from[0] },
          y2: { datum: from[1] },
          size: { field: 'count', type: 'quantitative', legend: null }
        }
      },
      {
        mark: { type: 'circle', size: 25 },
        encoding: {
          x: { field: 'u', type: 'quantitative', scale: x, axis: null },
          y: { field: 'v', type: 'quantitative', scale: y, axis: null },
          tooltip: [
            { field: 'name', type: 'nominal' },
            { field: 'count', type: 'quantitative' }
          ]
        }
      }
    ]
  },
  { actions: false }
);
drawn();
