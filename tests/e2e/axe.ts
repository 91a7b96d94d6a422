/**
 * What axe finds on a page.
 *
 * Contract: one line per rule that is broken, with the elements; empty when all is well. Frames of our
 * own are looked at as well. The results are gathered in the page itself: a blank page for them, as the
 * default has it, takes more than half of the time and serves frames of other sites, which we have not.
 */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

interface More {
  /** Selector of what is left out. */
  except?: string;
  /** Rules that are off by default. */
  rules?: string[];
}

export async function axeFinds(page: Page, { except, rules = [] }: More = {}): Promise<string[]> {
  const on = Object.fromEntries(rules.map((rule) => [rule, { enabled: true }]));
  const axe = new AxeBuilder({ page })
    .setLegacyMode()
    .options({ rules: on, resultTypes: ['violations'] });
  const { violations } = await (except ? axe.exclude(except) : axe).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`
  );
}
