import { LinesChart, ScatterChart } from 'echarts/charts';
import { GeoComponent, TooltipComponent } from 'echarts/components';
import { init, registerMap, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { box, drawn, given, type Lines } from './given.ts';

use([LinesChart, ScatterChart, GeoComponent, TooltipComponent, CanvasRenderer]);
const { ground, from, ends } = given<Lines>();
/** It reads no style sheets inside a picture. */
const LOOK = { w: 'fill="#dfe8ec"', l: 'fill="#f1eee6"', b: 'fill="none" stroke="#c9c5b9"' };
const svg = (await (await fetch(ground)).text()).replace(
  /class="([wlb])"/g,
  (_, name: keyof typeof LOOK) => LOOK[name]
);
registerMap('world', { svg });
const most = Math.max(...ends.map(([, , , count]) => count));
const chart = init(box());
chart.on('finished', drawn);
chart.setOption({
  animation: false,
  tooltip: {},
  geo: { map: 'world', left: 0, right: 0, silent: true },
  series: [
    {
      type: 'lines',
      coordinateSystem: 'geo',
      data: ends.map(([name, x, y, count]) => ({
        name,
        coords: [from, [x, y]],
        lineStyle: { width: 1 + 8 * Math.sqrt(count / most), curveness: 0.2, opacity: 0.5 }
      }))
    },
    {
      type: 'scatter',
      coordinateSystem: 'geo',
      symbolSize: 5,
      data: ends.map(([name, x, y, count]) => ({ name, value: [x, y, count] }))
    }
  ]
});
