/**
 * The funding signpost: instruments that fit what is asked, by who gives them, each with what is
 * known of its validity on a day.
 *
 * Contract: pure and plain. Nothing is shown as an offer but what its source calls running.
 */
import type { Dataset } from '../../domain/dataset.ts';
import type { Extras } from '../../domain/detail.ts';
import type { Filters } from '../../domain/filters.ts';
import {
  FUNDING_LEVELS,
  fundingFor,
  type FundingFit,
  type FundingLevel,
  type Meets,
  type Validity
} from '../../domain/funding.ts';
import { select, type Selection } from '../../domain/selection.ts';
import {
  dayInGermany,
  formatDate,
  formatList,
  formatNumber,
  formatPartialDate,
  formatShare
} from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { m } from '../../i18n/paraglide/messages.js';
import type { Parsed } from '../../url/codec.ts';
import { buildAtlas, type Atlas, type Data } from '../atlas.ts';
import { named } from '../labels.ts';
import { webAddress } from '../links.ts';

export interface FundingCounts {
  /** That fit and run, as their source says. */
  runs: number;
  unknown: number;
  over: number;
}

export interface InstrumentView {
  id: string;
  name: string;
  provider: string;
  validity: Validity;
  /** Validity in words, with its date. */
  state: string;
  what: string;
  /** Lines of "term: value". */
  facts: { term: string; value: string }[];
  /** Why it fits, in words; '' = nothing in the row speaks for or against it. */
  why: string;
  /** In English. */
  note: string;
  url: string;
}

export interface FundingView {
  atlas: Atlas;
  title: string;
  sentence: string;
  /** `current`: running, upcoming or unknown; `past`: calls that are over. Empty levels are left out. */
  levels: { id: FundingLevel; label: string; current: InstrumentView[]; past: InstrumentView[] }[];
  /** Instruments that the filters' Land, country or region rules out. */
  others: number;
  /** null: not here yet; false: this snapshot has none. */
  there: boolean | null;
}

const isPast = (validity: Validity) => validity === 'over' || validity === 'historic';

export function fundingCounts(
  dataset: Dataset,
  { funding }: Extras,
  filters: Filters,
  today: string
): FundingCounts {
  const found = fundingFor(dataset, funding, filters, today);
  const count = (fits: (validity: Validity) => boolean) =>
    found.filter(({ validity }) => fits(validity)).length;
  return {
    runs: count((validity) => validity === 'runs'),
    unknown: count((validity) => validity === 'unknown' || validity === 'upcoming'),
    over: count(isPast)
  };
}

/** @param today the day that is asked about */
export function buildFunding(
  data: Data,
  parsed: Parsed,
  locale: Locale,
  selection: Selection = select(data.dataset, parsed.filters),
  today: string = dayInGermany()
): FundingView {
  const { dataset, details } = data;
  const say = { locale };
  const atlas = buildAtlas(data, parsed, locale, selection, '/luecken/foerderung');
  const lines = details?.extras?.funding ?? [];
  const found = fundingFor(dataset, lines, parsed.filters, today);
  const counts = details?.extras
    ? fundingCounts(dataset, details.extras, parsed.filters, today)
    : null;
  const view = (fit: FundingFit) => instrumentOf(dataset, fit, parsed.filters, locale);
  return {
    atlas,
    title: m.fund_title({}, say),
    sentence:
      counts && lines.length > 0
        ? m.fund_sentence(
            {
              date: formatDate(today, locale),
              runs: counts.runs,
              runsShown: formatNumber(counts.runs, locale),
              unknown: formatNumber(counts.unknown, locale),
              over: formatNumber(counts.over, locale)
            },
            say
          )
        : m.fund_none_recorded({}, say),
    levels: FUNDING_LEVELS.flatMap((id) => {
      const own = found.filter(({ level }) => level === id);
      if (own.length === 0) return [];
      return {
        id,
        label: levelWords[id]({}, say),
        current: own.filter(({ validity }) => !isPast(validity)).map(view),
        past: own.filter(({ validity }) => isPast(validity)).map(view)
      };
    }),
    others: lines.length - found.length,
    there: details ? lines.length > 0 : null
  };
}

