/**
 * `npm test`: everything that can be checked, in one count.
 *
 * Contract: runs all stages, those of one round side by side; one that fails doesn't keep the next from
 * running. Prints the whole output of those that failed. The last line is exactly `N passed, N failed`,
 * and the exit code is 0 only when none failed. `--only <stage>` runs one.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Lifetime } from './run/lifetime.ts';
import { ROUNDS, STAGES, type Stage } from './run/stages.ts';

const [flag, only] = process.argv.slice(2);
const stages = STAGES.filter((stage) => flag === undefined || stage.name === only);
if (stages.length === 0 || (flag !== undefined && flag !== '--only')) {
  console.error(`Usage: npm test [-- --only ${STAGES.map((stage) => stage.name).join('|')}]`);
  process.exit(2);
}

const life = new Lifetime();
const abort = new AbortController();
const dir = mkdtempSync(join(tmpdir(), 'atlas-test-'));
life.onEnd(() => rmSync(dir, { recursive: true, force: true }));
life.onEnd(() => abort.abort());

let passed = 0;
let failed = 0;
for (const round of ROUNDS) {
  await Promise.all(round.filter((stage) => stages.includes(stage)).map(play));
  if (life.ending) break;
}
if (!life.ending) {
  rmSync(dir, { recursive: true, force: true });
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
}

/** Runs one stage and adds what it counted. */
async function play(stage: Stage): Promise<void> {
  const { title, run } = stage;
  const head = `[${stages.indexOf(stage) + 1}/${stages.length}] ${title}`;
  const began = Date.now();
  const seconds = (): number => Math.round((Date.now() - began) / 1000);
  console.log(`${head} …`);
  const beat = setInterval(() => console.log(`${head} … ${seconds()} s`), 30_000);
  const say = (words: string): void => console.log(`${head}: ${words}`);
  const counts = await run({ dir, env: cleanEnv(), signal: abort.signal, say });
  clearInterval(beat);
  if (life.ending) return;
  passed += counts.passed;
  failed += counts.failed;
  if (counts.failed > 0) console.log(`\n${counts.output.trim()}\n`);
  console.log(`${head}: ${counts.passed} passed, ${counts.failed} failed (${seconds()} s)`);
}

/** Tests never meet a hosted project or a server's settings that happen to be in the environment. */
function cleanEnv(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, NO_COLOR: '1' };
  const settings =
    /^(PUBLIC_SUPABASE_|SUPABASE_|SNAPSHOT_|DATA_DIR$|HOST$|PORT$|ORIGIN$|NODE_ENV$)/;
  for (const name of Object.keys(env)) if (settings.test(name)) delete env[name];
  delete env.FORCE_COLOR;
  return env;
}
