/**
 * A Chromium for the browser tests.
 *
 * Contract: `findChromium` names one that is there; `ensureChromium` installs one where there is
 * none: by apt as root on Debian, else by Playwright.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { run, runNode, script } from './child.ts';

/** How it is started: software rendering, and no connections of its own. */
export const CHROMIUM_FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  // The address bar's own pages would be loaded with every page of a test, and take longer than ours.
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup'
];

export function findChromium(): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)].filter(Boolean);
  const candidates = [
    process.env.CHROMIUM_PATH ?? '',
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    chromium.executablePath()
  ];
  return candidates.find((path) => path !== '' && existsSync(path));
}

/**
 * @returns its path
 * @throws when there is none and none could be installed
 */
export async function ensureChromium(say: (words: string) => void): Promise<string> {
  const found = findChromium();
  if (found) return found;
  const tried: string[] = [];
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('installing Chromium by apt-get');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-q'], { env });
    const args = ['install', '-y', '-q', '--no-install-recommends', 'chromium'];
    const { code, output } = await run('apt-get', args, { env });
    if (code !== 0) tried.push(`apt-get install chromium: ${output.trim().split('\n').at(-1)}`);
  }
  if (!findChromium()) {
    say("installing Playwright's Chromium");
    const { code, output } = await runNode([script('playwright/cli.js'), 'install', 'chromium']);
    if (code !== 0) tried.push(`playwright install chromium: ${output.trim().split('\n').at(-1)}`);
  }
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    `No Chromium for the browser tests, and none could be installed. Install one and set CHROMIUM_PATH.\n${tried.join('\n')}`
  );
}
