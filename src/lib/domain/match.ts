/**
 * Which filters a partnership, a German member or a partner abroad FAILS, as bit masks.
 *
 * Why masks: the selection needs "fails nothing", a facet needs "fails nothing but its own
 * dimension", so one pass answers both and they cannot disagree.
 */
import type { Dataset } from './dataset.ts';
import { FLAG_OPERATOR } from './dataset.ts';
import { derived, FACTS_BIT, INITIATED, OPERATOR_BIT } from './derived.ts';
import type { Filters } from './filters.ts';
import { BASES, FORMS, PROGRAMMES, SIZE_CLASSES, STATUSES } from './model.ts';
import { beginsWord, words } from './text.ts';

/** Dimensions of the partnership itself. Goals and their bases are one question. */
export const ROW = {
  goals: 1,
  forms: 2,
  programmes: 4,
  statuses: 8,
  since: 16,
  topics: 32,
  evidence: 64,
  inland: 128,
  text: 256
} as const;
/** Dimensions of a German member. */
export const AUTHORITY = { laender: 1, kreise: 2, sizes: 4 } as const;
/** Dimensions of a partner abroad. */
export const PARTNER = { regions: 1, countries: 2, south: 4 } as const;

export interface Match {
  /** ROW bits that partnership `row` fails. */
  row(row: number): number;
  /** AUTHORITY bits per authority row. */
  authority: Uint8Array;
  /** PARTNER bits per partner row. */
  partner: Uint8Array;
  /** PARTNER bits that a tie without a partner abroad fails: all that are asked. */
  partnerAsked: number;
}

/** Bits of the goals asked for (bit g = goal g); `keine` apart. */
export function goalsWanted(filters: Filters): { mask: number; none: boolean } {
  let mask = 0;
  for (const goal of filters.goals) if (goal !== 'keine') mask |= 1 << goal;
  return { mask, none: filters.goals.includes('keine') };
}

/** Positions in BASES whose tags count. */
export function basesWanted(filters: Filters): number[] {
  return BASES.flatMap((basis, k) =>
    filters.bases.length === 0 || filters.bases.includes(basis) ? [k] : []
  );
}

/** Goals of a partnership on the given bases, bit g = goal g. */
export function goalMask(dataset: Dataset, bases: readonly number[], row: number): number {
  let mask = 0;
  for (const k of bases) mask |= dataset.partnerships.goals[k]![row]!;
  return mask;
}

/** Whether goals `mask` answer the question for `want`, given at least one goal or `none`. */
export function goalsFit(mask: number, want: number, none: boolean, all: boolean): boolean {
  if (all) return (mask & want) === want && (!none || mask === 0);
  return (mask & want) !== 0 || (none && mask === 0);
}

const bits = <T>(list: readonly T[], asked: readonly T[]): number =>
  asked.reduce((mask, value) => mask | (1 << list.indexOf(value)), 0);

