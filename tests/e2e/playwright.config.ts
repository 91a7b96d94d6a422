/**
 * Browser tests against the production build with the real seed.
 *
 * Contract: setup.ts brings up database and server and sets E2E_URL. Tests tagged `@phone` run on a
 * phone's screen, all others on a desktop's. Only they and those tagged `@map` get WebGL: drawn by the
 * processor the map takes half of a test's time, and most tests are about the page around it. No
 * retries: a test that fails now and then is a fault.
 */
import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../../tools/run/chromium.ts';

const browser = (...more: string[]) => ({
  launchOptions: {
    executablePath: findChromium(),
    // Chromium's sandbox can't be had as root.
    chromiumSandbox: process.getuid?.() !== 0,
    args: [...CHROMIUM_FLAGS, ...more]
  }
});
const desktop = { viewport: { width: 1280, height: 800 } };

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  globalSetup: './setup.ts',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: process.env.E2E_URL,
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    trace: 'off',
    video: 'off',
    screenshot: 'only-on-failure'
  },
  projects: [
    {
      name: 'desktop',
      grepInvert: /@phone|@map/,
      use: { ...browser('--disable-3d-apis'), ...desktop }
    },
    { name: 'map', grep: /@map/, use: { ...browser(), ...desktop } },
    {
      name: 'phone',
      grep: /@phone/,
      use: {
        ...browser(),
        viewport: { width: 375, height: 812 },
        hasTouch: true,
        isMobile: true
      }
    }
  ]
});
