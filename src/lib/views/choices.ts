/** The filter form's options with their words and live counts. */
import type { Dataset } from '../domain/dataset.ts';
import type { Facet, Facets, Option } from '../domain/facets.ts';
import type { Filters } from '../domain/filters.ts';
import { PROGRAMMES, SIZE_CLASSES } from '../domain/model.ts';
import { collator } from '../i18n/format.ts';
import type { Locale } from '../i18n/locale.ts';
import { m } from '../i18n/paraglide/messages.js';
import { evidenceWords, goalName, named, programmeWords, sizeWords } from './labels.ts';

export interface Choice {
  /** As in the URL. */
  value: string;
  label: string;
  partnerships: number;
  authorities: number;
  chosen: boolean;
}

export interface Choices {
  /** 17 goals in order, then `keine`. */
  goals: Choice[];
  regions: Choice[];
  countries: Choice[];
  laender: Choice[];
  sizes: Choice[];
  programmes: Choice[];
  evidence: Choice[];
  /** Year of the DAC list behind `south`. */
  odaYear: string;
  south: Choice;
  inland: Choice;
  /** Share of the partnerships under the other filters whose goals are recorded, 0..1. */
  goalsKnown: number;
  /** Share with a programme recorded, 0..1. */
  programmesKnown: number;
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
  const goal = new Map(dataset.goals.map((g) => [g.goal, goalName(g, locale)]));
  return {
    goals: list(facets.goals, filters.goals, (value) =>
      value === 'keine' ? m.goal_none({}, say) : (goal.get(value) ?? '')
    ),
    regions: list(facets.regions, filters.regions, (code) => region.get(code) ?? code)
      .filter(occurs)
      .sort(byName),
    countries: list(facets.countries, filters.countries, (iso2) => country.get(iso2) ?? iso2)
      .filter(occurs)
      .sort(byName),
    laender: list(facets.laender, filters.laender, (code) => land.get(code) ?? code).sort(byName),
    sizes: list(facets.sizes, filters.sizes, (size) => sizeWords[size]({}, say)).sort(
      (a, b) => sizeOrder(a.value) - sizeOrder(b.value)
    ),
    programmes: list(facets.programmes, filters.programmes, (p) => programmeWords[p]({}, say)).sort(
      (a, b) => programmeOrder(a.value) - programmeOrder(b.value)
    ),
    evidence: list(facets.evidence, filters.evidence, (e) => evidenceWords[e]({}, say)),
    south: flag(facets.south, filters.south, m.south_label({}, say)),
    inland: flag(facets.inland, filters.inland, m.inland_label({}, say)),
    odaYear: dataset.odaYear,
    goalsKnown: facets.goals.known.share,
    programmesKnown: facets.programmes.known.share
  };
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

function sizeOrder(value: string): number {
  return SIZE_CLASSES.findIndex((size) => size.id === value);
}

function programmeOrder(value: string): number {
  const at = PROGRAMMES.findIndex((programme) => programme === value);
  return at < 0 ? PROGRAMMES.length : at;
}
