/** The map resolves flows with zoom and filter, and says in words what it draws. */
import { expect, test, type Page } from '@playwright/test';

test.use({ reducedMotion: 'reduce' });

const map = (page: Page, level: string) =>
  page.locator(`[data-map-state="idle"][data-map-level="${level}"]`);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const drawn = (page: Page, level: string) =>
  expect(map(page, level)).toBeVisible({ timeout: 30_000 });

test('from countries to Länder, Kreise and single partnerships @map', async ({ page }) => {
  await page.goto('/');
  await drawn(page, 'staaten');
  const legend = page.getByTestId('legend');
  await expect(legend).toContainText('Partnerschaften je Staat');
  await press(page, 'Deutschland zeigen');
  await drawn(page, 'laender');
  await expect(legend).toContainText(/die \d+ stärksten von \d+ Strömen/);
  await press(page, 'Näher heran');
  await drawn(page, 'laender');
  await press(page, 'Näher heran');
  await drawn(page, 'kreise');
  await expect(legend).toContainText('Partnerschaften je Kreis und Staat');
  await press(page, 'Ganze Welt zeigen');
  await drawn(page, 'staaten');
});

test('few partnerships are drawn one by one, wherever they are @map', async ({ page }) => {
  await page.goto('/?staat=PE');
  await drawn(page, 'orte');
  await expect(page.getByTestId('legend')).toContainText('Jede Linie ist eine Partnerschaft');
  await page.goto('/?land=09');
  await drawn(page, 'laender');
});

test('the globe is a way of looking, not an address @map', async ({ page }) => {
  await page.goto('/');
  await drawn(page, 'staaten');
  const globe = page.getByRole('button', { name: 'Globus' });
  await expect(globe).toHaveAttribute('aria-pressed', 'false');
  await globe.click();
  await expect(globe).toHaveAttribute('aria-pressed', 'true');
  await drawn(page, 'staaten');
  expect(new URL(page.url()).search).toBe('');
  await globe.click();
  await drawn(page, 'staaten');
});

test('without sight: a sentence, a list of the lines, a way out @map', async ({ page }) => {
  await page.goto('/');
  await drawn(page, 'staaten');
  const canvas = page.locator('canvas.maplibregl-canvas');
  await expect(canvas).toHaveAccessibleDescription(/Karte mit \d+ Linien.*Escape/);
  const lines = page.getByRole('list', { name: 'Linien der Karte' }).getByRole('listitem');
  await expect(lines.first()).toHaveText(/^Frankreich: [\d.]+ Partnerschaften, [\d.]+ Kommunen$/);
  await canvas.focus();
  await page.keyboard.press('Escape');
  await expect(canvas).not.toBeFocused();
});

test('Europe in the corner leads to its countries @map', async ({ page }) => {
  await page.goto('/');
  await drawn(page, 'staaten');
  const europe = page
    .locator('[data-map-state]')
    .getByRole('group', { name: /Europa, vergrößert/ });
  await europe.getByRole('link', { name: /^Frankreich: / }).press('Enter');
  await expect(page).toHaveURL(/\?staat=FR$/);
  await drawn(page, 'laender');
});

test('a place without a record has a map of its own, and Escape leads back @map', async ({
  page,
  request
}) => {
  const places = await (await request.get('/api/v1/places?q=Aasbüttel')).json();
  await page.goto(`/?ort=${places.places[0].id}`);
  await drawn(page, 'orte');
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/ort=/);
  // Nobody moved the camera by hand, so the map goes back to where it began.
  await drawn(page, 'staaten');
});

test('paper gets the picture of what is asked for now @map', async ({ page }) => {
  await page.goto('/');
  await drawn(page, 'staaten');
  const picture = page.locator('.static svg title').first();
  await page.locator('input[name="sdg"][value="13"]').check();
  await expect(page.locator('[data-settled="true"]')).toBeVisible();
  await expect(page).toHaveURL(/sdg=13/);
  // Below the map nobody sees it.
  await expect(picture).not.toContainText('SDG 13');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(picture).toContainText('SDG 13');
});
