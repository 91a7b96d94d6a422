/**
 * The accounting of the data: `npm run data:report` (`-- --json` for machines).
 *
 * From the real files by the import's own code, so it works without a database; where the database
 * answers (environment, or a running `npm start`), what stands there is put beside it.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connect, type Client } from '../src/lib/data/client.ts';
import { recordCounts } from '../src/lib/data/importing.ts';
import {
  accountOf,
  accountOfMore,
  totalsOf,
  type FileAccount,
  type Totals
} from '../src/lib/import/account.ts';
import { toBatch } from '../src/lib/import/batch.ts';
import { openLedger } from '../src/lib/import/ids.ts';
import { prepare, type Prepared } from '../src/lib/import/prepare.ts';
import { doublesOf, type Double } from '../src/lib/import/doubles.ts';
import { precisionOf, readDraw, readJudged, type Precision } from '../src/lib/import/quality.ts';
import { dataDir } from './run/settings.ts';
import { readIdsFile, readKeptFile, readMergesFile, readSeed } from './seed.ts';
import { openStack } from './stack/index.ts';
import { askLock } from './stack/lock.ts';

/** The stack of `npm start`. */
const STACK = join(dataDir(), 'stack');

/** What readers judged in one draw, against today's matcher. */
export interface Round {
  round: string;
  strata: Precision[];
}

export interface Report {
  files: FileAccount[];
  totals: Totals;
  /** Precision per stratum, from what readers judged (tests/quality). */
  quality: Round[];
  /** Ties that may be one: a body's partner and its part or whole. */
  doubles: Double[];
  /** Records by source and outcome as the database holds them; null where none answers. */
  database: Record<string, Record<string, number>> | null;
}

/** The accounting from the files. */
export function reportOf(): Omit<Report, 'database'> {
  const prepared = prepare(readSeed());
  const batch = toBatch(prepared, openLedger(readIdsFile(), readMergesFile()));
  return {
    files: [...accountOf(prepared.outcomes, prepared.outOfScope), ...accountOfMore(prepared.more)],
    totals: totalsOf(batch),
    quality: qualityOf(prepared),
    doubles: doublesOf(prepared.partnerships, readKeptFile())
  };
}

/** Every round that was drawn, oldest first; see tests/quality/README.md. */
function qualityOf({ outcomes, mergedInto }: Prepared): Round[] {
  const folder = new URL('../tests/quality/', import.meta.url);
  const rounds = readdirSync(folder).filter((name) => name.startsWith('round-'));
  return rounds.sort().map((round) => {
    const file = (name: string) => new URL(`${round}/${name}`, folder);
    const draws = readDraw(readFileSync(file('draw.tsv'), 'utf8'));
    const judged = existsSync(file('judged.tsv'))
      ? readJudged(readFileSync(file('judged.tsv'), 'utf8'), draws)
      : [];
    return { round, strata: precisionOf(draws, judged, outcomes, mergedInto) };
  });
}

async function database(sources: string[]): Promise<Report['database']> {
  try {
    const client = await reach();
    return client ? await recordCounts(client, sources) : null;
  } catch {
    return null; // a report about files must not fail because no database runs
  }
}

async function reach(): Promise<Client | null> {
  const { PUBLIC_SUPABASE_URL: url, SUPABASE_SECRET_KEY: key } = process.env;
  if (url && key) return connect(url, key);
  const holder = await askLock(STACK);
  if (!holder?.url || holder.ending) return null;
  const running = await openStack({ dir: STACK });
  return connect(running.url, running.secretKey);
}

function print({ files, totals, quality, doubles, database: held }: Report): void {
  for (const f of files) {
    console.log(`\n${f.source} · ${f.file}`);
    if (f.outOfScope) console.log(`  out of scope (no German side)  ${f.outOfScope}`);
    console.log(`  rows                           ${f.rows}`);
    console.log(`  = imported                     ${f.imported}`);
    console.log(`  + merged into a known pair     ${f.merged}`);
    console.log(`  + quarantined                  ${f.quarantined}`);
    for (const [reason, n] of Object.entries(f.reasons).sort((a, b) => b[1] - a[1]))
      console.log(`      ${reason.padEnd(27)}${n}`);
  }
  console.log('\ntotals');
  for (const [name, value] of Object.entries(totals))
    console.log(`  ${name.padEnd(31)}${typeof value === 'number' ? value : JSON.stringify(value)}`);
  quality.forEach(printQuality);
  const open = doubles.filter(({ decision }) => decision === '');
  console.log(`\npossible doubles (part and whole)  ${open.length} to decide`);
  for (const { body, partners } of open) console.log(`  ${body}: ${partners.join(' / ')}`);
  for (const { body, partners, decision } of doubles)
    if (decision) console.log(`  kept: ${body}: ${partners.join(' / ')}\n    ${decision}`);
  console.log(held ? '\ndatabase' : '\nNo database answers: the figures are those of the files.');
  for (const [source, counts] of Object.entries(held ?? {}))
    console.log(`  ${source.padEnd(31)}${JSON.stringify(counts)}`);
}

function printQuality({ round, strata }: Round): void {
  console.log(`\nprecision of the matching, ${round} (tests/quality, 95 % interval)`);
  for (const p of strata) {
    const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
    const said = p.interval
      ? `${p.right} of ${p.judged} right = ${percent(p.right / p.judged)} ` +
        `(${percent(p.interval[0])} to ${percent(p.interval[1])}); unsure ${p.unsure}, ` +
        `no longer taken ${p.untaken}, not judged ${p.drawn - p.judged - p.unsure - p.untaken}`
      : `not judged yet (${p.drawn} drawn)`;
    console.log(`  ${p.stratum.padEnd(31)}${said}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = reportOf();
  const sources = [...new Set(files.files.map((file) => file.source))];
  const report: Report = { ...files, database: await database(sources) };
  if (process.argv.includes('--json')) console.log(JSON.stringify(report, null, 2));
  else print(report);
}
