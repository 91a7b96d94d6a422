/** Nobody can keep the server drawing: a limit per reader, and what is drawn already is free. */
import { expect, test } from '@playwright/test';
import { ownSite } from './control.ts';

/** As `setup.ts` allows on sites of their own. */
const MOST = 5;

test('a reader who has too much drawn is told when to come again', async () => {
  // A site of its own has to start first.
  test.setTimeout(180_000);
  const site = await ownSite();
  try {
    const ask = (width: number, address: string) =>
      fetch(`${site.url}/bild/luecken.svg?breite=${width}`, {
        headers: { 'x-forwarded-for': address }
      });
    for (let i = 0; i < MOST; i++) expect((await ask(700 + i, '192.0.2.1')).status).toBe(200);
    const refused = await ask(700 + MOST, '192.0.2.1');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const { error } = await refused.json();
    expect(error.message_de).toContain('noch einmal');
    expect(error.message_en).toContain('try again');
    // What is there already is given to everybody.
    expect((await ask(700, '192.0.2.1')).status).toBe(200);
    expect((await ask(700 + MOST, '192.0.2.2')).status).toBe(200);
  } finally {
    await site.close();
  }
});
