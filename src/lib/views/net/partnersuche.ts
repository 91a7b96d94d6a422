/** Who could work together: German bodies in the same country on the same goal, without a tie. */
import { candidates, type CandidateGroup } from '../../domain/candidates.ts';
import { derived } from '../../domain/derived.ts';
import { goalReader } from '../../domain/goalflow.ts';
import { GOALS } from '../../domain/model.ts';
import { collator, formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { goalWords as goalWord, named } from '../labels.ts';
import { linkToNet } from '../links.ts';
import { authorityMember, type Member } from '../ties.ts';
import { coverageSentence, wholeOf } from './coverage.ts';
import type { CrowdDrawing } from './drawing.ts';
import type { Asked, Lens, LensView, NetTable, OptionGroup, Picked } from './lens.ts';
import { pickBase, pickedOf } from './picked.ts';
import { basisOptions, goalWords } from './ziele.ts';

/** Rows that stand alone. */
const MOST = 18;

export const partnerSuche: Lens = {
  id: 'partner-suche',
  name: m.net_suche,
  short: m.net_suche_tab,
  build
};

interface Row {
  id: string;
  label: string;
  groups: CandidateGroup[];
  /** Bodies in any of the groups. */
  bodies: number;
}

interface Found {
  /** Those shown, most bodies first. */
  rows: Row[];
  /** Rows there are. */
  all: number;
  groups: { id: string; row: number; group: CandidateGroup }[];
}

function build(asked: Asked): LensView {
  const { net, face } = asked;
  const right = net.right ?? 'staat';
  const found = foundFor(asked, right);
  const empty = found.groups.length === 0;
  return {
    sentence: sentenceOf(asked, found),
    notes: [
      m.net_suche_rule({}, { locale: asked.locale }),
      ...(empty ? [] : [m.net_suche_reading({}, { locale: asked.locale })]),
      ...(right === 'region' ? [m.net_staaten_m49({}, { locale: asked.locale })] : [])
    ],
    hints: empty || face === 'table' ? [] : [m.net_suche_hint({}, { locale: asked.locale })],
    options: optionsOf(asked, found, right),
    drawing: face === 'picture' && !empty ? drawingOf(asked, found) : null,
    table: face === 'table' ? tableOf(asked, found, right) : null,
    picked: net.picked === null ? null : pickOf(asked, found, right, net.picked)
  };
}

function foundFor({ dataset, selection, filters, net, locale }: Asked, right: 'staat' | 'region') {
  const { region } = derived(dataset);
  const country = (partner: number) => dataset.partners.country[partner]!;
  const place = right === 'staat' ? country : (partner: number) => region[country(partner)]!;
  const byPlace = new Map<number, CandidateGroup[]>();
  for (const group of candidates(dataset, selection, filters, place))
    byPlace.set(group.place, [...(byPlace.get(group.place) ?? []), group]);
  const rows = [...byPlace].map(([at, groups]): Row => {
    const thing = right === 'staat' ? dataset.countries[at]! : dataset.regions[at]!;
    return {
      id: 'iso2' in thing ? thing.iso2 : thing.code,
      label: named(thing, locale),
      groups,
      bodies: new Set(groups.flatMap(({ bodies }) => bodies)).size
    };
  });
  const { compare } = collator(locale);
  rows.sort((a, b) => b.bodies - a.bodies || compare(a.label, b.label));
  const shown = net.all ? rows : rows.slice(0, MOST);
  return {
    rows: shown,
    all: rows.length,
    groups: shown.flatMap(({ id, groups }, row) =>
      groups.map((group) => ({ id: `${id}.${group.goal}`, row, group }))
    )
  };
}

function sentenceOf(asked: Asked, { groups, rows }: Found): string {
  const { dataset, selection, filters, locale } = asked;
  const say = { locale };
  const number = (value: number) => formatNumber(value, locale);
  const all = wholeOf(asked);
  if (all === 0) return m.sentence_none({}, say);
  const goalsOf = goalReader(dataset, filters);
  const known = selection.rows.reduce((sum, row) => sum + (goalsOf(row).length > 0 ? 1 : 0), 0);
  const lead = coverageSentence(asked, known, all);
  const [top] = [...groups].sort((a, b) => b.group.bodies.length - a.group.bodies.length);
  if (!top) return `${lead} ${m.net_suche_nobody({}, say)}`;
  const { bodies, goal } = top.group;
  const tied = groups.filter(({ group }) => group.bodies.length === bodies.length).length;
  const words = {
    place: rows[top.row]!.label,
    goal: goalWords(dataset, goal, locale),
    shown: number(bodies.length)
  };
  const most =
    tied > 1
      ? m.net_suche_tied({ ...words, count: number(tied) }, say)
      : m.net_suche_top(words, say);
  return `${lead} ${most}`;
}

function optionsOf(asked: Asked, { all }: Found, right: 'staat' | 'region'): OptionGroup[] {
  const { here, net, locale } = asked;
  const say = { locale };
  const way = (label: string, change: Partial<typeof net>, current: boolean) => ({
    label,
    href: linkToNet(here, { ...change, picked: null }),
    current
  });
  const options: OptionGroup[] = [
    {
      label: m.net_right({}, say),
      choices: [
        way(m.net_right_staat({}, say), { right: null }, right === 'staat'),
        way(m.net_right_region({}, say), { right: 'region' }, right === 'region')
      ]
    }
  ];
  if (all > MOST)
    options.push({
      label: m.net_extent({}, say),
      choices: [
        way(m.net_extent_most({ count: MOST }, say), { all: false }, !net.all),
        way(m.net_extent_all({ count: all }, say), { all: true }, net.all)
      ]
    });
  return [...options, basisOptions(asked)];
}

function drawingOf(asked: Asked, { rows, groups }: Found): CrowdDrawing {
  const { dataset, locale } = asked;
  const goals = GOALS.filter((goal) => groups.some(({ group }) => group.goal === goal));
  const bodiesOn = (goal: number) =>
    new Set(groups.flatMap(({ group }) => (group.goal === goal ? group.bodies : []))).size;
  return {
    kind: 'crowd',
    title: m.net_suche_title({}, { locale }),
    pick: pickBase(asked),
    picked: asked.net.picked,
    rows: rows.map(({ id, label, bodies }) => ({ id, label, total: bodies })),
    columns: goals.map((goal) => ({
      id: String(goal),
      label: `${goal} ${goalWord[goal - 1]!({}, { locale })}`,
      total: bodiesOn(goal)
    })),
    cells: groups.map(({ id, row, group }) => ({
      id,
      row,
      column: goals.indexOf(group.goal),
      partnerships: group.rows.length,
      bodies: group.bodies.length,
      names: namesOf(dataset, group, locale).map(({ name }) => name)
    }))
  };
}

function namesOf(dataset: Asked['dataset'], group: CandidateGroup, locale: Asked['locale']) {
  const { compare } = collator(locale);
  return group.bodies
    .map((body): Member => authorityMember(dataset, body))
    .sort((a, b) => compare(a.name, b.name));
}

function tableOf(asked: Asked, { rows, groups }: Found, right: 'staat' | 'region'): NetTable {
  const { dataset, locale } = asked;
  const say = { locale };
  const base = pickBase(asked);
  const label = (text: string, numeric = false) => ({ label: text, numeric });
  return {
    caption: m.net_suche_title({}, say),
    columns: [
      label(right === 'staat' ? m.column_country({}, say) : m.region({}, say)),
      label(m.net_column_goal({}, say)),
      label(m.net_column_bodies({}, say), true),
      label(m.net_column_pairs({}, say), true),
      label(m.net_column_ties({}, say), true)
    ],
    rows: [...groups]
      .sort((a, b) => b.group.bodies.length - a.group.bodies.length || a.row - b.row)
      .map(({ id, row, group: { goal, bodies, pairs, rows: ties } }) => ({
        id,
        cells: [
          rows[row]!.label,
          goalWords(dataset, goal, locale),
          bodies.length,
          pairs,
          ties.length
        ],
        href: base + id
      }))
  };
}

function pickOf(asked: Asked, found: Found, right: 'staat' | 'region', id: string): Picked {
  const { dataset, filters, locale } = asked;
  const at = found.groups.find((one) => one.id === id);
  if (!at) return pickedOf(asked, id, m.net_picked_unknown({}, { locale }), [], null);
  const { group, row } = at;
  const place = found.rows[row]!;
  const label = `${place.label} – ${goalWords(dataset, group.goal, locale)}`;
  const goals =
    filters.goalsAll && filters.goals.length > 1 ? {} : { goals: [group.goal], goalsAll: false };
  return {
    ...pickedOf(asked, id, label, group.rows, {
      ...(right === 'staat' ? { countries: [place.id] } : { regions: [place.id] }),
      ...goals
    }),
    bodies: namesOf(dataset, group, locale)
  };
}
