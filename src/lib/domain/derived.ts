/**
 * Columns that follow from a Dataset and are asked again and again: computed once per Dataset.
 *
 * Contract: pure; the cache is keyed by the Dataset object, which never changes.
 */
import { COUNTRY_ALIASES, GERMAN_ALIASES } from './aliases.ts';
import { FLAG_INITIATED, FLAG_OPERATOR, type Dataset } from './dataset.ts';
import { LAYERS, PROGRAMMES, SIZE_CLASSES, STATUSES, sizeClassOf } from './model.ts';
import { fold } from './text.ts';

export const INITIATED = STATUSES.indexOf('in_anbahnung');
export const OPERATOR_BIT = 1 << PROGRAMMES.indexOf('betreiberpartnerschaft');
/** Bit of the layer whose rows were read on the cited pages. */
export const FACTS_BIT = 1 << LAYERS.indexOf('facts-2026');

export interface Derived {
  /** Position in SIZE_CLASSES of authority rows; -1 = no Gemeinde or population not known. */
  size: Int8Array;
  /** Position in `kreise` of authority rows; -1 = none. */
  kreis: Int16Array;
  /** Position in `regions` of country rows; -1 = none. */
  region: Int16Array;
  /** 1 = no member abroad. */
  inland: Uint8Array;
  /** Position in STATUSES, `in_anbahnung` where the tie is flagged as initiated. */
  status: Uint8Array;
  /** Bits of PROGRAMMES, `betreiberpartnerschaft` where the tie is flagged as a utility's. */
  programmes: Uint8Array;
}

/** Folded names to search in, by row; German and English in one. */
export interface FoldedNames {
  authorities: string[];
  partners: string[];
  countries: string[];
}

const cache = new WeakMap<Dataset, Derived>();

export function derived(dataset: Dataset): Derived {
  let found = cache.get(dataset);
  if (!found) cache.set(dataset, (found = derive(dataset)));
  return found;
}

const names = new WeakMap<Dataset, FoldedNames>();

/** A folded name and what else people call it. */
const called = (name: string, aliases: readonly string[] = []) => [name, ...aliases].join(' ');

/** Apart from the other columns: nobody needs them before the first search. */
export function foldedNames(dataset: Dataset): FoldedNames {
  let found = names.get(dataset);
  if (!found) {
    const { authorities, partners, countries } = dataset;
    const both = (nameDe: string, nameEn: string) =>
      nameDe === nameEn ? fold(nameDe) : `${fold(nameDe)} ${fold(nameEn)}`;
    found = {
      authorities: authorities.name.map(fold).map((name) => called(name, GERMAN_ALIASES[name])),
      partners: partners.nameDe.map((name, row) => both(name, partners.nameEn[row]!)),
      countries: countries.map(({ iso2, nameDe, nameEn }) =>
        called(both(nameDe, nameEn), COUNTRY_ALIASES[iso2])
      )
    };
    names.set(dataset, found);
  }
  return found;
}

function derive(dataset: Dataset): Derived {
  const { authorities, partnerships, countries } = dataset;
  const sizes = SIZE_CLASSES.map((size) => size.id);
  const kreise = new Map(dataset.kreise.map((kreis, position) => [kreis.code, position]));
  const regions = new Map(dataset.regions.map((region, position) => [region.code, position]));
  const size = Int8Array.from(authorities.kind, (kind, row) => {
    const population = authorities.population[row] ?? -1;
    const found = kind === 'gemeinde' && population >= 0 ? sizeClassOf(population) : null;
    return found === null ? -1 : sizes.indexOf(found);
  });
  const inland = new Uint8Array(partnerships.length).fill(1);
  for (let row = 0; row < partnerships.length; row++) {
    const end = partnerships.memberStart[row + 1]!;
    for (let i = partnerships.memberStart[row]!; i < end; i++)
      if (partnerships.members[i]! < 0) inland[row] = 0;
  }
  return {
    size,
    kreis: Int16Array.from(authorities.kreis, (code) => kreise.get(code) ?? -1),
    region: Int16Array.from(countries, (country) => regions.get(country.region) ?? -1),
    inland,
    status: partnerships.status.map((status, row) =>
      partnerships.flags[row]! & FLAG_INITIATED ? INITIATED : status
    ),
    programmes: partnerships.programmes.map((bits, row) =>
      partnerships.flags[row]! & FLAG_OPERATOR ? bits | OPERATOR_BIT : bits
    )
  };
}
