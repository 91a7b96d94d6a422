/** The place panel: with and without a record, on to a neighbour, reports with everything filled in. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { alive } from './states.ts';

const panel = (page: Page) => page.getByRole('complementary', { name: 'Gewählter Ort' });

test('without a record: what is not known, and on to an active neighbour and back', async ({
  page
}) => {
  await page.goto('/?ort=a300');
  await alive(page);
  await expect(panel(page)).toContainText('Wo wir nachgesehen haben');
  await expect(panel(page)).toContainText('Mai/Juli 2017');
  const near = panel(page).getByRole('list', { name: /Nordfriesland/ });
  await expect(near.getByRole('listitem').first()).toContainText(/\d+ km · \d+ Partnerschaft/);
  const link = near.getByRole('link').first();
  const name = (await link.textContent())!;
  await link.click();
  await expect(page.locator('#place-name')).toHaveText(name);
  await expect(page.locator('#place-name')).toBeFocused();
  await expect(panel(page)).toContainText('erfasste Partnerschaft');
  await page.goBack();
  await expect(page.locator('#place-name')).toHaveText('Humptrup');
});

test('every partnership names sources, licences and goals by their basis', async ({ page }) => {
  await page.goto('/?ort=a2169');
  await alive(page);
  const ties = panel(page).getByRole('article');
  const first = ties.first();
  await expect(first.getByRole('list', { name: 'Quellen' })).toContainText('(');
  await expect(panel(page)).toContainText('Unbestätigt');
  await expect(panel(page).getByRole('heading', { name: 'Aktive Nachbarn' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
});

test('a report says which record, where it can be seen and of which Stand', async ({ page }) => {
  await page.goto('/?ort=a2170');
  await alive(page);
  const stand = (await page.getByTestId('stand').textContent())!;
  const [, date, version] = /(\d\d\.\d\d\.\d{4}) \(Nr\. (\d+)\)/.exec(stand)!;
  /** Decoded parts of a mail link; browsers take `+` as it is. */
  const mailOf = async (link: Locator) => {
    const { protocol, pathname, search } = new URL((await link.getAttribute('href'))!);
    const fields = new URLSearchParams(search.replaceAll('+', '%2B'));
    return { to: protocol + pathname, subject: fields.get('subject')!, body: fields.get('body')! };
  };
  const place = await mailOf(panel(page).getByRole('link', { name: /^Fehler oder fehlende/ }));
  expect(place.to).toBe('mailto:atlas@example.org');
  expect(place.subject).toContain('Köln (a2170)');
  const own = new URL('/?ort=a2170', page.url()).href;
  for (const part of ['a2170', own, date!, version!]) expect(place.body).toContain(part);
  const row = panel(page)
    .getByRole('listitem')
    .filter({ has: page.locator('[href^="mailto:"]') });
  const tie = await mailOf(row.first().locator('[href^="mailto:"]'));
  const [id] = /t\d+/.exec(tie.subject)!;
  for (const part of [id!, `${own}#${id}`, date!, version!]) expect(tie.body).toContain(part);
  await expect(page.locator(`[id="${id}"]`)).toHaveCount(1);
});
