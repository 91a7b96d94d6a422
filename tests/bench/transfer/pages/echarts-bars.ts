import { BarChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { box, drawn, given, type Bars } from './given.ts';

use([BarChart, GridComponent, TooltipComponent, CanvasRenderer]);
const { bars } = given<Bars>();
const chart = init(box());
chart.on('finished', drawn);
chart.setOption({
  animation: false,
  tooltip: {},
  grid: { left: 190, right: 50, top: 10, bottom: 30 },
  xAxis: { type: 'value' },
  yAxis: { type: 'category', data: bars.map(([name]) => name), inverse: true },
  series: {
    type: 'bar',
    data: bars.map(([, count]) => count),
    label: { show: true, position: 'right' }
  }
});
