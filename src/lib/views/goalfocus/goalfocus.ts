/**
 * The view model of the focus page: chosen goals in municipal context.
 *
 * Contract: pure and plain, like `buildAtlas`. Coverage comes first, counts before shares, no share
 * under five Gemeinden. Examples, goals under review and funding are null while the details of the
 * snapshot are not here, or where it has none.
 */
import { facets } from '../../domain/facets.ts';
import { gapMatrix } from '../../domain/gaps.ts';
import { select, type Selection } from '../../domain/selection.ts';
import { STATES, type State, type StateCounts } from '../../domain/states.ts';
import { dayInGermany, formatList, formatNumber, shareNote } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { m } from '../../i18n/paraglide/messages.js';
import type { Parsed } from '../../url/codec.ts';
import { stateWords } from '../areawords.ts';
import { buildAtlas, type Atlas, type Data } from '../atlas.ts';
import { goalName } from '../labels.ts';
import { linkTo, linkToLens, linkToMap, type Here } from '../links.ts';
import { sentenceOf } from '../sentence.ts';
import { examplesView, type ExamplesView } from './examples.ts';
import { fundingCounts, type FundingCounts } from './funding.ts';
import { reviewsView, type ReviewsView } from './reviews.ts';
import { countTables, type CountTable } from './tables.ts';

export interface GoalFocus {
  atlas: Atlas;
  title: string;
  /** Coverage, then what is recorded. */
  sentence: string;
  /** The goals asked for. */
  goals: { goal: number; name: string }[];
  /** Gemeinden by state; null without a denominator or without goals. */
  states: { state: State; label: string; count: number; share: number }[] | null;
  gemeinden: number;
  tables: CountTable[];
  examples: ExamplesView | null;
  reviews: ReviewsView | null;
  funding: FundingCounts | null;
  links: { id: string; label: string; href: string }[];
}

/** Pure. @param today the day funding is asked about */
export function buildGoalFocus(
  data: Data,
  parsed: Parsed,
  locale: Locale,
  selection: Selection = select(data.dataset, parsed.filters),
  today: string = dayInGermany()
): GoalFocus {
  const { dataset, details } = data;
  const { filters, view } = parsed;
  const page = '/luecken/schwerpunkt';
  const atlas = buildAtlas(data, parsed, locale, selection, page);
  const here: Here = { filters, view, locale, page };
  const numbers = filters.goals.filter((goal) => goal !== 'keine');
  const asked = filters.goals.length > 0;
  const extras = details?.extras ?? null;
  const matrix = asked ? gapMatrix(dataset, filters, { row: 'groesse', column: 'sdg' }) : null;
  return {
    atlas,
    title: view.title || titleOf(filters.goals, locale),
    sentence: asked
      ? `${coverageOf(data, parsed, locale)} ${sentenceOf(atlas, locale)}`
      : m.focus_none_chosen({}, { locale }),
    goals: dataset.goals
      .filter(({ goal }) => numbers.includes(goal))
      .map((goal) => ({ goal: goal.goal, name: goalName(goal, locale) })),
    states: matrix && matrix.all.n > 0 ? statesView(matrix.all.states, matrix.all.n, locale) : null,
    gemeinden: matrix?.all.n ?? 0,
    tables: matrix ? countTables(dataset, matrix, here) : [],
    examples: extras && asked ? examplesView(dataset, extras, here) : null,
    reviews: extras && reviewsView(dataset, extras, here),
    funding: extras && fundingCounts(dataset, extras, filters, today),
    links: linksOf(here)
  };
}

function titleOf(goals: readonly (number | 'keine')[], locale: Locale): string {
  const say = { locale };
  if (goals.length === 0) return m.focus_title_none({}, say);
  const numbers = goals.filter((goal) => goal !== 'keine').map(String);
  const none = goals.includes('keine') ? [m.goal_none({}, say)] : [];
  const list = numbers.length > 0 ? [`SDG ${numbers[0]}`, ...numbers.slice(1), ...none] : none;
  return m.focus_title({ list: formatList(list, locale, 'and') }, say);
}

/** For how many partnerships a goal is recorded at all, under all other filters. */
function coverageOf({ dataset }: Data, { filters }: Parsed, locale: Locale): string {
  const { known } = facets(dataset, filters).goals;
  const all = known.share > 0 ? Math.round(known.partnerships / known.share) : 0;
  if (all === 0) return m.focus_coverage_none({}, { locale });
  return m.focus_coverage(
    {
      known: formatNumber(known.partnerships, locale),
      all: formatNumber(all, locale),
      share: shareNote(known.partnerships, all, locale)
    },
    { locale }
  );
}

const statesView = (states: StateCounts, n: number, locale: Locale) =>
  STATES.map((state) => ({
    state,
    label: stateWords[state]({}, { locale }),
    count: states[state],
    share: states[state] / n
  }));

function linksOf(here: Here): GoalFocus['links'] {
  const say = { locale: here.locale };
  const plain = { view: 'karte', page: 1, sort: null, areas: null } as const;
  return [
    { id: 'karte', label: m.focus_to_map({}, say), href: linkToMap(here) },
    { id: 'netz', label: m.focus_to_net({}, say), href: linkToLens(here, 'fluss') },
    {
      id: 'luecken',
      label: m.focus_to_gaps({}, say),
      href: linkTo({ ...here, page: '/luecken' }, {}, plain)
    },
    { id: 'tabelle', label: m.focus_to_table({}, say), href: linkToMap(here, { view: 'tabelle' }) },
    {
      id: 'foerderung',
      label: m.focus_to_funding({}, say),
      href: linkTo({ ...here, page: '/luecken/foerderung' }, {}, plain)
    }
  ];
}
