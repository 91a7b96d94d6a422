/** Lines of the picture of a place: headings, goals, partnerships, words. */
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { othersIn, type GoalCount } from '../../views/groups.ts';
import { basisWords } from '../../views/labels.ts';
import type { Tie } from '../../views/ties.ts';
import { tilesOf } from '../grid.ts';
import { legend } from '../legend.ts';
import { at, el, type Markup } from '../markup.ts';
import type { Pen, Plate } from '../plate.ts';
import { paragraph, wrap } from '../text.ts';
import { goalTile } from '../tile.ts';

const HEAD = { size: 16, face: 'semibold', line: 23 } as const;
const GROUP = { size: 13, face: 'semibold', line: 20 } as const;
const TEXT = { size: 15, line: 21 } as const;
const NOTE = { size: 13, line: 18 } as const;
const TILE = 24;
/** From the mark of a tie to its words. */
const INDENT = 16;

/** @param group a country, smaller than the heading of a section */
export function headLine(text: string, { measure, width, colours }: Pen, group = false): Plate {
  const type = group ? GROUP : HEAD;
  const fill = group ? colours.muted : colours.ink;
  return { width, ...paragraph(wrap(text, width, type, measure), 0, type, fill) };
}

/** @param strong what is said, not a note on it */
export function lines(texts: readonly string[], pen: Pen, strong = false): Plate {
  const { measure, width, colours } = pen;
  const type = strong ? TEXT : { ...NOTE, size: 14, line: 20 };
  const all = texts.flatMap((text) => wrap(text, width, type, measure));
  return { width, ...paragraph(all, 0, type, strong ? colours.ink : colours.muted) };
}

/** Tile and name of a goal, below it how many partnerships have it and why. */
export function goalLines({ goal, name, ties, bases }: GoalCount, pen: Pen): Plate {
  const { measure, width, colours, locale } = pen;
  const say = { locale };
  const room = width - TILE - 10;
  const why = bases.map((basis) => basisWords[basis]({}, say)).join(', ');
  const count = m.place_goal_count({ count: ties, shown: formatNumber(ties, locale) }, say);
  const title = paragraph(wrap(name, room, TEXT, measure), 0, TEXT, colours.ink);
  const note = wrap(`${count}, ${why}`, room, NOTE, measure);
  const below = paragraph(note, title.height, NOTE, colours.muted);
  return {
    width,
    height: title.height + below.height + 8,
    body: [...goalTile(goal, 0, 1, TILE), at(TILE + 10, 0, [...title.body, ...below.body])]
  };
}

/** Who is on the other side, since when, in what state, how well attested, and the goals. */
export function tieLine(tie: Tie, placeId: string, where: string, pen: Pen): Plate {
  const { measure, width, colours, locale } = pen;
  const room = width - INDENT;
  const names = othersIn(tie, placeId).map((other) =>
    other.where === where ? other.name : `${other.name} (${other.where})`
  );
  const since = tie.since === null ? '' : m.since_from({ from: String(tie.since) }, { locale });
  const status = tie.statusKnown ? tie.status : '';
  const text = [names.join(', '), since, status].filter(Boolean).join(', ');
  const words = paragraph(wrap(text, room, TEXT, measure), 0, TEXT, colours.ink);
  const tiles = tilesOf(
    tie.goals.map(({ goal }) => goal),
    room
  );
  return {
    width,
    height: words.height + (tiles.height === 0 ? 0 : tiles.height + 3),
    body: [
      at(0, TEXT.line / 2, [mark(tie.confirmed, pen)]),
      at(INDENT, 0, words.body),
      at(INDENT, words.height + 2, tiles.body)
    ]
  };
}

/** What the marks mean; only those that occur. */
export function evidenceKey(ties: readonly Tie[], pen: Pen): Plate {
  const say = { locale: pen.locale };
  const entry = (confirmed: boolean) => ({
    swatch: [at(6, 7, [mark(confirmed, pen)])],
    text: (confirmed ? m.evidence_belegt : m.evidence_unbestaetigt)({}, say)
  });
  return legend(
    '',
    [true, false].filter((kind) => ties.some((tie) => tie.confirmed === kind)).map(entry),
    pen
  );
}

/** Filled: somebody read it; a ring: nobody did. */
function mark(confirmed: boolean, { colours }: Pen): Markup {
  return confirmed
    ? el('circle', { cx: 5, cy: 0, r: 4.5, fill: colours.accent })
    : el('circle', {
        cx: 5,
        cy: 0,
        r: 3.8,
        fill: 'none',
        stroke: colours.control,
        'stroke-width': 1.6
      });
}
