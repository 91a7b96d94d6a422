/**
 * A place: the goals of its partnerships, its partners by country, its networks, where it lies.
 *
 * Contract: what does not fit readably is counted. Words and order are those of the place panel.
 */
import { collator, formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/paraglide/messages.js';
import type { NearGroup } from '../../views/around.ts';
import { groupTies, goalsOfTies } from '../../views/groups.ts';
import type { PlaceView } from '../../views/place.ts';
import { inColumns } from '../columns.ts';
import { goalKey } from '../goalkey.ts';
import { germanLocator, worldLocator } from '../locator.ts';
import { stacked } from '../legend.ts';
import { at } from '../markup.ts';
import { NARROW, type Pen, type Plate } from '../plate.ts';
import type { Small } from '../shown.ts';
import { evidenceKey, goalLines, headLine, lines, tieLine } from './profileparts.ts';

/** Partnerships and other lines that a reader takes in. */
const MOST = { wide: 48, narrow: 30, lines: 6 } as const;
/** So many more are shown rather than counted. */
const FEW = 3;
const GAP = 28;
const SIDE = 190;

/** @param laender codes of the outlines to draw */
export function profilePlate(place: PlaceView, laender: readonly string[], pen: Pen): Plate {
  const wide = pen.width >= NARROW;
  const main = { ...pen, width: wide ? pen.width - SIDE - 2 * GAP : pen.width };
  const side = { ...pen, width: SIDE };
  const text = stacked(
    20,
    ...(place.unrecorded ? [unrecorded(place, main)] : [goals(place, main), partners(place, main)])
  );
  const { mark: locate } = profileSmall(place, laender);
  const locator = wide && locate ? locate(side) : { width: 0, height: 0, body: [] };
  if (!wide) return stacked(20, text, memberships(place, main));
  const long = stacked(22, locator, memberships(place, side));
  if (long.height > text.height)
    return besides(stacked(20, text, memberships(place, main)), locator);
  return besides(text, long);

  function besides(text: Plate, beside: Plate): Plate {
    return {
      width: pen.width,
      height: Math.max(text.height, beside.height),
      body: [...text.body, at(pen.width - SIDE, 0, beside.body)]
    };
  }
}

/** Where it lies, and its goals. */
export function profileSmall(place: PlaceView, laender: readonly string[]): Small {
  const { at: spot, side } = place;
  const found = goalsOfTies(place.inside);
  return {
    ...(spot && {
      mark: (pen) =>
        side === 'authority' ? germanLocator(laender, spot, pen) : worldLocator(spot, pen)
    }),
    ...(found.length > 0 && { keys: (pen) => goalKey(found, pen) })
  };
}

function goals({ inside }: PlaceView, pen: Pen): Plate {
  if (inside.length === 0) return { width: pen.width, height: 0, body: [] };
  const found = goalsOfTies(inside);
  if (found.length === 0) return lines([m.profile_goals_none({}, { locale: pen.locale })], pen);
  const count = pen.width >= NARROW || found.length > 6 ? 2 : 1;
  const width = (pen.width - (count - 1) * GAP) / count;
  const none = { width, height: 0, body: [] };
  const items = found.map((goal) => goalLines(goal, { ...pen, width }));
  return stacked(
    8,
    headLine(m.place_goals({}, { locale: pen.locale }), pen),
    inColumns([{ head: none, items }], count, GAP)
  );
}

function partners(place: PlaceView, pen: Pen): Plate {
  const { locale } = pen;
  const say = { locale };
  // With nothing in the selection the panel opens the others, too.
  const within = place.inside.length > 0;
  const ties = within ? place.inside : place.outside;
  const plural = (count: number) => ({ count, shown: formatNumber(count, locale) });
  const most = pen.width >= NARROW ? MOST.wide : MOST.narrow;
  const shown = ties.slice(0, ties.length > most + FEW ? most : ties.length);
  const count = pen.width >= NARROW ? 3 : 2;
  const column = { ...pen, width: (pen.width - (count - 1) * GAP) / count };
  const groups = groupTies(shown, place.id, collator(locale).compare).map(({ where, ties }) => ({
    head: headLine(where, column, true),
    items: ties.map((tie) => tieLine(tie, place.id, where, column))
  }));
  const named = place.side === 'authority' ? m.profile_partners : m.profile_bodies;
  const title = within ? named({}, say) : m.place_outside(plural(ties.length), say);
  const more: string[] = [];
  const left = ties.length - shown.length;
  if (left > 0) more.push(m.profile_more({ count: formatNumber(left, locale) }, say));
  if (within && place.outside.length > 0)
    more.push(m.place_outside(plural(place.outside.length), say));
  return stacked(
    8,
    headLine(title, pen),
    evidenceKey(shown, pen),
    inColumns(groups, count, GAP),
    lines(more, pen)
  );
}

function memberships({ extras }: PlaceView, pen: Pen): Plate {
  const { locale } = pen;
  const found = extras?.memberships ?? [];
  if (found.length === 0) return { width: pen.width, height: 0, body: [] };
  const say = { locale };
  const shown = found.slice(0, MOST.lines);
  const left = found.length - shown.length;
  const more = left > 0 ? [m.profile_lines_more({ count: formatNumber(left, locale) }, say)] : [];
  return stacked(
    6,
    headLine(m.extras_networks({}, say), pen),
    ...shown.map(({ title, about, caveat }) =>
      stacked(
        0,
        lines([`${title}, ${about}`], pen, true),
        lines(caveat === '' ? [] : [caveat], pen)
      )
    ),
    lines([...more, m.extras_note({}, say)], pen)
  );
}

/** What is not known, where was looked, and who is active around: beside each other where there is room. */
function unrecorded({ unrecorded, around, side }: PlaceView, pen: Pen): Plate {
  const say = { locale: pen.locale };
  const count = pen.width >= NARROW ? 3 : 1;
  const room = { ...pen, width: (pen.width - (count - 1) * GAP) / count };
  const looked = (unrecorded?.looked ?? []).map(({ name, state }) => `${name}, ${state}`);
  const near = (side === 'partner' ? m.near_partner_title : m.near_title)({}, say);
  const sections = [
    stacked(
      6,
      headLine(m.looked_title({}, say), room),
      ...looked.map((text) => lines([text], room, true)),
      lines([m.looked_note({}, say)], room)
    ),
    nearLines(near, around.neighbours, room),
    nearLines(m.similar_title({}, say), around.similar ? [around.similar] : [], room)
  ].filter(({ height }) => height > 0);
  if (count === 1) return stacked(20, ...sections);
  return {
    width: pen.width,
    height: Math.max(...sections.map(({ height }) => height)),
    body: sections.map(({ body }, i) => at(i * (room.width + GAP), 0, body))
  };
}

function nearLines(title: string, groups: readonly NearGroup[], pen: Pen): Plate {
  const none = { width: pen.width, height: 0, body: [] };
  if (groups.length === 0) return none;
  return stacked(
    6,
    headLine(title, pen),
    ...groups.flatMap((group) => [
      group.title === '' ? none : headLine(group.title, pen, true),
      ...group.places.map(({ name, about }) => lines([`${name}, ${about}`], pen, true))
    ])
  );
}
