/** The filter form's options with their words and live counts. */
import type { Dataset } from '../domain/dataset.ts';
import type { Facet, Facets, Option } from '../domain/facets.ts';
import type { Filters } from '../domain/filters.ts';
import { FORMS, PROGRAMMES, SIZE_CLASSES } from '../domain/model.ts';
import { collator, formatShare } from '../i18n/format.ts';
import type { Locale } from '../i18n/locale.ts';
import { m } from '../i18n/paraglide/messages.js';
import {
  basisWords,
  evidenceWords,
  formWords,
  goalName,
  named,
  programmeWords,
  sizeWords,
  statusWords
} from './labels.ts';
import { yearChoicesOf, type YearChoices } from './years.ts';

export interface Choice {
  /** As in the URL. */
  value: string;
  label: string;
  partnerships: number;
  authorities: number;
  chosen: boolean;
}

/** Dimensions whose values are often not recorded. */
export type Patchy = 'goals' | 'forms' | 'programmes' | 'statuses' | 'topics' | 'years';

export interface Choices {
  /** 17 goals in order, then `keine`. */
  goals: Choice[];
  bases: Choice[];
  regions: Choice[];
  countries: Choice[];
  laender: Choice[];
  /** Those of the chosen Länder, and those chosen: all 400 would be too many for one list. */
  kreise: Choice[];
  sizes: Choice[];
  forms: Choice[];
  programmes: Choice[];
  statuses: Choice[];
  /** Most first, `keine` last. */
  topics: Choice[];
  evidence: Choice[];
  years: YearChoices;
  /** Year of the DAC list behind `south`. */
  odaYear: string;
  south: Choice;
  inland: Choice;
  /** Share of the partnerships under the other filters with a value, 0..1; null = there are none. */
  known: Record<Patchy, number | null>;
}

/** Whether so little is recorded that it has to be said. Of nothing, nothing is missing. */
export function isHardlyKnown(share: number | null): share is number {
  return share !== null && share < 0.2;
}

/**
 * That few goals are recorded, where few are. The share is of what all other filters leave: with the
 * goals asked for it would always be all.
 * @returns '' where many are recorded
 */
export function goalsKnown(
  { filters, choices }: { filters: Filters; choices: Pick<Choices, 'known'> },
  locale: Locale
): string {
  const { goals } = choices.known;
  if (!isHardlyKnown(goals)) return '';
  const inputs = { share: formatShare(goals, locale) };
  return filters.goals.length > 0
    ? m.goals_known_note_asked(inputs, { locale })
    : m.goals_known_note(inputs, { locale });
}

export function choicesOf(
  dataset: Dataset,
  facets: Facets,
  filters: Filters,
  locale: Locale
): Choices {
  const say = { locale };
  const byName = (a: Choice, b: Choice) => collator(locale).compare(a.label, b.label);
  const country = new Map(dataset.countries.map((c) => [c.iso2, named(c, locale)]));
  const region = new Map(dataset.regions.map((r) => [r.code, named(r, locale)]));
  const land = new Map(dataset.laender.map((l) => [l.code, l.name]));
  const kreis = new Map(dataset.kreise.map((k) => [k.code, k.name]));
  const goal = new Map(dataset.goals.map((g) => [g.goal, goalName(g, locale)]));
  const topic = new Map(dataset.topics.map((t) => [t.id, named(t, locale)]));
  const years = yearChoicesOf(facets.years, filters.since, locale);
  return {
    goals: list(facets.goals, filters.goals, (value) =>
      value === 'keine' ? m.goal_none({}, say) : (goal.get(value) ?? '')
    ),
    bases: list(facets.bases, filters.bases, (basis) => basisWords[basis]({}, say)),
    regions: list(facets.regions, filters.regions, (code) => region.get(code) ?? code)
      .filter(occurs)
      .sort(byName),
    countries: list(facets.countries, filters.countries, (iso2) => country.get(iso2) ?? iso2)
      .filter(occurs)
      .sort(byName),
    laender: list(facets.laender, filters.laender, (code) => land.get(code) ?? code).sort(byName),
    kreise: kreiseOf(facets, filters, (code) => kreis.get(code) ?? code).sort(byName),
    sizes: inOrder(
      list(facets.sizes, filters.sizes, (size) => sizeWords[size]({}, say)),
      SIZE_CLASSES.map((size) => size.id)
    ),
    forms: inOrder(
      list(facets.forms, filters.forms, (form) => formWords[form]({}, say)),
      FORMS.filter((form) => form !== 'unbekannt')
    ),
    programmes: inOrder(
      list(facets.programmes, filters.programmes, (p) => programmeWords[p]({}, say)),
      PROGRAMMES
    ),
    statuses: inOrder(
      list(facets.statuses, filters.statuses, (status) => statusWords[status]({}, say)),
      ['aktiv', 'ruhend', 'beendet', 'in_anbahnung']
    ),
    topics: list(facets.topics, filters.topics, (id) =>
      id === 'keine' ? m.topic_none({}, say) : (topic.get(id) ?? id)
    ).sort(
      (a, b) =>
        Number(a.value === 'keine') - Number(b.value === 'keine') ||
        b.partnerships - a.partnerships ||
        byName(a, b)
    ),
    evidence: list(facets.evidence, filters.evidence, (e) => evidenceWords[e]({}, say)),
    years,
    south: flag(facets.south, filters.south, m.south_label({}, say)),
    inland: flag(facets.inland, filters.inland, m.inland_label({}, say)),
    odaYear: dataset.odaYear,
    known: {
      goals: knownOf(facets.goals),
      forms: knownOf(facets.forms),
      programmes: knownOf(facets.programmes),
      statuses: knownOf(facets.statuses),
      topics: knownOf(facets.topics),
      years: years.known
    }
  };
}

function knownOf({ options, known }: Facet<unknown>): number | null {
  return options.some((option) => option.partnerships > 0) ? known.share : null;
}

function kreiseOf(facets: Facets, filters: Filters, label: (code: string) => string): Choice[] {
  const { laender, kreise } = filters;
  if (laender.length === 0 && kreise.length === 0) return [];
  return list(facets.kreise, kreise, label).filter(
    (kreis) => kreis.chosen || (laender.includes(kreis.value.slice(0, 2)) && occurs(kreis))
  );
}

function list<V extends string | number>(
  facet: Facet<V>,
  chosen: readonly V[],
  label: (value: V) => string
): Choice[] {
  return facet.options.map((option) =>
    choice(option, chosen.includes(option.value), label(option.value))
  );
}

function flag(facet: Facet<boolean>, chosen: boolean, label: string): Choice {
  const option = facet.options.find((o) => o.value) ?? {
    value: true,
    partnerships: 0,
    authorities: 0
  };
  return { ...choice(option, chosen, label), value: '1' };
}

function choice(option: Option<string | number | boolean>, chosen: boolean, label: string): Choice {
  const { value, partnerships, authorities } = option;
  return { value: String(value), label, partnerships, authorities, chosen };
}

/** Long lists leave out what gives nothing, but never what is chosen. */
function occurs(choice: Choice): boolean {
  return choice.partnerships > 0 || choice.chosen;
}

/** What the order does not name (`keine`, `unbekannt`) comes last. */
function inOrder(choices: Choice[], order: readonly string[]): Choice[] {
  const at = (choice: Choice) =>
    order.includes(choice.value) ? order.indexOf(choice.value) : order.length;
  return choices.sort((a, b) => at(a) - at(b));
}
