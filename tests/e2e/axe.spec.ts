/**
 * axe finds nothing: every page and state, wide and light, narrow and dark. Colours do not depend on
 * the width, nor the rest on the colours: the other two of the four would find nothing else.
 */
import { expect, test } from '@playwright/test';
import { axeFinds } from './axe.ts';
import { KINDS } from './embedkinds.ts';
import { alive } from './states.ts';

/** Those with the map that can be moved. */
const MAP: [string, string][] = [
  ['map', '/'],
  ['filtered', '/?sdg=6&sued=1&groesse=mittelstadt'],
  ['search', '/?q=K%C3%B6ln&staat=NI'],
  ['every filter', '/?basis=topic&kreis=14628&land=14&form=kontakt&seit=1990-&thema=klimaschutz'],
  ['place', '/?ort=a2170'],
  ['place without a record', '/?ort=a300'],
  ['Länder', '/?flaechen=laender'],
  ['Kreise', '/?flaechen=kreise'],
  ['empty', '/?land=04&staat=NI&groesse=landgemeinde'],
  ['notice', '/?sdg=99&foo=1'],
  ['missing place', '/?ort=a999999999'],
  ['frozen', '/?stand=1'],
  ['english', '/en']
];
const PAGES: [string, string][] = [
  ['table', '/?ansicht=tabelle&sued=1&programm=klimapartnerschaft'],
  ['time', '/?ansicht=zeit'],
  ['table of Kreise', '/?flaechen=kreise&ansicht=tabelle'],
  ['net', '/netz'],
  ['net chord', '/netz?bild=chord&sued=1'],
  ['net picked', '/netz?linse=ziele&wahl=6-13'],
  ['net flow', '/netz?linse=fluss'],
  ['net search', '/netz?linse=partner-suche&wahl=NI.6'],
  ['net levels', '/netz?linse=ebenen&wahl=07.RW'],
  ['net civil society', '/netz?linse=ebenen&bild=akteure&wahl=o12'],
  ['net table', '/netz?ansicht=tabelle&rechts=region'],
  ['focus', '/luecken/schwerpunkt?sdg=6,13&titel=Schwerpunkt+2027&land=05'],
  ['focus without goals', '/luecken/schwerpunkt'],
  ['funding', '/luecken/foerderung?sdg=13&sued=1'],
  ['comparison', '/luecken/veraenderung'],
  ['comparison of goals', '/luecken/veraenderung?zeile=sdg&spalte=groesse&liste=geaendert&sued=1'],
  ['comparison without', '/luecken/veraenderung?von=99'],
  ['gaps', '/luecken?zelle=14~155'],
  ['gaps of goals', '/luecken?zeile=sdg&spalte=groesse&mass=partnerschaften'],
  ['gaps table', '/luecken?zeile=groesse&spalte=gruppe&ansicht=tabelle'],
  ['paper', '/vorlage?sdg=6&sued=1&zeile=land&spalte=groesse'],
  ['white spots', '/luecken/weisse-flecken?grund=akteur&merkliste=a300'],
  ['white spots of a Land', '/luecken/weisse-flecken?land=14&sortierung=name'],
  ['outreach', '/luecken/ansprache?merkliste=a300,a301&sdg=6'],
  ['outreach, empty', '/luecken/ansprache'],
  ['press kit', '/presse/karte?sued=1'],
  ['press kit of a place', '/presse/profil?ort=a2170'],
  ['press kit, frozen', '/presse/luecken?stand=1'],
  ['builder', '/einbetten/karte?land=14&sdg=13&hoehe=fest&foo=1'],
  ['builder of a table', '/einbetten/tabelle?stand=2&breite=voll'],
  ['sources', '/quellen'],
  ['method', '/methode'],
  ['imprint', '/impressum'],
  ['privacy', '/datenschutz'],
  ['accessibility', '/barrierefreiheit'],
  ['accessibility, English', '/en/barrierefreiheit'],
  ['easy to read', '/leichte-sprache'],
  ['easy to read, English', '/en/leichte-sprache'],
  ['not found', '/gibt-es-nicht']
];

for (const [title, pages, width, colorScheme] of [
  ['axe @map', MAP, 1280, 'light'],
  ['axe @map', MAP, 320, 'dark'],
  ['axe', PAGES, 1280, 'light'],
  ['axe', PAGES, 320, 'dark']
] as const) {
  test(`${title} at ${width} px, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(12_000 * pages.length);
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      colorScheme,
      locale: 'de-DE'
    });
    const page = await context.newPage();
    for (const [name, path] of pages) {
      await page.goto(path);
      if (
        !path.includes('gibt-es') &&
        /^\/(\?|en$|netz|einbetten|vorlage|luecken(\?|\/[wa])|$)/.test(path)
      ) {
        await alive(page);
      }
      expect(await axeFinds(page), `${name} at ${width} px, ${colorScheme}`).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth
      );
      expect(overflow, `${name} at ${width} px must not scroll sideways`).toBeLessThanOrEqual(0);
    }
    await context.close();
  });
}

for (const [width, colorScheme] of [
  [720, 'light'],
  [320, 'dark']
] as const) {
  test(`axe of embeds at ${width} px, ${colorScheme}`, async ({ page }) => {
    test.setTimeout(12_000 * KINDS.length);
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    const gone = { name: 'error', embed: '/embed/karte?stand=999' };
    for (const { name, embed } of [...KINDS, gone]) {
      await page.goto(`${embed}${embed.includes('?') ? '&' : '?'}bedienung=1`);
      await expect(page.locator('html')).toHaveAttribute('data-alive', 'true');
      expect(await axeFinds(page), `${name} at ${width} px, ${colorScheme}`).toEqual([]);
    }
  });
}

test('axe on the phone with sheet, menu, suggestions and panel open @phone', async ({ page }) => {
  test.setTimeout(90_000);
  const check = async (state: string, except?: string) =>
    expect(await axeFinds(page, { except, rules: ['target-size'] }), state).toEqual([]);
  const open = async (path: string) => {
    await page.goto(path);
    await alive(page);
  };
  await open('/?ansicht=tabelle&land=14');
  await page.getByText('Herunterladen', { exact: true }).click();
  await expect(page.getByRole('link', { name: 'GeoJSON' })).toBeVisible();
  // The open menu lies over the table and leaves less than a target of some links.
  await check('download menu', 'table');
  await page.keyboard.press('Escape');
  await page.getByText('Filter (1 gesetzt)').click();
  await expect(page.locator('#q')).toBeVisible();
  await check('filter sheet');
  await page.locator('#q').fill('Bautz');
  await expect(page.getByRole('listbox', { name: 'Vorschläge' })).toBeVisible();
  await check('suggestions');
  await open('/?ort=a2170');
  await expect(page.locator('#place-name')).toBeVisible();
  await check('place panel');
});
