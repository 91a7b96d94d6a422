/**
 * SYNTHETIC data for the bench: real rows multiplied, the same every time. Never imported anywhere.
 *
 * Ties: copy k pairs the German side of a row with the partner of another row, so that all pairs
 * are distinct and all names stay names that the matching has to work for. Records: copies get ids
 * and names of their own. Reference data (register, gazetteer, countries, rules) is not multiplied:
 * it does not grow with what is imported.
 */
import type { Records } from '../../src/lib/data/records.ts';
import type { SeedFiles } from '../../src/lib/import/prepare.ts';

/** Ids of copies are this far apart. */
const APART = 1_000_000;
/** How far the partners are shifted from copy to copy; prime, so that pairs repeat late. */
const SHIFT = 37;

export function multiplyFiles(files: SeedFiles, scale: number): SeedFiles {
  return {
    ...files,
    // 5 columns of the German side, 5 of the partner, then what nobody reads.
    wikidata: multiplyTable(files.wikidata, '\t', 5, scale, () => true),
    // Rows without a German side are out of scope and stay as they are.
    wikipedia: multiplyTable(files.wikipedia, ',', 4, scale, (line) => line.includes('Germany'))
  };
}

/** Copies of the lines that count; the cells before `split` stay, those after it are shifted. */
function multiplyTable(
  text: string,
  delimiter: string,
  split: number,
  scale: number,
  counts: (line: string) => boolean
): string {
  const lines = text.split(/\r?\n/).filter((line) => line !== '');
  const body = lines.slice(1);
  // A quoted cell is never cut: such rows are not multiplied.
  const rows = body
    .filter((line) => counts(line) && !line.includes('"'))
    .map((line) => line.split(delimiter));
  const copies = [lines[0]!, ...body];
  for (let k = 1; k < scale; k++)
    rows.forEach((row, at) => {
      const other = rows[(at + k * SHIFT) % rows.length]!;
      copies.push([...row.slice(0, split), ...other.slice(split)].join(delimiter));
    });
  return copies.join('\n') + '\n';
}

export function multiplyRecords(records: Records, scale: number): Records {
  const tied = new Set(records.members.map(({ member_id }) => member_id));
  const move = (id: string, k: number) => `${id[0]}${Number(id.slice(1)) + k * APART}`;
  const copies = <T>(rows: readonly T[], copy: (row: T, k: number) => T): T[] => {
    const all = [...rows];
    for (let k = 1; k < scale; k++) for (const row of rows) all.push(copy(row, k));
    return all;
  };
  const tie = <T extends { partnership_id: string }>(row: T, k: number): T => ({
    ...row,
    partnership_id: move(row.partnership_id, k)
  });
  const named = (name: string, k: number) => `${name} (Kopie ${k})`;
  const bodies = records.authorities.filter(({ id, merged_into }) => tied.has(id) && !merged_into);
  return {
    ...records,
    authorities: [
      ...records.authorities,
      ...copies(bodies, (row, k) => ({
        ...row,
        id: move(row.id, k),
        name: named(row.name, k)
      })).slice(bodies.length)
    ],
    partners: copies(records.partners, (row, k) => ({
      ...row,
      id: move(row.id, k),
      name_de: named(row.name_de, k),
      name_en: named(row.name_en, k),
      merged_into: null
    })),
    partnerships: copies(records.partnerships, (row, k) => ({ ...row, id: move(row.id, k) })),
    members: copies(records.members, (row, k) => ({
      ...tie(row, k),
      member_id: move(row.member_id, k)
    })),
    records: copies(records.records, tie),
    programmes: copies(records.programmes, tie),
    partnership_topics: copies(records.partnership_topics, tie),
    tags: copies(records.tags, tie)
  };
}
