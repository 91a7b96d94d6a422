/**
 * `npm run bench:clicks` (`-- --json`, `--only /netz,…`, `--width 375`, `--runs 3`, `--url <site>`): how
 * long filter clicks hold up the main thread of a page in Chromium.
 *
 * Builds and starts the real site with the real seed on the embedded database (or asks the one at
 * `--url`), takes a reader's session on each page and reads the trace: processor time per task of the
 * page's main thread, since the machine may have more to do. Goal: no task above 50 ms.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser } from '@playwright/test';
import { ensureBuild } from '../../../tools/run/build.ts';
import { CHROMIUM_FLAGS, ensureChromium } from '../../../tools/run/chromium.ts';
import { ensureData } from '../../../tools/run/data.ts';
import { siteEnv, startSite } from '../../../tools/run/site.ts';
import { startStack } from '../../../tools/stack/index.ts';
import { freePort } from '../../../tools/stack/settings.ts';
import { MARK, prepare, STEPS, take } from './session.ts';
import { FRAME, tasksOf, type Task } from './trace.ts';

const GOAL = 50;
const PAGES = [
  ...['/', '/?ansicht=tabelle', '/?flaechen=kreise', '/?ansicht=zeit'],
  ...['/netz', '/netz?linse=fluss', '/netz?linse=kommunen', '/luecken']
];
const CATEGORIES = [
  ...['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'],
  ...['blink.user_timing', 'v8', '__metadata']
];

interface Row {
  page: string;
  width: number;
  clicks: number;
  /** Tasks of the main thread that take longer than a frame. */
  tasks: number;
  /** Processor time of them, ms. */
  p50: number;
  p95: number;
  max: number;
  above_goal: number;
  goal_ms: number;
  /** By the clock, whatever else the machine did. */
  wall_max: number;
  longest: Task[];
}

const { values: asked } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    width: { type: 'string', default: '1280' },
    runs: { type: 'string', default: '1' },
    url: { type: 'string' }
  }
});
const width = Number(asked.width);
const pages = asked.only?.split(',') ?? PAGES;
const say = (words: string): void => void (asked.json || console.log(words));

const ended: (() => unknown)[] = [];
try {
  const base = asked.url ?? (await site());
  const executablePath = await ensureChromium(say);
  const browser = await chromium.launch({
    executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
    args: CHROMIUM_FLAGS
  });
  ended.push(() => browser.close());
  const rows: Row[] = [];
  for (const page of pages) {
    const tasks: Task[] = [];
    for (let run = 0; run < Number(asked.runs); run++)
      tasks.push(...(await session(browser, base, page)));
    const row = rowOf(page, tasks);
    rows.push(row);
    print(row);
  }
  if (asked.json) console.log(JSON.stringify(rows, null, 2));
} finally {
  for (const end of ended.reverse()) await end();
}

/** The real site with the real seed, in a folder that is removed at the end. */
async function site(): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'atlas-clicks-'));
  ended.push(() => rmSync(dir, { recursive: true, force: true }));
  say(`Build: ${await ensureBuild()}`);
  const stack = await startStack({ dir });
  ended.push(() => stack.stop());
  say(`Data: ${await ensureData(stack, () => undefined)}`);
  const port = await freePort();
  const env = siteEnv({ ...stack, host: '127.0.0.1', port, dataDir: dir });
  const started = await startSite({ env: { ...env, ORIGIN: '' }, log: say });
  ended.push(() => started.stop());
  return started.url;
}

async function session(browser: Browser, base: string, path: string): Promise<Task[]> {
  const context = await browser.newContext({
    locale: 'de-DE',
    reducedMotion: 'no-preference',
    viewport: { width, height: width < 600 ? 812 : 800 },
    ...(width < 600 && { isMobile: true })
  });
  try {
    const page = await context.newPage();
    await page.goto(new URL(path, base).href);
    await prepare(page);
    await browser.startTracing(page, { categories: CATEGORIES });
    for (const step of STEPS) await take(page, step);
    return tasksOf(await browser.stopTracing(), MARK);
  } finally {
    await context.close();
  }
}

function rowOf(page: string, tasks: Task[]): Row {
  const cpu = tasks.map((task) => task.cpu).sort((a, b) => a - b);
  const at = (share: number) =>
    round(cpu[Math.min(cpu.length - 1, Math.floor(cpu.length * share))] ?? 0);
  return {
    page,
    width,
    clicks: STEPS.length * Number(asked.runs),
    tasks: tasks.length,
    p50: at(0.5),
    p95: at(0.95),
    max: at(1),
    above_goal: cpu.filter((ms) => ms > GOAL).length,
    goal_ms: GOAL,
    wall_max: round(Math.max(0, ...tasks.map(({ wall }) => wall))),
    longest: tasks.toSorted((a, b) => b.cpu - a.cpu).slice(0, 5)
  };
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}

function print(row: Row): void {
  const { page, clicks, tasks, p50, p95, max, wall_max: wall, above_goal: above } = row;
  say(
    `${page.padEnd(22)} ${width} px, ${clicks} clicks: ${tasks} tasks > ${FRAME} ms; processor p50 ${p50}, p95 ${p95}, longest ${max} ms (${wall} by the clock); above ${GOAL} ms: ${above}`
  );
  for (const { step, cpu, wall: clock, parts } of row.longest.slice(0, 3)) {
    const work = parts.slice(0, 5).map(([name, ms]) => `${name} ${round(ms)}`);
    say(`    ${round(cpu)} (${round(clock)}) after "${step}": ${work.join(', ')}`);
  }
}
