/** States of a page that journeys wait on, and what it asks of the server from then on. */
import { expect, type Page } from '@playwright/test';

/** Scripts answer: links and filters no longer need the server. */
export const alive = (page: Page) => expect(page.locator('[data-alive="true"]')).toBeVisible();

/** Every part of the data is in the browser, and the code that reads it. */
export const complete = (page: Page) =>
  expect(page.locator('[data-complete="true"]')).toBeAttached({ timeout: 30_000 });

/** The map is drawn whole. Without a graphics card that takes a while. */
export const mapIdle = (page: Page) =>
  expect(page.locator('[data-map-state="idle"]')).toBeVisible({ timeout: 30_000 });

/**
 * Addresses asked for from now on. What a page fetches when it has nothing else to do comes first, or it
 * would pass for the answer to a click.
 *
 * Left out: the tab's icon and outlines of drawn pictures (`.svg`), letters not seen before (`.woff2`)
 * and ranges of the base map (`.pmtiles`), files that the browser asks for when it likes.
 */
export async function asked(page: Page): Promise<string[]> {
  await complete(page);
  const addresses: string[] = [];
  page.on('request', (request) => {
    if (!/\.(svg|woff2|pmtiles)$/.test(request.url())) addresses.push(request.url());
  });
  return addresses;
}
