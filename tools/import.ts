/**
 * Import of the vendored seed: `node tools/import.ts`.
 *
 * With PUBLIC_SUPABASE_URL and SUPABASE_SECRET_KEY into that project, else into the embedded stack.
 * `--mint` writes ids for new natural keys into `supabase/seed/ids.tsv` instead; commit that file.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connect, type Client } from '../src/lib/data/client.ts';
import { changedBy, importBatch } from '../src/lib/data/importing.ts';
import { accountOf, accountOfMore } from '../src/lib/import/account.ts';
import { toBatch } from '../src/lib/import/batch.ts';
import { mint, openLedger, type Kind } from '../src/lib/import/ids.ts';
import { moreKeys } from '../src/lib/import/morebatch.ts';
import { prepare, type Prepared } from '../src/lib/import/prepare.ts';
import { dataDir } from './run/settings.ts';
import { readIdsFile, readMergesFile, readSeed, writeIdsFile } from './seed.ts';
import { openStack } from './stack/index.ts';

/** The stack of `npm start`. */
const STACK = join(dataDir(), 'stack');

/** Writing the whole seed takes seconds; a hosted project far away may need minutes. */
export const IMPORT_TIMEOUT = 600_000;

/** Natural keys of everything that needs an id. */
export const keysOf = (prepared: Prepared): Record<Kind, string[]> => ({
  a: prepared.bodies.map((body) => body.key),
  p: prepared.partners.map((partner) => partner.key),
  t: prepared.partnerships.map((partnership) => partnership.key),
  ...moreKeys(prepared.more)
});

/**
 * Reads the seed, matches it and writes it in one transaction.
 * @param client with the secret key and a timeout that fits (IMPORT_TIMEOUT)
 * @returns rows with a German side in all files, rows changed in the database (0 when repeated),
 *   rows in quarantine
 * @throws {DataError} when the database refuses; nothing was written then
 */
export async function importSeed(
  client: Client,
  log: (line: string) => void
): Promise<{ rows: number; changed: number; quarantined: number }> {
  const prepared = prepare(readSeed());
  const accounts = [
    ...accountOf(prepared.outcomes, prepared.outOfScope),
    ...accountOfMore(prepared.more)
  ];
  const rows = accounts.reduce((sum, account) => sum + account.rows, 0);
  const quarantined = accounts.reduce((sum, account) => sum + account.quarantined, 0);
  log(
    `Read ${rows} rows: ${prepared.partnerships.length} partnerships, ${quarantined} rows in quarantine.`
  );
  const batch = toBatch(prepared, openLedger(readIdsFile(), readMergesFile()));
  const imported = await importBatch(client, batch);
  for (const [source, s] of Object.entries(imported.sources))
    log(
      `${source}: ${s.new} new, ${s.updated} updated, ${s.unchanged} unchanged, ` +
        `${s.merged} merged, ${s.quarantined} quarantined, ${s.gone} gone`
    );
  return { rows, changed: changedBy(imported), quarantined };
}

function mintIds(): void {
  const before = readIdsFile();
  const after = mint(before, keysOf(prepare(readSeed())));
  writeIdsFile(after);
  console.log(`${after.split('\n').length - before.split('\n').length} ids minted.`);
}

async function main(): Promise<void> {
  if (process.argv.includes('--mint')) return mintIds();
  const { PUBLIC_SUPABASE_URL: url, SUPABASE_SECRET_KEY: key } = process.env;
  const log = (line: string) => console.log(line);
  if (url && key) {
    const { changed } = await importSeed(connect(url, key, IMPORT_TIMEOUT), log);
    return log(`${changed} rows changed.`);
  }
  const stack = await openStack({ dir: STACK, log });
  try {
    const { changed } = await importSeed(connect(stack.url, stack.secretKey, IMPORT_TIMEOUT), log);
    log(`${changed} rows changed.`);
  } finally {
    await stack.stop();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
