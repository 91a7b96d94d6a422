/** Every kind of embed, and what each shows without any script: for tests that go through all of them. */
import type { Frame, FrameLocator, Locator, Page } from '@playwright/test';

export interface Kind {
  name: string;
  /** Path and query. */
  embed: string;
  /** Selector of what it shows: a picture with marks, a table, a list or a sentence. */
  shows: string;
}

const kind = (name: string, embed: string, shows: string): Kind => ({
  name,
  embed: `/embed/${embed}`,
  shows
});
const MARKS = 'svg a[href]:visible';

export const KINDS: readonly Kind[] = [
  kind('flows', 'karte?sued=1', 'svg.world a[href]:visible'),
  kind('Länder', 'karte?flaechen=laender', '.areas svg path.shade'),
  kind('Kreise', 'karte?flaechen=kreise', '.areas svg path.shade'),
  kind('Länder and countries', 'netz', MARKS),
  kind('chord', 'netz?bild=chord&sued=1', MARKS),
  kind('goals', 'netz?linse=ziele', MARKS),
  kind('flow', 'netz?linse=fluss', MARKS),
  kind('strongest ties', 'netz?linse=kommunen', MARKS),
  kind('one place', 'netz?linse=kommunen&ort=a2170', MARKS),
  kind('who with whom', 'netz?linse=partner-suche', MARKS),
  kind('levels', 'netz?linse=ebenen', MARKS),
  kind('civil society', 'netz?linse=ebenen&bild=akteure', MARKS),
  kind('gaps', 'luecken?sued=1', 'table td a[href]'),
  kind('gaps of goals', 'luecken?zeile=sdg&spalte=groesse', 'table td a[href]'),
  kind('table', 'tabelle?sued=1&bedienung=1', 'tbody tr[data-id]'),
  kind('place', 'profil?ort=a2170', 'dd[data-id] a[href]'),
  kind('place without a record', 'profil?ort=a300', '.looked li'),
  kind('sentence', 'satz?land=14&sued=1', '.claim .sentence')
];

export const credit = (place: Page | Frame | FrameLocator): Locator =>
  place.locator('.credit > a[href]');

/** Where a line ends whose mark has no size of its own, in the page's viewport. */
export async function spotOf(page: Page, mark: Locator): Promise<{ x: number; y: number }> {
  const inside = await mark.locator('.hit').evaluate((hit) => {
    const { x, y } = hit.getBoundingClientRect();
    return { x, y };
  });
  const frame = page.locator('iframe').first();
  const outside = (await frame.count()) > 0 ? await frame.boundingBox() : null;
  return { x: inside.x + (outside?.x ?? 0), y: inside.y + (outside?.y ?? 0) };
}
