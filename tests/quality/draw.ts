/**
 * Draws the merges that a reader judges: `node tests/quality/draw.ts <round>`.
 *
 * Writes `round-<n>/draw.tsv` (for the reader) and `round-<n>/answers.tsv` (the matcher's, not for the
 * reader). Each round has a seed of its own. A new draw makes an old `judged.tsv` void, so it refuses
 * where one exists.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drawMerges, type Option } from '../../src/lib/import/draws.ts';
import { prepare } from '../../src/lib/import/prepare.ts';
import { readSeed } from '../../tools/seed.ts';

const SIZE = 100;
const FIRST_SEED = 20261122;
const round = Number(process.argv[2]);
if (!Number.isInteger(round) || round < 1) {
  console.error('Usage: node tests/quality/draw.ts <round, from 1>');
  process.exit(2);
}
const folder = new URL(`round-${round}/`, import.meta.url);
const path = (name: string): string => fileURLToPath(new URL(name, folder));
if (existsSync(path('judged.tsv'))) {
  console.error(`round-${round} is judged: a new draw would make that void. Draw another round.`);
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
const draws = drawMerges(prepare(readSeed()), SIZE, FIRST_SEED + round - 1);
const listed = (options: Option[]) =>
  options.map(({ letter, key, text }) => `${letter}: ${text} {${key}}`).join(' | ');
const lines = (rows: string[][]) => rows.map((row) => row.join('\t')).join('\n') + '\n';

writeFileSync(
  path('draw.tsv'),
  lines([
    ['draw_id', 'stratum', 'sources_say', 'german_options', 'partner_options', 'records'],
    ...draws.map((draw) => [
      draw.id,
      draw.stratum,
      draw.says.join(' || '),
      listed(draw.german),
      listed(draw.partner),
      JSON.stringify(draw.records)
    ])
  ])
);
writeFileSync(
  path('answers.tsv'),
  lines([
    ['draw_id', 'german_option', 'partner_option', 'hardness'],
    ...draws.map(({ id, answer }) => [id, answer.german, answer.partner, answer.hardness])
  ])
);
console.log(`${draws.length} merges drawn.`);
