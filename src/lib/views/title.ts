/**
 * The filters in words: the heading of every view, of its embed and of its picture.
 *
 * Contract: pure; says everything that is asked for, in a fixed order, and nothing else. Countries
 * and regions stand behind a noun ("Partnerland Türkei") so that no article can go wrong.
 */
import type { Dataset } from '../domain/dataset.ts';
import type { Filters } from '../domain/filters.ts';
import { formatList } from '../i18n/format.ts';
import type { Locale } from '../i18n/locale.ts';
import { m } from '../i18n/paraglide/messages.js';
import { inKreise, inLaender } from './claim/inareas.ts';
import {
  basisWords,
  evidenceWords,
  formWords,
  named,
  programmeWords,
  sizeTitleWords,
  statusWords
} from './labels.ts';

/** Lists of the dataset that give codes their names. */
export type Names = Pick<
  Dataset,
  'countries' | 'regions' | 'laender' | 'kreise' | 'kreisGemeinden' | 'topics'
>;

/** e.g. "Partnerschaften von Mittelstädten in Sachsen zu SDG 6, Partnerland Namibia" */
export function titleOf(filters: Filters, names: Names, locale: Locale): string {
  const say = { locale };
  const or = (items: string[]) => formatList(items, locale);
  const parts: string[] = [];
  parts.push(
    filters.sizes.length > 0
      ? m.title_sizes(
          { sizes: or(filters.sizes.map((size) => sizeTitleWords[size]({}, say))) },
          say
        )
      : m.title_base({}, say)
  );
  if (filters.laender.length > 0) parts.push(inLaender(filters.laender, 'or', { names, locale }));
  if (filters.kreise.length > 0) parts.push(inKreise(filters.kreise, 'or', { names, locale }));
  const goals = filters.goals.filter((goal) => goal !== 'keine').map(String);
  if (goals.length > 0) {
    const list = formatList(goals, locale, filters.goalsAll ? 'and' : 'or');
    parts.push(m.title_goals({ goals: list }, say));
  }
  if (filters.goals.includes('keine')) parts.push(m.title_goals_none({}, say));
  return [parts.join(' '), ...clauses(filters, names, locale)].join(', ');
}

/** What follows the heading's first part, each behind a comma. */
function clauses(filters: Filters, names: Names, locale: Locale): string[] {
  const say = { locale };
  const or = (items: string[]) => formatList(items, locale);
  const of = (
    list: { code?: string; iso2?: string; id?: string; nameDe: string; nameEn: string }[],
    value: string
  ) => {
    const found = list.find((item) => (item.code ?? item.iso2 ?? item.id) === value);
    return found ? named(found, locale) : value;
  };
  const out: string[] = [];
  if (filters.countries.length > 0) {
    const countries = filters.countries.map((iso2) => of(names.countries, iso2));
    out.push(m.title_countries({ count: countries.length, countries: or(countries) }, say));
  }
  if (filters.regions.length > 0) {
    const regions = filters.regions.map((code) => of(names.regions, code));
    out.push(m.title_regions({ regions: or(regions) }, say));
  }
  if (filters.south) out.push(m.title_south({}, say));
  if (filters.programmes.length > 0)
    out.push(or(filters.programmes.map((p) => programmeWords[p]({}, say))));
  if (filters.forms.length > 0)
    out.push(m.title_forms({ forms: or(filters.forms.map((f) => formWords[f]({}, say))) }, say));
  if (filters.statuses.length > 0)
    out.push(
      m.title_statuses({ statuses: or(filters.statuses.map((s) => statusWords[s]({}, say))) }, say)
    );
  if (filters.since === 'unbekannt') out.push(m.title_since_unknown({}, say));
  else if (filters.since) out.push(sinceWords(filters.since, locale));
  if (filters.topics.length > 0) {
    const topics = filters.topics.map((id) =>
      id === 'keine' ? m.topic_none({}, say) : of(names.topics, id)
    );
    out.push(m.title_topics({ topics: or(topics) }, say));
  }
  if (filters.bases.length > 0)
    out.push(m.title_bases({ bases: or(filters.bases.map((b) => basisWords[b]({}, say))) }, say));
  if (filters.evidence.length > 0)
    out.push(or(filters.evidence.map((e) => evidenceWords[e]({}, say))));
  if (filters.inland) out.push(m.title_inland({}, say));
  if (filters.text.trim() !== '') out.push(m.title_text({ text: filters.text.trim() }, say));
  return out;
}

/** "seit 2015", "bis 1990", "Beginn 1990 bis 2005" */
export function sinceWords(
  since: { from: number | null; to: number | null },
  locale: Locale
): string {
  const say = { locale };
  if (since.to === null) return m.since_from({ from: String(since.from ?? '') }, say);
  if (since.from === null) return m.since_to({ to: String(since.to) }, say);
  return m.since_range({ from: String(since.from), to: String(since.to) }, say);
}
