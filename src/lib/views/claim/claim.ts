/**
 * The view model of a single citable figure: sentence, states, bounds, caveat.
 *
 * Contract: pure and plain, like `buildAtlas`; the same for embed, picture, API and press kit. Counts
 * before shares, never a share under five Gemeinden, never a "no" where nothing is recorded.
 */
import type { Dataset } from '../../domain/dataset.ts';
import { figureOf, knownOf, upperOf, type Figure } from '../../domain/figure.ts';
import type { Filters } from '../../domain/filters.ts';
import { STATES, type State } from '../../domain/states.ts';
import { formatList, formatNumber, formatShare } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { asksTies, stateWords, upperWords } from '../areawords.ts';
import { wordingOf, type Stand, type Wording } from './wording.ts';

export interface ClaimState {
  state: State;
  label: string;
  count: number;
  /** "12" or "12 (13 %)" */
  shown: string;
  /** 0..1 of N, for the length of the bar. */
  share: number;
}

export interface Claim extends Wording {
  figure: Figure;
  /** "12 von 96"; without a denominator "12"; '' where there is nobody to ask. */
  large: string;
  /** Stands beside it, small: what is recorded is counted, not what there is. */
  largeNote: string;
  /** For how many the answer is known; '' without a denominator. */
  known: string;
  /** What it could be at most; '' where nothing is open. */
  upper: string;
  /** Other bodies that fit; '' for none. */
  beside: string;
  caveat: string;
  /** What the bar shows, and its parts; none without a denominator. */
  statesTitle: string;
  states: ClaimState[];
}

export function claimOf(
  dataset: Dataset,
  filters: Filters,
  locale: Locale,
  stand: Stand = { publishedAt: dataset.publishedAt, edition: null }
): Claim {
  const figure = figureOf(dataset, filters);
  const say = { locale };
  const of = formatNumber(figure.of ?? 0, locale);
  return {
    figure,
    ...wordingOf(figure, filters, dataset, locale, stand),
    large: largeOf(figure, locale),
    largeNote: m.claim_large({}, say),
    known: figure.of ? knownWords(figure, figure.of, locale) : '',
    upper: figure.of && asksTies(filters) ? upperBound(figure, figure.of, locale) : '',
    beside: filters.sizes.length > 0 ? '' : besideWords(figure, locale),
    caveat: m.no_record_note({}, say),
    statesTitle: m.claim_states({ count: figure.of ?? 0, of }, say),
    states: figure.of ? statesView(figure, figure.of, locale) : []
  };
}

function largeOf({ match, of }: Figure, locale: Locale): string {
  const number = (value: number) => formatNumber(value, locale);
  if (of === 0) return '';
  if (of === null) return number(match);
  return m.claim_lead_some({ match: number(match), of: number(of) }, { locale });
}

function knownWords({ states, coverage }: Figure, n: number, locale: Locale): string {
  const known = knownOf(states);
  return m.claim_known(
    {
      known: formatNumber(known, locale),
      of: formatNumber(n, locale),
      share: coverage === null ? '' : ` (${upperWords(coverage, locale)})`
    },
    { locale }
  );
}

function upperBound({ match, states, upper }: Figure, n: number, locale: Locale): string {
  const most = upperOf(states);
  if (most === match) return '';
  return m.claim_upper(
    {
      upper: formatNumber(most, locale),
      of: formatNumber(n, locale),
      share: upper === null ? '' : ` (${upperWords(upper, locale)})`
    },
    { locale }
  );
}

/** Landkreise, Länder and others: never added up with Gemeinden. */
function besideWords({ beside }: Figure, locale: Locale): string {
  const say = { locale };
  const inputs = (count: number) => ({ count, shown: formatNumber(count, locale) });
  const others = beside.verbandsgemeinde + beside.bezirk;
  const list = [
    ...(beside.landkreis > 0 ? [m.sentence_kreise(inputs(beside.landkreis), say)] : []),
    ...(beside.land > 0 ? [m.sentence_laender(inputs(beside.land), say)] : []),
    ...(others > 0 ? [m.sentence_others(inputs(others), say)] : [])
  ];
  return list.length === 0 ? '' : m.claim_beside({ list: formatList(list, locale, 'and') }, say);
}

const statesView = ({ states, rate }: Figure, n: number, locale: Locale): ClaimState[] =>
  STATES.map((state) => {
    const count = states[state];
    const share = rate === null ? '' : ` (${formatShare(count / n, locale)})`;
    return {
      state,
      label: stateWords[state]({}, { locale }),
      count,
      shown: formatNumber(count, locale) + share,
      share: count / n
    };
  });
