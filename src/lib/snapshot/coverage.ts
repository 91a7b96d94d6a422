/**
 * What rates are counted against, inside part `core`: numbers of all Gemeinden by Land, by Kreis and
 * size class, and the bodies that said they have no partnership.
 *
 * Contract: parts of format 1 from before `kreisGemeinden` and `confirmedNone` decode as without;
 * what is not known is not written, so that those keep their bytes.
 */
import type { ConfirmedNone, Dataset } from '../domain/dataset.ts';
import { AUTHORITY_KINDS, SIZE_CLASSES } from '../domain/model.ts';
import type { Table } from './columns.ts';

type Coverage = Pick<Dataset, 'gemeinden' | 'kreisGemeinden' | 'confirmedNone'>;

const WIDTH = SIZE_CLASSES.length;

export function encodeCoverage({ gemeinden, kreisGemeinden, confirmedNone }: Coverage) {
  return {
    gemeinden: gemeinden.flat(),
    ...(kreisGemeinden && { kreisGemeinden: kreisGemeinden.flat() }),
    ...(confirmedNone.length > 0 && {
      confirmedNone: confirmedNone.map(({ id, kind, land, kreis, size }) => [
        id,
        kind,
        land,
        kreis,
        size ?? ''
      ])
    })
  };
}

/**
 * @param sizes numbers of Länder and Kreise in the same part
 * @throws {SnapshotError}
 */
export function decodeCoverage(core: Table, sizes: { laender: number; kreise: number }): Coverage {
  const counts = (column: string, rows: number) => {
    const flat = core.integers(column, rows * WIDTH, 0, 100_000);
    return Array.from({ length: rows }, (_, row) => flat.slice(row * WIDTH, (row + 1) * WIDTH));
  };
  const has = (column: string) => core.optional(column) !== undefined;
  return {
    gemeinden: counts('gemeinden', sizes.laender),
    kreisGemeinden: has('kreisGemeinden') ? counts('kreisGemeinden', sizes.kreise) : null,
    confirmedNone: has('confirmedNone') ? decodeConfirmed(core) : []
  };
}

function decodeConfirmed(core: Table): ConfirmedNone[] {
  return core.rows('confirmedNone', 5).map((row, i) => {
    const [id, kind, land, kreis, size] = row as [string, string, string, string, string];
    const knownKind = AUTHORITY_KINDS.find((known) => known === kind);
    const knownSize = SIZE_CLASSES.find((known) => known.id === size)?.id ?? null;
    const fits = /^a[1-9]\d*$/.test(id) && knownKind && (size === '' || knownSize !== null);
    core.demand(Boolean(fits), 'confirmedNone', `row ${i}: no such body`);
    return { id, kind: knownKind!, land, kreis, size: knownSize };
  });
}
