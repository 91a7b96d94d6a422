import { HeatmapChart } from 'echarts/charts';
import { GridComponent, TooltipComponent, VisualMapComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { box, drawn, given, type Grid } from './given.ts';

use([HeatmapChart, GridComponent, TooltipComponent, VisualMapComponent, CanvasRenderer]);
const { rows, columns, cells } = given<Grid>();
const chart = init(box());
chart.on('finished', drawn);
chart.setOption({
  animation: false,
  tooltip: {},
  grid: { left: 150, top: 20, right: 20, bottom: 150 },
  xAxis: { type: 'category', data: columns, axisLabel: { rotate: 45, interval: 0 } },
  yAxis: { type: 'category', data: rows, inverse: true, axisLabel: { interval: 0 } },
  visualMap: {
    min: 0,
    max: Math.max(...cells.map(([, , count]) => count)),
    orient: 'horizontal',
    bottom: 0
  },
  series: {
    type: 'heatmap',
    data: cells.map(([row, column, count]) => [column, row, count]),
    label: { show: true }
  }
});
