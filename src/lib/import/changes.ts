/**
 * Territorial history: municipalities that were merged away between 2021 and the register's date.
 *
 * Contract: the file knows keys of 2021 and of 31 December 2024 and no days between, so each change
 * is dated by that key date and says so. Keys that did not change are no rows here.
 */
import type { Entry } from './entries.ts';
import type { Register } from './register.ts';

export interface Change {
  predecessor_ags: string;
  successor_ags: string;
  valid_on: string;
  kind: 'merged';
  note: string;
}

const FILE = 'ags_2021_to_2024.json';
const KEY_DATE = '2024-12-31';
const URL =
  'https://www.destatis.de/DE/Themen/Laender-Regionen/Regionales/Gemeindeverzeichnis/_inhalt.html';
const NOTE =
  'In force by this date; the day of the change (2021 to 2024) is not in the file. A municipality that was split up leads to the successor with the largest share.';

export function readChanges(register: Register): Entry<Change>[] {
  return [...register.history]
    .filter(([from, to]) => from !== to)
    .map(([from, to], i): Entry<Change> => {
      const known = register.byAgs.has(to);
      return {
        kind: 'authority_change',
        source: 'destatis',
        file: FILE,
        key: `${from}>${to}`,
        row: i + 1,
        raw: { ags_2021: from, ags_2024: to },
        url: URL,
        note: '',
        since: null,
        outcome: known ? 'imported' : 'quarantined',
        reason: known ? '' : 'successor_unknown',
        detail: known ? register.byAgs.get(to)!.nameFull : to,
        value: known
          ? {
              predecessor_ags: from,
              successor_ags: to,
              valid_on: KEY_DATE,
              kind: 'merged',
              note: NOTE
            }
          : null
      };
    });
}
