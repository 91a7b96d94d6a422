/**
 * What is measured. Each case prepares its synthetic input outside of the time that counts.
 *
 * Contract: `time` does the work once and returns; `rows` is what a time per row refers to.
 */
import { readFileSync } from 'node:fs';
import { connect } from '../../src/lib/data/client.ts';
import { importBatch } from '../../src/lib/data/importing.ts';
import type { Records } from '../../src/lib/data/records.ts';
import { facets } from '../../src/lib/domain/facets.ts';
import { NO_FILTERS } from '../../src/lib/domain/filters.ts';
import { select } from '../../src/lib/domain/selection.ts';
import { accountOf } from '../../src/lib/import/account.ts';
import { toBatch } from '../../src/lib/import/batch.ts';
import { mint, openLedger } from '../../src/lib/import/ids.ts';
import { prepare } from '../../src/lib/import/prepare.ts';
import { assemble } from '../../src/lib/server/assemble.ts';
import { build } from '../../src/lib/server/publish.ts';
import { keysOf } from '../../tools/import.ts';
import { readIdsFile, readMergesFile, readSeed } from '../../tools/seed.ts';
import { FIRST_PICTURE } from './firstpicture.ts';
import { GAPS } from './gaps.ts';
import { LAYOUT } from './layout.ts';
import { CLICKS } from './peers/clicks.ts';
import { compare, type Comparison } from './peers/compare.ts';
import { multiplyFiles, multiplyRecords } from './synthetic.ts';

export interface Task {
  rows: number;
  time(): unknown;
  /** Measures of ours and of others, once, after the time was taken. */
  compare?(): Compared;
  /** Instead of `time`: the times of ours and of peers that do the same work. */
  session?(): Comparison;
}

/** Figures by who reached them. */
export type Compared = Record<string, Record<string, number>>;

/** What a measuring process is told. */
export interface Given {
  scale: number;
  /** Records of the real seed as JSON. */
  recordsFile: string;
  /** The embedded Supabase, emptied. */
  url: string;
  secretKey: string;
}

export interface Case {
  name: string;
  what: string;
  scales: readonly number[];
  /** Why a scale is left out. */
  note?: string;
  /** Needs an empty database. */
  database?: boolean;
  task(given: Given): Task;
}

const multiplied = ({ recordsFile, scale }: Given): Records =>
  multiplyRecords(JSON.parse(readFileSync(recordsFile, 'utf8')) as Records, scale);

/** A batch of the seed, and how it is written. */
function written({ scale, url, secretKey }: Given) {
  const prepared = prepare(multiplyFiles(readSeed(), scale));
  const ids = mint(readIdsFile(), keysOf(prepared));
  const batch = toBatch(prepared, openLedger(ids, readMergesFile()));
  const client = connect(url, secretKey, 600_000);
  return { rows: batch.source_record.length, write: () => importBatch(client, batch) };
}

export const CASES: readonly Case[] = [
  {
    name: 'filter-change',
    what: `one filter changed: selection and counts of all options, median of a session of ${CLICKS.length}`,
    scales: [1, 10, 100],
    note: 'peers count all but bases and years, which ours counts too; at 100x ours alone is timed: the peers take minutes',
    task(given) {
      const { dataset } = assemble(multiplied(given));
      const measure = () => compare(dataset, given.scale > 10 ? [] : undefined);
      return { rows: dataset.partnerships.length, time: measure, session: measure };
    }
  },
  {
    name: 'select+facets',
    what: 'a filter click: selection and counts of all options',
    scales: [1, 10, 100],
    task(given) {
      const { dataset } = assemble(multiplied(given));
      const filters = { ...NO_FILTERS, south: true, since: { from: 1980, to: null } };
      return {
        rows: dataset.partnerships.length,
        time: () => [select(dataset, filters), facets(dataset, filters)]
      };
    }
  },
  {
    name: 'import',
    what: 'read, match and account all rows of the files',
    scales: [1, 10, 100],
    task({ scale }) {
      const files = multiplyFiles(readSeed(), scale);
      const { outcomes } = prepare(files);
      return {
        rows: outcomes.length,
        time: () => {
          const prepared = prepare(files);
          return accountOf(prepared.outcomes, prepared.outOfScope);
        }
      };
    }
  },
  {
    name: 'import-database',
    what: 'write a prepared batch into the empty embedded database',
    scales: [1, 10, 20],
    note: '100x can not be: a batch is one JSON value, and Postgres holds none above 256 MB (105 MB at 10x)',
    database: true,
    task(given) {
      const { rows, write } = written(given);
      return { rows, time: write };
    }
  },
  {
    name: 'import-again',
    what: 'write it, and write it once more, which changes nothing (tables vacuumed when empty)',
    scales: [1, 10],
    database: true,
    task(given) {
      const { rows, write } = written(given);
      return { rows, time: () => write().then(write) };
    }
  },
  {
    name: 'publish',
    what: 'assemble, encode, hash and decode again all parts but the layout',
    scales: [1, 10, 100],
    task(given) {
      const records = multiplied(given);
      return {
        rows: records.partnerships.length,
        time: () => build(assemble(records), records.quarantined, null)
      };
    }
  },
  GAPS,
  LAYOUT,
  FIRST_PICTURE
];
