/**
 * What rates are counted against: all Gemeinden by Land, Kreis and size class, and who said "none".
 * Pure. Gemeinden without a known population are in no size class and therefore not counted.
 */
import type { Records } from '../data/records.ts';
import type { ConfirmedNone, Dataset } from '../domain/dataset.ts';
import { SIZE_CLASSES, sizeClassOf } from '../domain/model.ts';
import { bySequence, successors } from './gather.ts';

type Authorities = Records['authorities'];

/** @param alive authorities that were not merged into others */
export function denominators(
  alive: Authorities,
  { laender, kreise }: Pick<Dataset, 'laender' | 'kreise'>
): { gemeinden: number[][]; kreisGemeinden: number[][] } {
  const empty = (list: readonly unknown[]) => list.map(() => SIZE_CLASSES.map(() => 0));
  const rows = (list: readonly { code: string }[]) =>
    new Map(list.map(({ code }, position) => [code, position]));
  const [landRows, kreisRows] = [rows(laender), rows(kreise)];
  const [gemeinden, kreisGemeinden] = [empty(laender), empty(kreise)];
  for (const { kind, land_code, kreis_ags, population } of alive) {
    const size = kind === 'gemeinde' ? sizeClassOf(population) : null;
    if (size === null) continue;
    const at = SIZE_CLASSES.findIndex((known) => known.id === size);
    const land = gemeinden[landRows.get(land_code) ?? -1];
    const kreis = kreisGemeinden[kreisRows.get(kreis_ags ?? '') ?? -1];
    if (land) land[at]!++;
    if (kreis) kreis[at]!++;
  }
  return { gemeinden, kreisGemeinden };
}

/** Bodies that stated they have none; of merged ones the body they went into speaks for itself. */
export function confirmedNone(records: Records, alive: Authorities): ConfirmedNone[] {
  if (!records.coverage?.length) return [];
  const final = successors(records.authorities);
  const stated = new Set(
    records.coverage
      .filter(
        ({ authority_id, state }) =>
          state === 'confirmed_none' && final(authority_id) === authority_id
      )
      .map(({ authority_id }) => authority_id)
  );
  return alive
    .filter(({ id }) => stated.has(id))
    .toSorted(bySequence)
    .map(({ id, kind, land_code, kreis_ags, population }) => ({
      id,
      kind,
      land: land_code,
      kreis: kreis_ags ?? '',
      size: kind === 'gemeinde' ? sizeClassOf(population) : null
    }));
}