type Words = (inputs?: object, options?: { locale?: Locale }) => string;

const levelWords: Record<FundingLevel, Words> = {
  Bund: m.fund_level_bund,
  Land: m.fund_level_land,
  EU: m.fund_level_eu,
  other: m.fund_level_other
};

function instrumentOf(
  dataset: Dataset,
  { line, reach, validity, meets }: FundingFit,
  filters: Filters,
  locale: Locale
): InstrumentView {
  const say = { locale };
  const date = (value: string) => formatPartialDate(value, locale);
  const facts: [string, string | false | undefined][] = [
    [m.fund_who({}, say), line.eligible],
    [m.fund_amount({}, say), amountWords(line.least ?? null, line.most ?? null, locale)],
    [
      m.fund_own_share({}, say),
      line.ownShare != null &&
        (line.ownShare === 0
          ? m.fund_own_share_none({}, say)
          : m.fund_own_share_from({ share: formatShare(line.ownShare, locale) }, say))
    ],
    [m.fund_as_of({}, say), line.stateAsOf === '' ? m.fund_undated({}, say) : date(line.stateAsOf)]
  ];
  const limits = [
    ...reach.laender.map((code) => dataset.laender.find((land) => land.code === code)?.name),
    ...reach.countries.map((iso2) => {
      const country = dataset.countries.find((one) => one.iso2 === iso2);
      return country && named(country, locale);
    })
  ].filter((name) => name !== undefined);
  if (limits.length > 0)
    facts.splice(1, 0, [m.fund_only({}, say), formatList(limits, locale, 'and')]);
  return {
    id: line.id,
    name: named(line, locale),
    provider: line.provider,
    validity,
    state: stateWords(validity, line.to === '' ? '' : date(line.to), locale),
    what: line.whatDe,
    facts: facts.flatMap(([term, value]) => (value ? [{ term, value }] : [])),
    why:
      meets.length === 0
        ? ''
        : m.fund_why({ list: formatList(meets.map(whyWords), locale, 'and') }, say),
    note: line.note,
    url: webAddress(line.url)
  };

  function whyWords(kind: Meets): string {
    const goals = reach.goals.filter((goal) => filters.goals.includes(goal));
    return {
      land: () => m.fund_meets_land({}, say),
      country: () => m.fund_meets_country({}, say),
      south: () => m.fund_meets_south({}, say),
      europe: () => m.fund_meets_europe({}, say),
      goal: () => m.fund_meets_goal({ list: formatList(goals.map(String), locale, 'and') }, say),
      programme: () => m.fund_meets_programme({}, say)
    }[kind]();
  }
}

function stateWords(validity: Validity, to: string, locale: Locale): string {
  const say = { locale };
  if (validity === 'runs')
    return to === '' ? m.fund_runs({}, say) : m.fund_runs_until({ date: to }, say);
  if (validity === 'upcoming') return m.fund_upcoming({}, say);
  if (validity === 'unknown') return m.fund_unknown({}, say);
  if (validity === 'historic') return m.fund_historic({}, say);
  return to === '' ? m.fund_over({}, say) : m.fund_over_since({ date: to }, say);
}

function amountWords(least: number | null, most: number | null, locale: Locale): string {
  const euro = (value: number) => `${formatNumber(value, locale)} €`;
  const say = { locale };
  if (least !== null && most !== null)
    return m.fund_amount_range({ least: euro(least), most: euro(most) }, say);
  if (most !== null) return m.fund_amount_most({ most: euro(most) }, say);
  return least === null ? '' : m.fund_amount_least({ least: euro(least) }, say);
}
