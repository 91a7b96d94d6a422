/** The committee paper: edited in the page, kept by the reader, handed out as files; never sent. */
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { alive } from './states.ts';

const PATH = '/vorlage?sdg=6&sued=1&groesse=mittelstadt';
const SUBJECT = 'Text bearbeiten: Betreff';

async function open(page: Page, path = PATH): Promise<void> {
  await page.goto(path);
  await alive(page);
}

test('edited, saved, opened again; a bad file changes nothing; nothing is sent', async ({
  page
}, info) => {
  const bodies: string[] = [];
  page.on('request', (request) => bodies.push(`${request.url()} ${request.postData() ?? ''}`));
  await open(page);
  const subject = page.getByLabel(SUBJECT);
  await subject.fill('Wasser gemeinsam sichern');
  await expect(page.getByText('Änderungen noch nicht gesichert')).toBeVisible();
  await page.getByLabel('Karte der Auswahl: in die Vorlage').uncheck();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Als Datei sichern' }).click();
  const file = info.outputPath('vorlage.json');
  await (await download).saveAs(file);
  await expect(page.getByText('Änderungen noch nicht gesichert')).toBeHidden();

  await subject.fill('Etwas anderes');
  const bad = { name: 'brief.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') };
  await page.locator('input[type=file]').setInputFiles(bad);
  await expect(page.getByRole('alert')).toContainText('brief.json ist keine Vorlagen-Datei');
  await expect(subject).toHaveValue('Etwas anderes');

  page.once('dialog', (dialog) => void dialog.accept());
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(subject).toHaveValue('Wasser gemeinsam sichern');
  await expect(page.getByLabel('Karte der Auswahl: in die Vorlage')).not.toBeChecked();

  await page.getByRole('button', { name: 'Abschnitt Betreff auf den Entwurf' }).click();
  await expect(subject).toHaveValue(/Mittelstädten.*SDG 6/);
  expect(bodies.filter((body) => /Wasser(%20|\+| )gemeinsam/.test(body))).toEqual([]);
});

test('asks before work is lost, and stays where it is asked to', async ({ page }) => {
  await open(page);
  await page.getByLabel(SUBJECT).fill('Noch nicht gesichert');
  const asked: string[] = [];
  page.once('dialog', (dialog) => {
    asked.push(dialog.message());
    void dialog.dismiss();
  });
  await page.getByRole('link', { name: 'Auswahl ändern' }).click();
  await expect.poll(() => asked).toEqual([expect.stringContaining('noch nicht als Datei')]);
  await expect(page).toHaveURL(PATH);
  await expect(page.getByLabel(SUBJECT)).toHaveValue('Noch nicht gesichert');
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('link', { name: 'Auswahl ändern' }).click();
  await expect(page).toHaveURL('/?sdg=6&sued=1&groesse=mittelstadt');
});

test('a file with older figures says so and takes the new ones when asked', async ({
  page
}, info) => {
  await open(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Als Datei sichern' }).click();
  const file = info.outputPath('alt.json');
  await (await download).saveAs(file);
  const saved = JSON.parse(readFileSync(file, 'utf8')) as {
    paper: { snapshot: { version: number } };
  };
  saved.paper.snapshot.version = 0;
  const old = { name: 'alt.json', mimeType: 'application/json' };
  await page
    .locator('input[type=file]')
    .setInputFiles({ ...old, buffer: Buffer.from(JSON.stringify(saved)) });
  await page.getByLabel(SUBJECT).fill('Mein Betreff');
  await page.getByRole('button', { name: 'Zahlen erneuern' }).click();
  await expect(page.getByText('haben jetzt den Stand')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Zahlen erneuern' })).toBeHidden();
  await expect(page.getByLabel(SUBJECT)).toHaveValue('Mein Betreff');
});

test('Word, PDF and Markdown hold the edited text', async ({ page }) => {
  test.setTimeout(120_000);
  await open(page);
  await page.getByLabel(SUBJECT).fill('Wasser gemeinsam sichern');
  const made = async (name: string) => {
    const download = page.waitForEvent('download', { timeout: 90_000 });
    await page.getByRole('button', { name, exact: true }).click();
    const bytes = readFileSync(await (await download).path());
    await expect(page.getByTestId('paper-said')).toContainText('ist fertig: vorlage-stand-');
    return bytes;
  };
  expect((await made('Markdown')).toString()).toContain('\nWasser gemeinsam sichern\n');
  const docx = await made('Word (DOCX)');
  expect(docx.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
  expect(docx.includes('word/document.xml')).toBe(true);
  // The picture of the map is in it.
  expect(docx.length).toBeGreaterThan(60_000);
  const pdf = await made('PDF');
  expect(pdf.subarray(0, 8).toString('latin1')).toBe('%PDF-1.7');
  expect(pdf.includes('/Title')).toBe(true);
  expect(pdf.length).toBeGreaterThan(60_000);
});

test('blocks move by keyboard, and the way is told', async ({ page }) => {
  await open(page);
  const order = () =>
    page
      .locator('section[aria-labelledby="teil-sachverhalt"] [data-block]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-block')));
  const before = await order();
  const down = page.getByRole('button', { name: 'Karte der Auswahl nach unten' });
  await down.focus();
  await page.keyboard.press('Enter');
  await expect.poll(order).not.toEqual(before);
  await expect(down).toBeFocused();
  await expect(page.getByText(/Karte der Auswahl: jetzt an Stelle \d+ von \d+/)).toBeAttached();
});

test('leads from map and gaps with their question', async ({ page }) => {
  await page.goto('/?sdg=6&land=14');
  await page.getByRole('link', { name: 'Vorlage erstellen' }).click();
  await expect(page).toHaveURL('/vorlage?sdg=6&land=14');
  await page.goto('/luecken?zeile=land&spalte=groesse');
  await page.getByRole('link', { name: 'Vorlage erstellen' }).click();
  await expect(page).toHaveURL(/zeile=land&spalte=groesse/);
  await expect(page.getByRole('heading', { name: /Land und Größenklasse/ }).first()).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the draft can be read and says what editing needs', async ({ page }) => {
    await page.goto('/en/vorlage?sdg=6&foo=1');
    await expect(page.getByRole('heading', { name: 'Proposed decision' })).toBeVisible();
    await expect(page.getByText(/needs JavaScript/)).toBeVisible();
    await expect(page.getByText('foo=1')).toBeVisible();
    await expect(page.getByRole('table').first()).toBeVisible();
  });
});
