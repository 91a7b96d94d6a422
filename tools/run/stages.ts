/**
 * The stages of `npm test` and how each is counted.
 *
 * Contract: a stage runs to its end and gives counts; it never throws. Lint and types count as one
 * test each, the runners by their own JSON reports. A stage that breaks or runs no test has failed.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './chromium.ts';
import { run, runNode, script, type Outcome } from './child.ts';

export interface Counts {
  passed: number;
  failed: number;
  /** Full output, for a stage that failed. */
  output: string;
}

export interface Context {
  /** A folder for reports, gone afterwards. */
  dir: string;
  env: NodeJS.ProcessEnv;
  signal: AbortSignal;
  say: (words: string) => void;
}

export interface Stage {
  name: string;
  title: string;
  run(context: Context): Promise<Counts>;
}

/**
 * What runs side by side: neither of a pair keeps two cores busy, and both read the compiled messages,
 * which `types` makes as the runners would. The browser tests need the machine for themselves.
 */
export const ROUNDS: Stage[][] = [
  [
    { name: 'lint', title: 'Lint', run: (context) => npmScript('lint', context) },
    { name: 'types', title: 'Types', run: (context) => npmScript('check', context) }
  ],
  [
    { name: 'unit', title: 'Unit tests', run: (context) => vitest('unit', context) },
    { name: 'db', title: 'Database tests', run: (context) => vitest('db', context) }
  ],
  [{ name: 'e2e', title: 'Browser tests', run: playwright }]
];
export const STAGES: Stage[] = ROUNDS.flat();

/** One test: the script of package.json succeeds. */
async function npmScript(name: string, { env, signal }: Context): Promise<Counts> {
  const { code, output } = await run('npm', ['run', '--silent', name], { env, signal });
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
}

async function vitest(project: string, { dir, env, signal }: Context): Promise<Counts> {
  const report = join(dir, `${project}.json`);
  const outcome = await runNode(
    [
      script('vitest/vitest.mjs'),
      ...['run', '--project', project],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    ],
    { env, signal }
  );
  const { numPassedTests, numFailedTests, testResults } = read(report) as {
    numPassedTests?: number;
    numFailedTests?: number;
    testResults?: { status: string; assertionResults: { status: string }[] }[];
  };
  // A file that can't be loaded or prepared has no failed test, but is a failure.
  const broken = (testResults ?? []).filter(
    (file) =>
      file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed')
  ).length;
  return counted(outcome, numPassedTests ?? 0, (numFailedTests ?? 0) + broken);
}

async function playwright({ dir, env, signal, say }: Context): Promise<Counts> {
  let chromium: string;
  try {
    chromium = await ensureChromium(say);
  } catch (error) {
    return { passed: 0, failed: 1, output: String(error) };
  }
  const report = join(dir, 'e2e.json');
  const outcome = await runNode(
    [
      script('@playwright/test/cli.js'),
      ...['test', '--config', 'tests/e2e/playwright.config.ts', '--reporter=list,json']
    ],
    {
      env: { ...env, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
      signal
    }
  );
  const { stats } = read(report) as {
    stats?: { expected: number; unexpected: number; flaky: number };
  };
  return counted(outcome, stats?.expected ?? 0, (stats?.unexpected ?? 0) + (stats?.flaky ?? 0));
}

/** An exit code other than 0 without a failed test, and no test at all, are failures too. */
function counted({ code, output }: Outcome, passed: number, failed: number): Counts {
  const silent = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: silent ? 1 : failed, output };
}

function read(path: string): object {
  if (!existsSync(path)) return {};
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as object;
  } catch {
    return {};
  }
}
