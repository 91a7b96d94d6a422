/**
 * A figure, large, and below it everybody who is asked: one field each where there is room, else a bar
 * to scale. Fields of a state stand together; each state has a pattern or a shade of its own.
 */
import type { State } from '../../domain/states.ts';
import { m } from '../../i18n/paraglide/messages.js';
import type { Claim, ClaimState } from '../../views/claim/claim.ts';
import { legend, stacked, type Entry } from '../legend.ts';
import { el, type Markup } from '../markup.ts';
import { NARROW, type Pen, type Plate } from '../plate.ts';
import { write } from '../text.ts';
import { hatch } from './gapcell.ts';

/** More are drawn as a bar. */
const MOST_FIELDS = 480;
const BAR = 34;
/** So much of the bar has a state that is there at all, px. */
const LEAST = 3;

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export function claimPlate({ large, largeNote, states, statesTitle }: Claim, pen: Pen): Plate {
  const figure = largeFigure(large, largeNote, pen);
  const n = states.reduce((sum, { count }) => sum + count, 0);
  if (n === 0) return figure;
  const each = n > 1 && n <= MOST_FIELDS;
  const words = each ? m.claim_fields({ title: statesTitle }, { locale: pen.locale }) : statesTitle;
  const title = legend(words, [], pen);
  const drawn = n <= MOST_FIELDS ? fields(states, n, pen) : bar(states, pen);
  const entries = states.map(({ state, label, shown }): Entry => {
    const swatch = ground(state, { x: 0.5, y: 0.5, width: 21, height: 13 }, pen);
    return { swatch, text: `${label}: ${shown}` };
  });
  return stacked(14, figure, { ...title, height: 18 }, drawn, legend('', entries, pen));
}

/** The figure, and behind it in small letters that it is what is recorded. */
function largeFigure(text: string, note: string, { colours, measure, width }: Pen): Plate {
  const usual = width < NARROW ? 64 : 92;
  const small = { size: width < NARROW ? 20 : 26 };
  const room = width - measure(note, small.size) - 14;
  const size = Math.min(usual, (usual * room) / measure(text, usual, 'serif'));
  const type = { size, face: 'serif' } as const;
  const y = size * 0.76;
  const body = [
    write(text, { x: -size * 0.03, y }, type, colours.accent),
    write(note, { x: measure(text, size, 'serif') + 10, y }, small, colours.muted)
  ];
  return { width, height: Math.ceil(size * 0.95), body };
}

/** Column by column, so that the states stand beside each other. */
function fields(states: readonly ClaimState[], n: number, pen: Pen): Plate {
  const gap = n > 150 ? 2 : 4;
  const rows = n > 150 ? 8 : n > 60 ? 4 : n > 14 ? 2 : 1;
  const columns = Math.ceil(n / rows);
  const size = Math.min(40, Math.floor((pen.width + gap) / columns) - gap);
  const step = size + gap;
  const list = states.flatMap(({ state, count }) => new Array<State>(count).fill(state));
  const body = list.flatMap((state, i) =>
    ground(
      state,
      {
        x: Math.floor(i / rows) * step + 0.5,
        y: (i % rows) * step + 0.5,
        width: size - 1,
        height: size - 1
      },
      pen
    )
  );
  return { width: columns * step, height: rows * step - gap, body };
}

function bar(states: readonly ClaimState[], pen: Pen): Plate {
  const there = states.filter(({ count }) => count > 0);
  const least = there.filter(({ share }) => share * pen.width < LEAST);
  const room = pen.width - least.length * LEAST;
  const rest = there.reduce((sum, one) => sum + (least.includes(one) ? 0 : one.share), 0);
  let x = 0;
  const body = there.flatMap((one) => {
    const width = least.includes(one) ? LEAST : (one.share / rest) * room;
    const box = { x: x + 0.5, y: 0.5, width: Math.max(1, width - 1), height: BAR - 1 };
    x += width;
    return ground(one.state, box, pen);
  });
  return { width: pen.width, height: BAR, body };
}

/** As `ClaimFace.svelte` has it. */
function ground(state: State, box: Box, { colours }: Pen): Markup[] {
  switch (state) {
    case 'match':
      return [el('rect', { ...box, fill: colours.accent })];
    case 'recorded_other':
      return [el('rect', { ...box, fill: colours.seq[2] })];
    case 'attribute_unknown':
      return [
        el('rect', { ...box, fill: colours.seq[0], stroke: colours.accent }),
        dots(box, colours.accent)
      ];
    case 'confirmed_none':
      return [el('rect', { ...box, fill: colours.raised, stroke: colours.ink })];
    case 'no_record':
      return [
        el('rect', { ...box, fill: colours.land, stroke: colours.border }),
        hatch(box, colours.muted, 0.6, 5)
      ];
  }
}

function dots({ x, y, width, height }: Box, stroke: string): Markup {
  const points: string[] = [];
  for (let row = 4; row < height; row += 6)
    for (let column = 4; column < width; column += 6) points.push(`M${x + column} ${y + row}h0`);
  return el('path', {
    d: points.join(''),
    stroke,
    'stroke-width': 1.8,
    'stroke-linecap': 'round'
  });
}
