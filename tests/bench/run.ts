/**
 * `npm run bench` (`-- --json`, `-- --only <case>[,<case>]`): how time and memory grow with the data.
 *
 * All data is synthetic, made of the real seed (see synthetic.ts), but that of `embed-transfer`, which
 * weighs the real one. Trust the ratios, not the milliseconds: `per row against 1x` is 1.0 where the work grows in proportion to the rows, and below
 * where a fixed cost (reading register and gazetteer) spreads over more rows.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connect } from '../../src/lib/data/client.ts';
import { readRecords } from '../../src/lib/data/records.ts';
import { IMPORT_TIMEOUT, importSeed } from '../../tools/import.ts';
import { run } from '../../tools/run/child.ts';
import { startStack } from '../../tools/stack/index.ts';
import { CASES, type Case, type Compared, type Given } from './cases.ts';
import type { Measured } from './measure.ts';
import { printTransfer } from './transfer/print.ts';
import { TRANSFER, weighEmbeds, type TransferRow } from './transfer/transfer.ts';

interface Row {
  name: string;
  scale: number;
  synthetic: true;
  rows: number;
  ours_ms: number;
  us_per_row: number;
  /** Time per row against that of 1x; about 1 = linear. */
  per_row_vs_1x: number;
  peak_mb: number;
  /** 95 of 100 clicks take no longer; only of comparisons. */
  ours_p95_ms?: number;
  /** Their median, same work, same process, answers compared. */
  peers: Record<string, number>;
  peers_p95?: Record<string, number>;
  /** How many times as long the fastest of them takes for the whole session. */
  ratio_vs_best_peer: number | null;
  /** The same of the median click: half of the clicks are small steps, where the peers are quick. */
  ratio_of_medians?: number;
  compared?: Compared;
  note?: string;
}

const MEASURE = fileURLToPath(new URL('measure.ts', import.meta.url));
const json = process.argv.includes('--json');
const only = process.argv[process.argv.indexOf('--only') + 1]?.split(',');
const chosen = process.argv.includes('--only')
  ? CASES.filter(({ name }) => only?.includes(name))
  : CASES;
