/** A member of the committee prepares an agenda item: from the question to the file in under ten steps. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { alive } from './states.ts';

test('from a gap to a paper for the meeting in under ten steps', async ({ page }, info) => {
  let steps = 0;
  const step = async (done: Promise<unknown>) => {
    steps++;
    await done;
  };
  await step(page.goto('/'));
  await step(page.getByRole('navigation').getByRole('link', { name: 'Lücken' }).first().click());
  await step(page.getByRole('link', { name: 'Welche Größenklassen haben Partner' }).click());
  await expect(page).toHaveURL(/zeile=groesse/);
  await step(page.locator('td a[data-id="mittelstadt~oda"]').click());
  await expect(page.locator('section[data-cell]')).toContainText('Mittelstadt');
  await step(page.getByRole('link', { name: 'Vorlage erstellen' }).click());
  await alive(page);
  await step(page.getByLabel('Text bearbeiten: Betreff').fill('Mittelstädte und ihre Partner'));
  const download = page.waitForEvent('download');
  await step(page.getByRole('button', { name: 'Word (DOCX)' }).click());
  const file = info.outputPath('vorlage.docx');
  await (await download).saveAs(file);
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
  expect(steps).toBeLessThan(10);
});
