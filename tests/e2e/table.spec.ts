/** Table, CSV, GeoJSON and JSON are faces of one selection. */
import { expect, test, type Page } from '@playwright/test';
import { alive } from './states.ts';

/** Ids of all rows, page by page. */
async function tableIds(page: Page): Promise<string[]> {
  const ids: string[] = [];
  const rows = page.locator('tbody tr[data-id]');
  for (let at = 1; ; at += 1) {
    await expect(page.getByRole('navigation', { name: 'Seiten' })).toContainText(
      `${(at - 1) * 50 + 1}–`
    );
    ids.push(...(await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-id')!))));
    const next = page.getByRole('link', { name: /nächste Seite/ });
    if ((await next.count()) === 0) return ids;
    await next.click();
    await expect(page).toHaveURL(new RegExp(`seite=${at + 1}$`));
  }
}

for (const query of [
  'sdg=6',
  'land=04&form=unbekannt',
  'staat=TG,RW',
  'sued=1&groesse=mittelstadt',
  'kreis=14628'
])
  test(`the same partnerships in table and files: ${query}`, async ({ page, request }) => {
    await page.goto(`/?${query}&ansicht=tabelle`);
    await alive(page);
    const ids = (await tableIds(page)).sort();
    expect(new Set(ids).size).toBe(ids.length);
    const get = async (ending: string) => request.get(`/api/v1/partnerships.${ending}`);
    const collection = await (await get(`geojson?${query}`)).json();
    expect(collection.features.map((feature: { id: string }) => feature.id).sort()).toEqual(ids);
    expect(collection.snapshot.version).toBeGreaterThan(0);
    const whole = await (await get(`json?${query}`)).json();
    expect(whole.partnerships.map((tie: { id: string }) => tie.id).sort()).toEqual(ids);
    const text = await (await get(`csv?${query}&trenn=semikolon`)).text();
    const lines = text
      .replace(/^\ufeff/, '')
      .split('\r\n')
      .slice(1, -1);
    expect([...new Set(lines.map((line) => line.split(';')[0]))].sort()).toEqual(ids);
  });

test('files refuse what they do not know, all of it at once', async ({ request }) => {
  for (const ending of ['csv', 'geojson', 'json']) {
    const answer = await request.get(`/api/v1/partnerships.${ending}?foo=1&sdg=99&trenn=tab`);
    expect(answer.status(), ending).toBe(400);
    const { error } = await answer.json();
    expect(error.details.map((issue: { parameter: string }) => issue.parameter).sort()).toEqual([
      'foo',
      'sdg',
      'trenn'
    ]);
  }
});

test('the menu of files opens, and Escape closes it alone', async ({ page }) => {
  await page.goto('/?land=14&ort=a300');
  await alive(page);
  await page.getByText('Herunterladen', { exact: true }).click();
  const link = page.getByRole('link', { name: 'GeoJSON' });
  await expect(link).toHaveAttribute('href', '/api/v1/partnerships.geojson?land=14');
  await link.focus();
  await page.keyboard.press('Escape');
  await expect(link).toBeHidden();
  await expect(page).toHaveURL(/ort=a300/);
});
