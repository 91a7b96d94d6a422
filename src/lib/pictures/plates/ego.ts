/** One place and what is within one or two steps of it. */
import type { EgoDrawing, EgoFace, EgoMark } from '../../views/net/drawing.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { stacked } from '../legend.ts';
import { at, el, type Markup } from '../markup.ts';
import type { Pen, Plate } from '../plate.ts';
import type { Small } from '../shown.ts';
import { paragraph, wrap, write, type Type } from '../text.ts';
import { worldKey } from '../worldkey.ts';

const NAME: Type = { size: 14 };
const CENTRE: Type = { size: 17, face: 'semibold' };
const radius = (partners: number) => Math.min(11, 3.5 + 1.3 * Math.sqrt(partners));

export function egoPlate(drawing: EgoDrawing, pen: Pen): Plate {
  const { colours, measure, locale, width } = pen;
  const wide = facePlate(drawing, drawing.wide, pen);
  const present = drawing.marks.map(({ colour }) => colour);
  const left = drawing.left > 0 ? m.net_ego_left({ count: drawing.left }, { locale }) : '';
  const more = paragraph(wrap(left, width, NAME, measure), 0, { ...NAME, line: 20 }, colours.muted);
  return stacked(
    16,
    worldKey(pen, { present, ring: false }),
    wide.width <= width ? middle(wide, width) : facePlate(drawing, drawing.narrow, pen),
    { width, ...more }
  );
}

/** The same without names, at any size. */
export const egoSmall = (drawing: EgoDrawing): Small => ({
  mark: (pen) => {
    const { width, height, body } = facePlate(drawing, drawing.wide, pen, false);
    const k = pen.width / width;
    return {
      width: pen.width,
      height: height * k,
      body: [el('g', { transform: `scale(${k.toFixed(4)})` }, body)]
    };
  },
  keys: (pen) => worldKey(pen, { present: drawing.marks.map(({ colour }) => colour), ring: false })
});

/** What stands around its own middle stands in that of the picture. */
const middle = (plate: Plate, width: number): Plate => ({
  ...plate,
  body: [at((width - plate.width) / 2, 0, plate.body)]
});

/** @param told with names */
function facePlate(
  { marks, edges }: EgoDrawing,
  face: EgoFace,
  { colours, measure }: Pen,
  told = true
): Plate {
  const texts = told ? marks.map((mark, i) => textOf(mark, i)) : [];
  // Names may reach beyond the face's own edges: the plate is as large as they need.
  const from = Math.min(0, ...texts.map(({ box }) => box[0]));
  const to = Math.max(...texts.map(({ box }) => box[1]), ...face.at.map(({ x }) => x + 12));
  const lines: Markup[] = [];
  const stroke = (colour: string) => ({ stroke: colour, 'stroke-opacity': 0.6, fill: 'none' });
  if (face.parents)
    face.parents.forEach((parent, i) => {
      if (parent < 0) return;
      const [a, b] = [face.at[parent]!, face.at[i]!];
      lines.push(el('path', { d: `M${a.x} ${a.y}V${b.y}H${b.x}`, ...stroke(colours.control) }));
    });
  else
    for (const { a, b } of edges) {
      const [p, q] = [face.at[a]!, face.at[b]!];
      const colour = colours.classes[marks[b]!.colour] ?? colours.control;
      lines.push(el('path', { d: `M${p.x} ${p.y}L${q.x} ${q.y}`, ...stroke(colour) }));
    }
  const drawn = marks.flatMap((mark, i) => {
    const r = radius(mark.partners);
    const { x, y } = face.at[i]!;
    const fill = mark.own ? colours.ink : colours.classes[mark.colour];
    return [
      mark.own
        ? el('circle', { cx: x, cy: y, r, fill })
        : el('rect', { x: x - r, y: y - r, width: 2 * r, height: 2 * r, fill }),
      ...(texts[i] ? [texts[i].body] : [])
    ];
  });
  return { width: to - from, height: face.height, body: [at(-from, 0, [...lines, ...drawn])] };

  function textOf(mark: EgoMark, i: number): { body: Markup; box: [number, number] } {
    const { x, y, anchor } = face.at[i]!;
    const r = radius(mark.partners);
    const centre = mark.step === 0;
    const above = centre && !face.parents;
    const type = centre ? CENTRE : NAME;
    const where = face.where && !centre ? `, ${mark.where}` : '';
    const wide = measure(mark.name + where, type.size, type.face);
    const end = above ? 'middle' : anchor;
    const tx = above || anchor === 'middle' ? x : anchor === 'start' ? x + r + 5 : x - r - 5;
    const start = end === 'start' ? tx : end === 'end' ? tx - wide : tx - wide / 2;
    const words = [
      el('tspan', {}, mark.name),
      ...(where ? [el('tspan', { fill: colours.muted }, where)] : [])
    ];
    const place = { x: tx, y: above ? y - r - 8 : y + 4.8, anchor: end, halo: colours.paper };
    return { body: write(words, place, type, colours.ink), box: [start - 3, start + wide + 3] };
  }
}
