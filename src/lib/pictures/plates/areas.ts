/** Länder or Kreise shaded by the share of Gemeinden with a recorded partnership. */
import { germanProjection, GERMANY_FRAME } from '../../charts/germany.ts';
import { overlap, type Box } from '../../charts/labels.ts';
import { STEPS, SHADES, type Shade } from '../../domain/areashade.ts';
import type { Filters } from '../../domain/filters.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/paraglide/messages.js';
import type { AreasView } from '../../views/areas.ts';
import { areaTag, asksTies, shadeWords } from '../../views/areawords.ts';
import type { Colours } from '../colours.ts';
import { outlineOf } from '../ground.ts';
import { legend, type Entry } from '../legend.ts';
import { at, el, type Markup } from '../markup.ts';
import { NARROW, type Pen, type Plate } from '../plate.ts';
import type { Small } from '../shown.ts';
import { paragraph, wrap, write } from '../text.ts';

const TAG = { size: 13 } as const;
const SHARE = { size: 13, face: 'semibold' } as const;
const HEAD = { size: 15, face: 'semibold', line: 21 } as const;
const MAP = 600;
/** The frame has more air above and below than a picture needs, units of the frame. */
const AIR = 32;
const GAP = 48;

export function areasPlate(areas: AreasView, filters: Filters, pen: Pen): Plate {
  const { width, colours, measure } = pen;
  const beside = width >= NARROW;
  const mapWidth = Math.min(MAP, width);
  const room = beside ? width - mapWidth - GAP : width;
  const head = paragraph(
    wrap(titleOf(areas, filters, pen), room, HEAD, measure),
    0,
    HEAD,
    colours.ink
  );
  const entries = entriesOf(areas, pen);
  // Beside the map one entry to a line, below it as many as fit.
  const keys = beside
    ? entries.map((entry) => legend('', [entry], { ...pen, width: room }))
    : [legend('', entries, pen)];
  let y = head.height + 8;
  const key: Markup[] = [...head.body];
  for (const { body, height } of keys) {
    key.push(at(0, y, body));
    y += height + (beside ? 5 : 0);
  }
  const map = mapPlate(areas, { ...pen, width: mapWidth });
  if (beside)
    return {
      width,
      height: Math.max(map.height, y),
      body: [...map.body, at(mapWidth + GAP, 24, key)]
    };
  return {
    width,
    height: y + 12 + map.height,
    body: [...key, at((width - mapWidth) / 2, y + 12, map.body)]
  };
}

/** The map without its words, and its legend. */
export const areasSmall = (areas: AreasView): Small => ({
  mark: (pen) => mapPlate(areas, pen, false),
  keys: (pen) => legend('', entriesOf(areas, pen), pen)
});

function titleOf({ level }: AreasView, filters: Filters, { locale }: Pen): string {
  const asked = asksTies(filters);
  const title =
    level === 'laender'
      ? asked
        ? m.areas_legend_laender_asked
        : m.areas_legend_laender
      : asked
        ? m.areas_legend_kreise_asked
        : m.areas_legend_kreise;
  return title({}, { locale });
}

function entriesOf({ legend: there, thin, level }: AreasView, pen: Pen): Entry[] {
  const { colours, locale } = pen;
  const say = { locale };
  const what = level === 'laender' ? m.areas_laender({}, say) : m.areas_kreise({}, say);
  const box = (fill: string, stroke = colours.control) =>
    el('rect', { x: 0.5, y: 0.5, width: 21, height: 13, fill, stroke });
  // All steps, so that the scale stays whole; of the others what occurs.
  const entries: Entry[] = SHADES.flatMap((shade, i) => {
    const count = there.find((entry) => entry.shade === shade)?.areas ?? 0;
    if (i >= STEPS.length && count === 0) return [];
    const fill = fillOf(shade, colours, 'k');
    return {
      swatch: [box(fill, shade === 'confirmed' ? colours.ink : colours.control)],
      text: `${shadeWords(shade, locale)} (${formatNumber(count, locale)} ${what})`
    };
  });
  if (thin > 0)
    entries.push({
      swatch: [box(colours.steps[1]!), box('url(#k-thin)')],
      text: m.areas_thin({}, say)
    });
  entries[0]?.swatch.unshift(patterns('k', 1, colours));
  return entries;
}

