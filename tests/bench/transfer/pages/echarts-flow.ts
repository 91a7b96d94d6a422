import { SankeyChart } from 'echarts/charts';
import { TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { box, drawn, given, type Flow } from './given.ts';

use([SankeyChart, TooltipComponent, CanvasRenderer]);
const { nodes, links } = given<Flow>();
const chart = init(box());
chart.on('finished', drawn);
chart.setOption({
  animation: false,
  tooltip: {},
  series: {
    type: 'sankey',
    left: 20,
    right: 160,
    // Two nodes can have one name: a Land and a country have not, a goal and a group may.
    data: nodes.map((label, at) => ({ name: String(at), label: { formatter: label } })),
    links: links.map(([from, to, value]) => ({
      source: String(from),
      target: String(to),
      value
    })),
    lineStyle: { color: 'source' }
  }
});
