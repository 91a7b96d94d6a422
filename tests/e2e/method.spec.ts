/** The page a journalist reads before citing: what is in, how complete, by which rules. */
import { expect, test } from '@playwright/test';

test('data and method: completeness, accounting, reasons and every rule', async ({
  page,
  request
}) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Daten & Methode' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Daten & Methode');
  const { counts } = await (await request.get('/api/v1/snapshot')).json();
  const german = (value: number) => new Intl.NumberFormat('de-DE').format(value);
  await expect(page.getByText(`von ${german(counts.partnerships)}`).first()).toBeVisible();
  await expect(page.getByText(german(counts.with_topic)).first()).toBeVisible();
  await expect(page.getByText('Kein Eintrag heißt nicht: kein Engagement')).toBeVisible();
  const rules = page.getByRole('region', { name: 'Programm → Ziele' }).locator('tbody tr');
  await expect(rules).toHaveCount(22);
  const topics = page.getByRole('region', { name: 'Handlungsfeld → Ziele' }).locator('tbody tr');
  await expect(topics).toHaveCount(40);
  await expect(rules.first().locator('td[lang="de"]')).toHaveCount(1);
  await expect(topics.locator('td[lang="de"]')).toHaveCount(40);
  await expect(page.locator('code')).toHaveCount(0);
  await page.goto('/en/methode');
  await expect(page.locator('td[lang="en"]')).toHaveCount(62);
});

test('a place shows its networks, examples and civil society with sources', async ({
  page,
  request
}) => {
  const { places } = await (await request.get('/api/v1/places?q=Ludwigsburg')).json();
  await page.goto(`/?ort=${places[0].id}`);
  const panel = page.getByRole('complementary', { name: 'Gewählter Ort' });
  await expect(
    panel.getByText('Zehn Jahre Klimapartnerschaft mit Kongoussi', { exact: true })
  ).toBeVisible();
});