export function compile(dataset: Dataset, filters: Filters): Match {
  const { partnerships } = dataset;
  const own = derived(dataset);
  const goals = goalsWanted(filters);
  const bases = basesWanted(filters);
  const askGoals = filters.goals.length > 0;
  const askBases = filters.bases.length > 0;
  const forms = bits(FORMS, filters.forms);
  const statuses = bits(STATUSES, filters.statuses) || ~(1 << INITIATED);
  const programmes = bits(
    PROGRAMMES,
    filters.programmes.filter((p) => p !== 'keine')
  );
  const noProgramme = filters.programmes.includes('keine');
  const since = filters.since;
  const noTopic = filters.topics.includes('keine');
  const topics = new Set(filters.topics.map((id) => dataset.topics.findIndex((t) => t.id === id)));
  const evidence = filters.evidence.length === 1 ? filters.evidence[0] : null;
  const text = compileText(dataset, filters.text);

  function row(row: number): number {
    let fail = 0;
    if (askGoals || askBases) {
      const mask = goalMask(dataset, bases, row);
      const fits = askGoals ? goalsFit(mask, goals.mask, goals.none, filters.goalsAll) : mask !== 0;
      if (!fits) fail |= ROW.goals;
    }
    if (forms !== 0 && !(forms & (1 << partnerships.form[row]!))) fail |= ROW.forms;
    const has = own.programmes[row]!;
    if (partnerships.flags[row]! & FLAG_OPERATOR && !(programmes & OPERATOR_BIT))
      fail |= ROW.programmes;
    else if (filters.programmes.length > 0 && !(has & programmes) && !(noProgramme && has === 0))
      fail |= ROW.programmes;
    if (!(statuses & (1 << own.status[row]!))) fail |= ROW.statuses;
    if (since !== null) {
      const year = partnerships.since[row]!;
      const fits =
        since === 'unbekannt'
          ? year === 0
          : year !== 0 && year >= (since.from ?? 0) && year <= (since.to ?? 9999);
      if (!fits) fail |= ROW.since;
    }
    if (filters.topics.length > 0) {
      const start = partnerships.topicStart[row]!;
      const end = partnerships.topicStart[row + 1]!;
      let fits = noTopic && start === end;
      for (let i = start; i < end && !fits; i++) fits = topics.has(partnerships.topicList[i]!);
      if (!fits) fail |= ROW.topics;
    }
    if (
      evidence &&
      (partnerships.layers[row]! & FACTS_BIT ? 'belegt' : 'unbestaetigt') !== evidence
    )
      fail |= ROW.evidence;
    if (!filters.inland && own.inland[row]) fail |= ROW.inland;
    if (text && !text(row)) fail |= ROW.text;
    return fail;
  }

  return {
    row,
    authority: authorityMasks(dataset, filters),
    partner: partnerMasks(dataset, filters),
    partnerAsked:
      (filters.regions.length ? PARTNER.regions : 0) |
      (filters.countries.length ? PARTNER.countries : 0) |
      (filters.south ? PARTNER.south : 0)
  };
}

function authorityMasks(dataset: Dataset, filters: Filters): Uint8Array {
  const { authorities, laender } = dataset;
  const { size } = derived(dataset);
  const masks = new Uint8Array(authorities.length);
  const land = laender.map((l) => filters.laender.length === 0 || filters.laender.includes(l.code));
  const kreise = new Set(filters.kreise);
  const sizes = SIZE_CLASSES.map((s) => filters.sizes.includes(s.id));
  for (let i = 0; i < masks.length; i++) {
    if (!land[authorities.land[i]!]) masks[i]! |= AUTHORITY.laender;
    if (kreise.size > 0 && !kreise.has(authorities.kreis[i]!)) masks[i]! |= AUTHORITY.kreise;
    if (filters.sizes.length > 0 && !sizes[size[i]!]) masks[i]! |= AUTHORITY.sizes;
  }
  return masks;
}

function partnerMasks(dataset: Dataset, filters: Filters): Uint8Array {
  const { countries, partners } = dataset;
  const byCountry = countries.map((country) => {
    let mask = 0;
    if (filters.regions.length && !filters.regions.includes(country.region))
      mask |= PARTNER.regions;
    if (filters.countries.length && !filters.countries.includes(country.iso2))
      mask |= PARTNER.countries;
    if (filters.south && !country.oda) mask |= PARTNER.south;
    return mask;
  });
  return Uint8Array.from(partners.country, (country) => byCountry[country]!);
}

/** Every word must begin a word in the name (or country) of some member; null = nothing asked. */
function compileText(dataset: Dataset, text: string): ((row: number) => boolean) | null {
  const asked = words(text);
  if (asked.length === 0) return null;
  const { partnerships } = dataset;
  const { authorityNames, partnerNames } = derived(dataset);
  const found = (name: string) =>
    asked.reduce((mask, word, k) => (beginsWord(name, word) ? mask | (1 << k) : mask), 0);
  const authorities = authorityNames.map(found);
  const partners = partnerNames.map(found);
  const all = (1 << asked.length) - 1;
  return (row) => {
    let mask = 0;
    const end = partnerships.memberStart[row + 1]!;
    for (let i = partnerships.memberStart[row]!; i < end; i++) {
      const member = partnerships.members[i]!;
      mask |= member < 0 ? partners[~member]! : authorities[member]!;
    }
    return mask === all;
  };
}
