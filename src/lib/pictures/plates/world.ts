/** Flows from Germany to countries: the world, and Europe enlarged. */
import { flowWidth, legendCounts } from '../../domain/flowscale.ts';
import type { LinkedFlow } from '../../domain/flows.ts';
import type { Box } from '../../charts/labels.ts';
import { FLOW_WORDS } from '../../charts/flowwords.ts';
import { EUROPE_FRAME, WORLD } from '../../charts/projection.ts';
import {
  endsIn,
  EUROPE,
  EUROPE_PANEL,
  flowLabels,
  placeFlows,
  WORLD_PANEL,
  type PlacedFlow
} from '../../charts/worldflows.ts';
import { formatNumber } from '../../i18n/format.ts';
import { worldGround } from '../ground.ts';
import { legend, stacked } from '../legend.ts';
import { at, el, type Markup } from '../markup.ts';
import { NARROW, type Pen, type Plate } from '../plate.ts';
import { write } from '../text.ts';

const LABEL = { size: 12.5, face: 'semibold' } as const;
const GAP = 6;

export function worldPlate(flows: LinkedFlow[], pen: Pen): Plate {
  const { width, colours, locale } = pen;
  const most = Math.max(1, ...flows.map(({ partnerships }) => partnerships));
  const inner = flows.filter((flow) => endsIn(flow, EUROPE_FRAME));
  const outer = flows.filter((flow) => !endsIn(flow, EUROPE_FRAME));
  const near = placeFlows(inner, WORLD_PANEL, most);
  const far = placeFlows(outer, WORLD_PANEL, most);
  // Side by side at the same height, or below each other.
  const beside = width >= NARROW && inner.length > 0;
  const [worldShape, europeShape] = [WORLD.width / WORLD.height, EUROPE.width / EUROPE.height];
  const height = beside ? (width - GAP) / (worldShape + europeShape) : width / worldShape;
  const worldWidth = height * worldShape;
  const world = panel({
    placed: far,
    size: WORLD,
    width: worldWidth,
    ground: worldGround(colours),
    limit: worldWidth > 700 ? 14 : 9,
    under: arcs(near, 0.4, worldWidth / WORLD.width)
  });
  const key = legend(
    FLOW_WORDS[locale].legend,
    legendCounts(most).map((count) => ({
      swatch: [
        el('path', {
          d: 'M0 7H22',
          stroke: colours.accent,
          'stroke-opacity': 0.55,
          'stroke-width': flowWidth(count, most)
        })
      ],
      text: formatNumber(count, locale)
    })),
    pen
  );
  if (inner.length === 0) return stacked(10, key, world);
  const europeWidth = beside ? height * europeShape : width;
  const { scale } = EUROPE_PANEL;
  const europe = panel({
    placed: placeFlows(inner, EUROPE_PANEL, most),
    size: EUROPE,
    width: europeWidth,
    ground: el(
      'g',
      {
        transform: `translate(${-EUROPE_FRAME.x * scale} ${-EUROPE_FRAME.y * scale}) scale(${scale})`
      },
      worldGround(colours)
    ),
    limit: europeWidth > 480 ? 22 : 14,
    under: [],
    reserved: { x: 4, y: 4, width: pen.measure(FLOW_WORDS[locale].europe, 13) + 8, height: 20 }
  });
  const caption = write(
    FLOW_WORDS[locale].europe,
    { x: 8, y: 18, halo: colours.water },
    { size: 13 },
    colours.muted
  );
  const named = { ...europe, body: [...europe.body, caption] };
  return stacked(
    10,
    key,
    beside
      ? { width, height, body: [...world.body, at(worldWidth + GAP, 0, named.body)] }
      : stacked(GAP, world, named)
  );

  /** Lines as wide as they are on the page, whatever the panel is scaled by. */
  function arcs(placed: PlacedFlow[], opacity: number, k: number): Markup[] {
    return placed.map(({ d, width: wide }) =>
      el('path', {
        d,
        fill: 'none',
        stroke: colours.accent,
        'stroke-opacity': opacity,
        'stroke-width': wide / k,
        'stroke-linecap': 'round'
      })
    );
  }

  function panel(ask: {
    placed: PlacedFlow[];
    size: { width: number; height: number };
    width: number;
    ground: Markup;
    limit: number;
    under: Markup[];
    /** Where no label may stand, px. */
    reserved?: Box;
  }): Plate {
    const { placed, size } = ask;
    const k = ask.width / size.width;
    const id = size === WORLD ? 'welt' : 'europa';
    const fontSize = LABEL.size / k;
    const set = flowLabels(
      placed,
      {
        fontSize,
        limit: ask.limit,
        reach: 2.2,
        mark: 0.9 / k,
        least: 2.2 / k,
        reserved: ask.reserved ? [scaled(ask.reserved, 1 / k)] : [],
        widthOf: (text) => pen.measure(text, LABEL.size, LABEL.face) / k
      },
      size,
      locale
    );
    const ends = placed.map(({ x, y, width: wide }) =>
      el('circle', { cx: x, cy: y, r: Math.max(4, wide * 1.8) / 2 / k, fill: colours.accent })
    );
    const high = size.height * k;
    return {
      width: ask.width,
      height: high,
      body: [
        el('clipPath', { id }, el('rect', { width: size.width, height: size.height })),
        el('g', { transform: `scale(${Math.round(k * 1e5) / 1e5})`, 'clip-path': `url(#${id})` }, [
          ask.ground,
          ...ask.under,
          ...arcs(placed, 0.55, k),
          ...ends
        ]),
        // Letters at their own size: a scaled one could not be told apart from one that is too small.
        ...set.flatMap(({ text, x, y, leader }) => [
          ...(leader
            ? [
                el('line', {
                  x1: leader.x1 * k,
                  y1: leader.y1 * k,
                  x2: leader.x2 * k,
                  y2: leader.y2 * k,
                  stroke: colours.muted,
                  'stroke-width': 0.75
                })
              ]
            : []),
          write(text, { x: x * k, y: y * k, halo: colours.land }, LABEL, colours.ink)
        ])
      ]
    };
  }
}

const scaled = ({ x, y, width, height }: Box, k: number): Box => ({
  x: x * k,
  y: y * k,
  width: width * k,
  height: height * k
});