/** It starts a browser and the site, and counts bytes: no time per row. */
const weighs = !process.argv.includes('--only') || Boolean(only?.includes(TRANSFER.name));
if (chosen.length === 0 && !weighs) {
  console.error(`Known cases: ${[...CASES, TRANSFER].map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const dir = mkdtempSync(join(tmpdir(), 'atlas-bench-'));
const stack = await startStack({ dir });
const rows: Row[] = [];
let weighed: TransferRow[] = [];
try {
  const given = {
    url: stack.url,
    secretKey: stack.secretKey,
    recordsFile: join(dir, 'records.json')
  };
  if (weighs || chosen.some(({ database }) => !database)) {
    const client = connect(stack.url, stack.secretKey, IMPORT_TIMEOUT);
    await importSeed(client, () => undefined);
    writeFileSync(given.recordsFile, JSON.stringify(await readRecords(client)));
  }
  if (!json && chosen.length > 0)
    console.log('SYNTHETIC data: real rows multiplied; times are the shortest of several.\n');
  for (const one of chosen) {
    if (!json) console.log(`${one.name}: ${one.what}`);
    for (const scale of one.scales) {
      if (one.database) await empty();
      const row = rowOf(one, scale, await measure(one, { ...given, scale }));
      rows.push(row);
      if (!json) print(row);
    }
    if (!json && one.note) console.log(`  ${one.note}`);
  }
  if (weighs) {
    if (!json) console.log(`${TRANSFER.name}: ${TRANSFER.what}`);
    const given = { recordsFile: join(dir, 'records.json'), dir };
    weighed = await weighEmbeds(given, (row) => !json && printTransfer(row));
  }
  if (json) console.log(JSON.stringify([...rows, ...weighed], null, 2));
} finally {
  await stack.stop();
  rmSync(dir, { recursive: true, force: true });
}

async function measure({ name }: Case, given: Given): Promise<Measured> {
  // The largest scale needs more memory than Node allows itself by default, and a nursery that fits
  // it: otherwise the figures show the garbage collector's growth instead of ours.
  const { code, output } = await run(
    process.execPath,
    ['--max-old-space-size=12288', '--max-semi-space-size=256', MEASURE, name],
    { env: { ...process.env, BENCH: JSON.stringify(given) } }
  );
  const last = output.trim().split('\n').at(-1) ?? '';
  if (code !== 0 || !last.startsWith('{')) throw new Error(`${name} ${given.scale}x: ${output}`);
  return JSON.parse(last) as Measured;
}

function rowOf(one: Case, scale: number, measured: Measured): Row {
  const perRow = (measured.ms * 1000) / measured.rows;
  const first = rows.find((row) => row.name === one.name && row.scale === 1);
  return {
    name: one.name,
    scale,
    synthetic: true,
    rows: measured.rows,
    ours_ms: round(measured.ms),
    us_per_row: round(perRow),
    per_row_vs_1x: first ? round(perRow / first.us_per_row) : 1,
    peak_mb: measured.peakMb,
    ...comparisonOf(measured),
    ...(measured.compared && { compared: measured.compared }),
    ...(one.note ? { note: one.note } : {})
  };
}

function comparisonOf({
  comparison
}: Measured): Pick<
  Row,
  'ours_p95_ms' | 'peers' | 'peers_p95' | 'ratio_vs_best_peer' | 'ratio_of_medians'
> {
  if (!comparison) return { peers: {}, ratio_vs_best_peer: null };
  const { ours, peers } = comparison;
  const each = (key: 'median' | 'p95') =>
    Object.fromEntries(Object.entries(peers).map(([name, clicks]) => [name, round(clicks[key])]));
  const best = (key: 'mean' | 'median') =>
    round(Math.min(...Object.values(peers).map((clicks) => clicks[key])) / ours[key]);
  const compared = Object.keys(peers).length > 0;
  return {
    ours_p95_ms: round(ours.p95),
    peers: each('median'),
    peers_p95: each('p95'),
    ratio_vs_best_peer: compared ? best('mean') : null,
    ...(compared && { ratio_of_medians: best('median') })
  };
}

/** Three digits that count. */
function round(value: number): number {
  return Number(value.toPrecision(3));
}

function print(row: Row): void {
  const cells = [
    `${row.scale}x`.padStart(6),
    `${row.rows} rows`.padStart(16),
    `${row.ours_ms} ms`.padStart(14),
    `${row.us_per_row} µs/row`.padStart(16),
    `per row against 1x: ${row.per_row_vs_1x.toFixed(2)}`.padStart(28),
    `peak ${row.peak_mb} MB`.padStart(16)
  ];
  console.log(cells.join(''));
  for (const [who, figures] of Object.entries(row.compared ?? {})) {
    const list = Object.entries(figures).map(([what, value]) => `${what} ${value.toFixed(3)}`);
    console.log(`        ${who.padEnd(18)}${list.join('   ')}`);
  }
  if (row.ours_p95_ms === undefined) return;
  if (row.ratio_vs_best_peer === null) return console.log(`        p95 ${row.ours_p95_ms} ms`);
  const peers = Object.entries(row.peers).map(
    ([name, ms]) => `${name} ${ms} ms (p95 ${row.peers_p95?.[name]})`
  );
  console.log(
    `        p95 ${row.ours_p95_ms} ms; ${peers.join(', ')}; best peer takes ${row.ratio_vs_best_peer} times as long for all, ${row.ratio_of_medians} for the median`
  );
}

async function empty(): Promise<void> {
  const { Client } = (await import('pg')).default;
  const client = new Client({ connectionString: stack.databaseUrl });
  await client.connect();
  await client.query(`do $$ begin execute (
    select 'truncate ' || string_agg(format('public.%I', tablename), ', ') || ' cascade'
    from pg_tables where schemaname = 'public'); end $$`);
  // The statistics a hosted database has when nothing was imported yet.
  await client.query('vacuum analyze');
  await client.end();
}
