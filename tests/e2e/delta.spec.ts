/** Two real snapshots: what Wikidata knew in 2017, and today. */
import { expect, test } from '@playwright/test';
import { alive } from './states.ts';

interface Stands {
  snapshots: { version: number; edition?: { id: string } }[];
}
interface Delta {
  counts: Record<string, number>;
  new: string[];
  gone: string[];
  gaps: { closed: unknown[]; opened: unknown[] };
}

test('what has changed since 2017, told as a change of the data, without a script', async ({
  browser,
  request,
  baseURL
}) => {
  const { snapshots } = (await (await request.get('/api/v1/snapshots')).json()) as Stands;
  expect(snapshots.map(({ edition }) => edition?.id)).toEqual([undefined, 'wikidata-2017']);
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL! });
  const page = await context.newPage();
  await page.goto('/luecken/veraenderung');
  await expect(page.getByText('nicht zwei Zustände der Welt')).toBeVisible();
  await expect(page.getByText(/Nur Wikidata 2017, Nr\. 1 vom .*:/)).toBeVisible();

  const { counts, gaps } = (await (await request.get('/api/v1/delta')).json()) as Delta;
  // Nothing of 2017 was lost on the way, and all that is new has another layer behind it.
  expect(counts).toMatchObject({ gone: 0, ended: 0, last_record_gone: 0 });
  expect(counts.new!).toBeGreaterThan(1000);
  const number = (value: number) => value.toLocaleString('de-DE');
  await expect(page.getByTestId('neu')).toHaveText(number(counts.new!));
  await expect(page.getByTestId('bestaetigt')).toHaveText(number(counts.confirmed!));
  await expect(page.getByTestId('gaps')).toContainText(`${gaps.closed.length} geschlossen, 0 neu`);

  await page.getByRole('link', { name: 'Jetzt auch in weiterer Quelle' }).click();
  await expect(page.getByRole('heading', { name: /Jetzt auch in weiterer Quelle/ })).toBeVisible();
  await page.getByRole('link', { name: /nächste Seite/ }).click();
  await expect(page.getByText(/51–100 von/)).toBeVisible();

  await page.goto('/luecken/veraenderung?land=14&sued=1');
  await page.getByLabel('Zeilen').selectOption({ label: 'Größenklasse' });
  await page.getByRole('button', { name: 'Vergleichen' }).click();
  await expect(page).toHaveURL(/land=14.*/);
  await expect(page.getByText(/Auswahl: .*Sachsen/)).toBeVisible();
  await context.close();
});

test('a snapshot that is not there is never replaced by another', async ({ page, request }) => {
  expect((await page.goto('/luecken/veraenderung?von=99&bis=2'))?.status()).toBe(200);
  await expect(page.getByText('Einen Datenstand „99“ (Von) gibt es nicht.')).toBeVisible();
  await expect(page.getByTestId('sentence')).toHaveCount(0);
  await page.goto('/luecken/veraenderung?von=2&bis=2');
  await expect(page.getByText('denselben Stand')).toBeVisible();
  await page.goto('/luecken/veraenderung?von=2&bis=1');
  await page.getByRole('link', { name: 'Reihenfolge tauschen' }).click();
  await expect(page).toHaveURL(/von=1&bis=2/);
  const wrong = async (query: string) => (await request.get(`/api/v1/delta?${query}`)).status();
  expect(await wrong('von=99')).toBe(404);
  expect(await wrong('sdg=99')).toBe(400);
});

test('an address with a snapshot shows that one, and says so', async ({ page }) => {
  await page.goto('/?stand=1&land=14');
  await alive(page);
  await expect(page.getByTestId('frozen')).toContainText('Nur Wikidata 2017');
  const frozen = await page.getByTestId('sentence').textContent();
  // A click later it is still that one.
  await page
    .getByRole('link', { name: /^Tabelle/ })
    .first()
    .click();
  await expect(page).toHaveURL(/stand=1/);
  await expect(page.getByTestId('sentence')).toHaveText(frozen ?? '');
  await page.getByRole('link', { name: 'Dieselbe Ansicht im aktuellen Stand' }).click();
  await expect(page).toHaveURL(/\?land=14&ansicht=tabelle$/);
  await expect(page.getByTestId('frozen')).toHaveCount(0);
  await expect(page.getByTestId('sentence')).not.toHaveText(frozen ?? '');
  for (const stand of ['99', 'x']) {
    expect((await page.goto(`/?stand=${stand}`))?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Diesen Datenstand gibt es nicht'
    );
  }
});
