/** What is left when something is not there: JavaScript, WebGL, the data, the worker. */
import { expect, test, type Page, type Route } from '@playwright/test';
import { mapIdle } from './states.ts';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  // Parts whose code comes late are drawn by the server all the same, and bare without their styles.
  for (const path of [
    '/?flaechen=kreise',
    '/?flaechen=laender&ansicht=tabelle',
    '/?ansicht=tabelle&sdg=4',
    '/?ansicht=zeit',
    '/?ort=a2170',
    '/?ort=a300',
    '/netz?linse=fluss',
    '/netz?linse=kommunen&ort=a2170',
    '/luecken?zelle=14~155',
    '/luecken/weisse-flecken?land=14',
    '/vorlage?sdg=6',
    '/einbetten/karte',
    '/presse/karte',
    '/embed/karte/beweglich?flaechen=laender',
    '/embed/tabelle?land=14'
  ])
    test(`${path} has all its styles`, async ({ page }) => {
      await page.goto(path);
      const bare = await page.evaluate(() => {
        const rules = [...document.styleSheets]
          .filter(({ disabled }) => !disabled)
          .flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText))
          .join();
        const scopes = [...document.querySelectorAll('[class*="svelte-"]')].flatMap((element) =>
          [...element.classList].filter((name) => name.startsWith('svelte-'))
        );
        return [...new Set(scopes)].filter((scope) => !rules.includes(scope));
      });
      expect(bare).toEqual([]);
    });

  test('picture, filters by a button, table, place panel', async ({ page }) => {
    await page.goto('/');
    await expect(page.locator('.static svg').first()).toBeVisible();
    await page.getByRole('checkbox', { name: /ODA-Empfängerländer/ }).check();
    await page.getByRole('combobox', { name: 'Land', exact: true }).selectOption({ value: '14' });
    await page.getByRole('button', { name: 'Anwenden' }).last().click();
    await expect(page).toHaveURL(/sued=1/);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('in Sachsen');
    await page.getByRole('link', { name: /^Tabelle/ }).click();
    await page.locator('tbody th a').first().click();
    await expect(page.getByRole('complementary', { name: 'Gewählter Ort' })).toBeVisible();
    await expect(page.getByRole('list', { name: 'Quellen' }).first()).toBeVisible();
  });
});

test('without WebGL the picture stays and the page says so @map', async ({ page }) => {
  await page.addInitScript(() => {
    const original = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (
      this: HTMLCanvasElement,
      kind: string,
      ...rest: unknown[]
    ) {
      if (kind.startsWith('webgl')) return null;
      return Reflect.apply(original, this, [kind, ...rest]) as null;
    } as typeof original;
  });
  await page.goto('/');
  await expect(page.locator('[data-map-state="failed"]')).toBeVisible();
  await expect(page.getByText('kann hier nicht laufen')).toBeVisible();
  await expect(page.locator('.static svg').first()).toBeVisible();
});

const GAPS = 'Der Kartenhintergrund ist unvollständig';
const TILES = '**/basemap.pmtiles';

/** The range that was asked for, without its second half. */
async function truncated(route: Route): Promise<void> {
  const response = await route.fetch();
  const body = await response.body();
  const headers = { ...response.headers() };
  delete headers['content-length'];
  await route.fulfill({ status: 206, headers, body: body.subarray(0, body.length / 2) });
}

async function drawn(page: Page): Promise<void> {
  await page.goto('/');
  await mapIdle(page);
}

test('without the worker the picture stays and the page says so @map', async ({ page }) => {
  await page.route('**/*maplibre-gl-worker*', (route) => route.fulfill({ status: 404 }));
  await page.goto('/');
  await expect(page.locator('[data-map-state="failed"]')).toBeAttached();
  await expect(page.getByText('kann hier nicht laufen')).toBeVisible();
  await expect(page.locator('.static svg').first()).toBeVisible();
});

test('with truncated tiles from the start the picture stays and the page says so @map', async ({
  page
}) => {
  await page.route(TILES, truncated);
  await page.goto('/');
  await expect(page.locator('[data-map-state="failed"]')).toBeAttached();
  await expect(page.getByText('kann hier nicht laufen')).toBeVisible();
  await expect(page.locator('.static svg').first()).toBeVisible();
});

test('tiles truncated after the map was drawn leave it usable, and come back @map', async ({
  page
}) => {
  await drawn(page);
  await page.route(TILES, truncated);
  await page.getByRole('button', { name: 'Deutschland zeigen' }).click();
  await expect(page.getByText(GAPS)).toBeVisible();
  await expect(page.locator('[data-map-shown="true"]')).toBeVisible();
  await page.getByRole('checkbox', { name: /ODA-Empfängerländer/ }).check();
  await expect(page).toHaveURL(/sued=1/);
  await mapIdle(page);
  await expect(page.getByText('kann hier nicht laufen')).toBeHidden();
  await page.unrouteAll({ behavior: 'wait' });
  await expect(page.getByText(GAPS)).toHaveCount(0);
});

test('offline after load the map can be moved, and fills up when the network is back @map', async ({
  page,
  context
}) => {
  await drawn(page);
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Deutschland zeigen' }).click();
  await expect(page.getByText(GAPS)).toBeVisible();
  await expect(page.locator('[data-map-shown="true"]')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText(GAPS)).toHaveCount(0);
  await mapIdle(page);
});

test('when the data does not arrive, the server answers every selection', async ({ page }) => {
  await page.route('**/daten/**', (route) => route.abort());
  await page.goto('/');
  await expect(page.getByText('konnten nicht in den Browser geladen werden')).toBeVisible();
  await page.getByRole('checkbox', { name: /ODA-Empfängerländer/ }).check();
  await page.getByRole('button', { name: 'Anwenden' }).first().click();
  await expect(page).toHaveURL(/sued=1/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('ODA');
});

test('a corrupt part is refused, not half shown', async ({ page }) => {
  await page.route('**/daten/**/core.json', (route) =>
    route.fulfill({ body: '{"part":"core","format":1' })
  );
  await page.goto('/');
  await expect(page.getByText('konnten nicht in den Browser geladen werden')).toBeVisible();
});
