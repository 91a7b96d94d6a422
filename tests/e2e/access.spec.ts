/** The accessibility statement and the easy-to-read page: in the foot of every page, with a contact. */
import { expect, test } from '@playwright/test';

/** The server of the tests is told this one, and no name. */
const MAIL = 'atlas@example.org';

for (const { start, lang, prefix, access, easy, state, unchecked, missing } of [
  {
    start: '/impressum',
    lang: 'de',
    prefix: '',
    access: 'Barrierefreiheit',
    easy: 'Leichte Sprache',
    state: 'teilweise vereinbar',
    unchecked: 'Prüf-Gruppe',
    missing: 'Diese Angabe fehlt'
  },
  {
    start: '/en/impressum',
    lang: 'en',
    prefix: '/en',
    access: 'Accessibility',
    easy: 'Easy to read',
    state: 'partially compliant',
    unchecked: 'No test group',
    missing: 'This is missing'
  }
]) {
  test(`${lang}: statement and easy-to-read page from the foot, with contact`, async ({ page }) => {
    const main = page.getByRole('main');
    const title = page.getByRole('heading', { level: 1 });
    const foot = page.getByRole('contentinfo');
    const mail = main.getByRole('link', { name: MAIL });

    await page.goto(start);
    await foot.getByRole('link', { name: access, exact: true }).click();
    await expect(page).toHaveURL(`${prefix}/barrierefreiheit`);
    await expect(title).toHaveText(access);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(main.getByText(state)).toBeVisible();
    await expect(mail).toHaveAttribute('href', `mailto:${MAIL}`);
    // What only the operator can say: the body to turn to is configured here, the law is not.
    await expect(main.getByText('Ombudsstelle')).toBeVisible();
    await expect(main.getByText(missing)).toHaveCount(1);

    await foot.getByRole('link', { name: easy, exact: true }).click();
    await expect(page).toHaveURL(`${prefix}/leichte-sprache`);
    await expect(title).toHaveText(easy);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(main.getByText(unchecked).first()).toBeVisible();
    await expect(mail).toHaveAttribute('href', `mailto:${MAIL}`);
    await expect(main.getByText(missing)).toHaveCount(0);
  });
}