/** @param told with names and shares */
function mapPlate(
  { rows, level }: AreasView,
  { width, colours, measure, locale }: Pen,
  told = true
): Plate {
  const k = width / GERMANY_FRAME.width;
  const stroke = { stroke: colours.paper, 'stroke-width': 9, 'stroke-linejoin': 'round' };
  const shapes = rows.flatMap(({ code, shade, thin }) => {
    const d = outlineOf(level, code);
    const own = shade === 'confirmed' ? { ...stroke, stroke: colours.ink } : stroke;
    return [
      el('path', { d, fill: fillOf(shade, colours, 'm'), ...own }),
      ...(thin ? [el('path', { d, fill: 'url(#m-thin)' })] : [])
    ];
  });
  const project = germanProjection();
  const taken: Box[] = [];
  const tags = (told ? rows : []).flatMap((row) => {
    const tag = areaTag(row, locale);
    const point = tag && row.at && project(row.at);
    if (!tag || !point) return [];
    const [x, y] = [point[0] * k, point[1] * k];
    const wide = Math.max(measure(tag[0], 13), measure(tag[1], 13, 'semibold'));
    // Where a neighbour's name stands already, a step up or down.
    for (const dy of [0, -16, 16, -30, 30]) {
      const box = { x: x - wide / 2, y: y + dy - 12, width: wide, height: 30 };
      if (taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      const place = { x, anchor: 'middle' as const, halo: colours.paper };
      return [
        write(tag[0], { ...place, y: y + dy }, TAG, colours.ink),
        write(tag[1], { ...place, y: y + dy + 15 }, SHARE, colours.ink)
      ];
    }
    return [];
  });
  return {
    width,
    height: (GERMANY_FRAME.height - 2 * AIR) * k,
    body: [
      at(0, -AIR * k, [
        patterns('m', 10 / k, colours),
        el('g', { transform: `scale(${Math.round((k / 10) * 1e5) / 1e5})` }, shapes),
        ...tags
      ])
    ]
  };
}

function fillOf(shade: Shade, { steps, raised }: Colours, prefix: string): string {
  const step = SHADES.indexOf(shade);
  if (step < STEPS.length) return steps[step]!;
  return shade === 'confirmed' ? raised : `url(#${prefix}-${shade})`;
}

/** @param unit units of the drawing in a pixel */
function patterns(prefix: string, unit: number, { land, muted, ink, accent }: Colours): Markup {
  const ground = (size: number) => el('rect', { width: size, height: size, fill: land });
  const pattern = (name: string, gap: number, body: Markup[], turn?: string) =>
    el(
      'pattern',
      {
        id: `${prefix}-${name}`,
        width: gap * unit,
        height: gap * unit,
        patternUnits: 'userSpaceOnUse',
        patternTransform: turn
      },
      body
    );
  const dot = (radius: number, fill: string) => [
    ground(4 * unit),
    el('circle', { cx: 2 * unit, cy: 2 * unit, r: radius * unit, fill })
  ];
  const stripe = (gap: number, fill: string, opacity: number) =>
    el('rect', { width: 0.9 * unit, height: gap * unit, fill, opacity });
  return el('defs', {}, [
    pattern('empty', 4, [ground(4 * unit), stripe(4, muted, 0.55)], 'rotate(45)'),
    pattern('thin', 7, [stripe(7, ink, 0.4)], 'rotate(45)'),
    pattern('few', 4, dot(1.25, accent)),
    pattern('few_other', 4, dot(0.8, muted))
  ]);
}
