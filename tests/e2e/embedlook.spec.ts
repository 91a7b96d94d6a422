/** Embeds at the widths of real columns, in forced colours, on paper: nothing cut, nothing too small. */
import { expect, test, type Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { KINDS } from './embedkinds.ts';

/** What a reader could not read: text under 12 px, text outside the frame or of a picture that is cut. */
const faults = (page: Page) =>
  page.evaluate(() => {
    const root = document.documentElement;
    const found = new Set<string>();
    if (root.scrollWidth > root.clientWidth) found.add(`scrolls to ${root.scrollWidth}`);
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const words = node.textContent!.trim().slice(0, 30);
      const element = node.parentElement!;
      if (words === '' || element.getClientRects().length === 0) continue;
      if (!element.checkVisibility() || element.closest('.visually-hidden, title, desc, script'))
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const { left, right, width } = range.getBoundingClientRect();
      if (width < 1) continue;
      const drawn = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null;
      const scale = drawn ? Math.hypot(drawn.a, drawn.b) : 1;
      const size = parseFloat(getComputedStyle(element).fontSize) * scale;
      if (size < 11.99) found.add(`${size.toFixed(1)} px: ${words}`);
      // Tables may be moved sideways inside the frame; pictures and words may not.
      if (element.closest('table')) continue;
      if (left < -1 || right > root.clientWidth + 1) found.add(`outside: ${words}`);
    }
    return [...found].slice(0, 5);
  });

test('at 280, 320, 375 and 720 px all can be read, and nothing scrolls sideways', async ({
  page
}) => {
  for (const { name, embed } of KINDS) {
    await page.goto(embed);
    await expect(page.locator('html')).toHaveAttribute('data-alive', 'true');
    for (const width of [280, 320, 375, 720]) {
      await page.setViewportSize({ width, height: 600 });
      expect(await faults(page), `${name} at ${width} px`).toEqual([]);
    }
  }
});

/** Whether the corner of the world picture has this colour: red, green, blue, as a screen rounds them. */
async function isWater(page: Page, colour: readonly number[]): Promise<boolean> {
  const { data } = PNG.sync.read(await page.locator('svg.world').screenshot());
  return colour.every((part, at) => Math.abs(part - data[at]!) <= 2);
}

const DARK = 'rgb(18, 24, 31)';
const LIGHT = 'rgb(251, 250, 247)';
for (const [system, forced, paper, sea] of [
  ['light', 'dunkel', DARK, [0x16, 0x1d, 0x25]],
  ['dark', 'hell', LIGHT, [0xdf, 0xe8, 0xec]]
] as const) {
  test(`farben=${forced} holds against a ${system} system, the world picture too`, async ({
    page
  }) => {
    await page.emulateMedia({ colorScheme: system });
    for (const { name, embed } of KINDS) {
      await page.goto(`${embed}${embed.includes('?') ? '&' : '?'}farben=${forced}`);
      await expect(page.locator('html'), name).toHaveCSS('background-color', paper);
    }
    await page.goto(`/embed/karte?farben=${forced}`);
    expect(await isWater(page, sea)).toBe(true);
    await page.goto(`/embed/karte?stand=999&farben=${forced}`);
    await expect(page.locator('html')).toHaveCSS('background-color', paper);
  });
}

test('without farben it follows the system', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/embed/karte');
  await expect(page.locator('html')).toHaveCSS('background-color', DARK);
  expect(await isWater(page, [0x16, 0x1d, 0x25])).toBe(true);
});

test('on paper each names its address and leaves out what is for the screen', async ({
  page,
  baseURL
}) => {
  await page.emulateMedia({ media: 'print' });
  for (const { name, embed } of KINDS) {
    await page.goto(embed);
    const address = page.locator('.address');
    await expect(address, name).toBeVisible();
    const target = await page.locator('.credit > a').getAttribute('href');
    await expect(address, name).toHaveText(baseURL! + target!);
    await expect(page.locator('.no-print:visible'), name).toHaveCount(0);
  }
});
