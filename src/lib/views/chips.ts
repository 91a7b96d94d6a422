/** The filters that are set, each with the address without it. */
import type { Filters } from '../domain/filters.ts';
import { m } from '../i18n/paraglide/messages.js';
import {
  basisWords,
  evidenceWords,
  formWords,
  named,
  programmeWords,
  sizeWords,
  statusWords
} from './labels.ts';
import { linkToFilters, type Here } from './links.ts';
import { sinceWords, type Names } from './title.ts';

export interface Chip {
  label: string;
  /** The address without this filter. */
  without: string;
}

type ListKey = {
  [K in keyof Filters]: Filters[K] extends readonly unknown[] ? K : never;
}[keyof Filters];

/** @param kreisNames names of the chosen Kreise by code; codes are shown where one is missing */
export function chipsOf(
  here: Here,
  names: Names,
  kreisNames: ReadonlyMap<string, string> = new Map()
): Chip[] {
  const { filters, locale } = here;
  const say = { locale };
  const chips: Chip[] = [];
  const list = <K extends ListKey>(key: K, label: (value: Filters[K][number]) => string) => {
    const values: readonly Filters[K][number][] = filters[key];
    for (const value of values) {
      const rest = values.filter((other) => other !== value);
      chips.push({ label: label(value), without: linkToFilters(here, { [key]: rest }) });
    }
  };
  list('goals', (goal) => (goal === 'keine' ? m.goal_none({}, say) : `SDG ${goal}`));
  if (filters.goalsAll && filters.goals.length > 1) {
    chips.push({ label: m.goals_all({}, say), without: linkToFilters(here, { goalsAll: false }) });
  }
  list('bases', (basis) => basisWords[basis]({}, say));
  list('countries', (iso2) =>
    nameIn(
      names.countries.find((c) => c.iso2 === iso2),
      iso2
    )
  );
  list('regions', (code) =>
    nameIn(
      names.regions.find((r) => r.code === code),
      code
    )
  );
  if (filters.south)
    chips.push({ label: m.south_short({}, say), without: linkToFilters(here, { south: false }) });
  list('laender', (code) => names.laender.find((land) => land.code === code)?.name ?? code);
  list('kreise', (code) => kreisNames.get(code) ?? code);
  list('sizes', (size) => sizeWords[size]({}, say));
  list('forms', (form) => formWords[form]({}, say));
  list('programmes', (programme) => programmeWords[programme]({}, say));
  list('statuses', (status) => statusWords[status]({}, say));
  if (filters.since !== null) {
    const label =
      filters.since === 'unbekannt'
        ? m.title_since_unknown({}, say)
        : sinceWords(filters.since, locale);
    chips.push({ label, without: linkToFilters(here, { since: null }) });
  }
  list('topics', (id) =>
    id === 'keine'
      ? m.topic_none({}, say)
      : nameIn(
          names.topics.find((t) => t.id === id),
          id
        )
  );
  list('evidence', (evidence) => evidenceWords[evidence]({}, say));
  if (filters.inland)
    chips.push({ label: m.inland_short({}, say), without: linkToFilters(here, { inland: false }) });
  if (filters.text.trim() !== '') {
    chips.push({
      label: m.title_text({ text: filters.text.trim() }, say),
      without: linkToFilters(here, { text: '' })
    });
  }
  return chips;

  function nameIn(thing: { nameDe: string; nameEn: string } | undefined, code: string): string {
    return thing ? named(thing, locale) : code;
  }
}
