/** Which goals are recorded together: goals against goals, led by how little is recorded. */
import { coGoals, type CoGoals } from '../../domain/cogoals.ts';
import type { Filters } from '../../domain/filters.ts';
import { BASES } from '../../domain/model.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { basisWords, goalName } from '../labels.ts';
import { linkTo } from '../links.ts';
import type { GoalsDrawing } from './drawing.ts';
import { coverageSentence, wholeOf } from './coverage.ts';
import type { Asked, Lens, LensView, NetTable, OptionGroup, Picked } from './lens.ts';
import { pickBase, pickedOf } from './picked.ts';

export const ziele: Lens = { id: 'ziele', name: m.net_ziele, build };

const idOf = ({ a, b }: { a: number; b: number }) => `${a}-${b}`;

function build(asked: Asked): LensView {
  const { selection, filters, net, face } = asked;
  const data = coGoals(asked.dataset, selection, filters);
  const empty = data.pairs.length === 0;
  return {
    sentence: sentenceOf(asked, data),
    notes: notesOf(asked, data),
    options: [basisOptions(asked)],
    drawing: face === 'picture' && !empty ? drawingOf(asked, data) : null,
    table: face === 'table' ? tableOf(asked, data) : null,
    picked: net.picked === null ? null : pickOf(asked, data, net.picked)
  };
}

function sentenceOf(asked: Asked, { pairs, known, several }: CoGoals): string {
  const { locale, dataset } = asked;
  const say = { locale };
  const number = (value: number) => formatNumber(value, locale);
  const all = wholeOf(asked);
  if (all === 0) return m.sentence_none({}, say);
  const lead = coverageSentence(asked, known, all);
  const [top] = pairs
    .filter(({ a, b }) => a !== b)
    .sort((x, y) => y.rows.length - x.rows.length || x.a - y.a || x.b - y.b);
  if (!top) return lead;
  return [
    lead,
    m.net_ziele_several({ count: several, shown: number(several) }, say),
    m.net_ziele_top(
      {
        a: goalWords(dataset, top.a, locale),
        b: goalWords(dataset, top.b, locale),
        count: number(top.rows.length)
      },
      say
    )
  ].join(' ');
}

export function goalWords(
  dataset: Asked['dataset'],
  goal: number,
  locale: Asked['locale']
): string {
  const found = dataset.goals.find((one) => one.goal === goal);
  return `SDG\u00a0${goal}${found ? ` (${goalName(found, locale)})` : ''}`;
}

function notesOf({ locale }: Asked, { known, byRule }: CoGoals): string[] {
  const say = { locale };
  const number = (value: number) => formatNumber(value, locale);
  return [
    ...(known > 0 ? [m.net_ziele_reading({}, say)] : []),
    ...(byRule > 0 ? [m.net_ziele_rule({ count: number(byRule), all: number(known) }, say)] : [])
  ];
}

export function basisOptions({ here, filters, locale }: Asked): OptionGroup {
  const say = { locale };
  const { bases } = filters;
  const net = { ...here.view.net, picked: null };
  return {
    label: m.net_basis({}, say),
    choices: [
      {
        label: m.net_basis_all({}, say),
        href: linkTo(here, { bases: [] }, { net }),
        current: bases.length === 0
      },
      ...BASES.map((basis) => ({
        label: basisWords[basis]({}, say),
        href: linkTo(here, { bases: [basis] }, { net }),
        current: bases.length === 1 && bases[0] === basis
      }))
    ]
  };
}

function drawingOf(asked: Asked, { pairs }: CoGoals): GoalsDrawing {
  const { dataset, locale } = asked;
  const at = new Map(dataset.goals.map(({ goal }, i) => [goal, i]));
  return {
    kind: 'goals',
    title: m.net_ziele_title({}, { locale }),
    pick: pickBase(asked),
    picked: asked.net.picked,
    goals: dataset.goals.map((goal) => ({ goal: goal.goal, name: goalName(goal, locale) })),
    cells: pairs.map((pair) => ({
      id: idOf(pair),
      a: at.get(pair.a)!,
      b: at.get(pair.b)!,
      partnerships: pair.rows.length
    }))
  };
}

function tableOf(asked: Asked, { pairs }: CoGoals): NetTable {
  const { dataset, locale } = asked;
  const say = { locale };
  const base = pickBase(asked);
  const words = (goal: number) => goalWords(dataset, goal, locale);
  return {
    caption: m.net_ziele_title({}, say),
    columns: [
      { label: m.net_column_goal({}, say), numeric: false },
      { label: m.net_column_together({}, say), numeric: false },
      { label: m.net_column_ties({}, say), numeric: true }
    ],
    rows: [...pairs]
      .sort((x, y) => y.rows.length - x.rows.length || x.a - y.a || x.b - y.b)
      .map((pair) => ({
        id: idOf(pair),
        cells: [
          words(pair.a),
          pair.a === pair.b ? m.net_goal_itself({}, say) : words(pair.b),
          pair.rows.length
        ],
        href: base + idOf(pair)
      }))
  };
}

function pickOf(asked: Asked, { pairs }: CoGoals, id: string): Picked {
  const { dataset, filters, locale } = asked;
  const say = { locale };
  const pair = pairs.find((one) => idOf(one) === id);
  if (!pair) return pickedOf(asked, id, m.net_picked_unknown({}, say), [], null);
  const words = [...new Set([pair.a, pair.b])].map((goal) => goalWords(dataset, goal, locale));
  return pickedOf(asked, id, words.join(' + '), pair.rows, both(filters, pair));
}

/** Asks for both goals besides what is asked already; null where no filter says that. */
function both(filters: Filters, { a, b }: { a: number; b: number }): Partial<Filters> | null {
  const { goals, goalsAll } = filters;
  if (goals.length > 1 && !goalsAll) return null;
  const wanted = new Set([...goals, a, b]);
  return wanted.has('keine') ? null : { goals: [...wanted], goalsAll: wanted.size > 1 };
}
