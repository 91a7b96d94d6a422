/**
 * Draws the merges that a reader judges: `node tests/quality/draw.ts`.
 *
 * Writes `draw.tsv` (for the reader) and `answers.tsv` (the matcher's, not for the reader). A new draw
 * makes an old `judged.tsv` void, so it refuses while one exists; `--again` draws all the same.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drawMerges, type Option } from '../../src/lib/import/draws.ts';
import { prepare } from '../../src/lib/import/prepare.ts';
import { readSeed } from '../../tools/seed.ts';

const SIZE = 100;
const SEED = 20261122;
const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

if (existsSync(path('judged.tsv')) && !process.argv.includes('--again')) {
  console.error('judged.tsv exists: a new draw would make it void (--again draws all the same).');
  process.exit(1);
}
const draws = drawMerges(prepare(readSeed()), SIZE, SEED);
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
