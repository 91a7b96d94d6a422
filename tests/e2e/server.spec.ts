/** The production server by raw requests: what no browser would send, and what files must answer. */
import { expect, test } from '@playwright/test';
import { request as ask } from 'node:http';

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  bytes: number;
}

/** A request with the path as it is: fetch would tidy it up. */
function raw(base: string, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const request = ask({ hostname, port, path, headers, agent: false }, (reply) => {
      let bytes = 0;
      reply.on('data', (chunk: Buffer) => (bytes += chunk.length));
      reply.on('end', () =>
        resolve({ status: reply.statusCode ?? 0, headers: reply.headers, bytes })
      );
    });
    request.once('error', reject);
    request.end();
  });
}

const GARBLED: [string, number][] = [
  ['/%', 400],
  ['/%ff', 400],
  ['/%00', 400],
  ['/api/v1/%E0%A4%A', 400],
  ['http://elsewhere/', 400],
  ['*', 400],
  [`/?q=${'a'.repeat(20_000)}`, 414],
  ['/../../etc/passwd', 404],
  ['/..%2f..%2fetc%2fpasswd', 404],
  ['/daten/..%2f..%2fstamp.json', 404],
  ['//elsewhere/', 404],
  ['/__proto__', 404],
  ['/?q=%ff&__proto__[x]=1', 200]
];

for (const [path, status] of GARBLED) {
  test(`${path.slice(0, 40)} is answered with ${status}`, async ({ baseURL }) => {
    expect((await raw(baseURL!, path)).status).toBe(status);
  });
}

test('ranges of the base map are exact bytes, open to sandboxed embeds', async ({ baseURL }) => {
  const headers = { range: 'bytes=0-99', 'accept-encoding': 'br, gzip' };
  const part = await raw(baseURL!, '/basemap.pmtiles', headers);
  expect([part.status, part.bytes]).toEqual([206, 100]);
  expect(part.headers['content-encoding']).toBeUndefined();
  expect(part.headers['content-range']).toMatch(/^bytes 0-99\/\d+$/);
  expect(part.headers['cache-control']).toContain('no-transform');
  expect(part.headers['access-control-allow-origin']).toBe('*');
  const beyond = await raw(baseURL!, '/basemap.pmtiles', { range: 'bytes=99999999999-' });
  expect(beyond.status).toBe(416);
});

test('files carry the headers that hooks can not set', async ({ baseURL, page }) => {
  await page.goto('/');
  const script = await page.locator('link[rel="modulepreload"]').first().getAttribute('href');
  const path = new URL(script!, page.url()).pathname;
  const { headers } = await raw(baseURL!, path, { 'accept-encoding': 'br' });
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'cross-origin',
    'access-control-allow-origin': '*',
    'content-encoding': 'br',
    'cache-control': 'public,max-age=31536000,immutable'
  });
  expect(headers['strict-transport-security']).toBeUndefined();
  const secure = await raw(baseURL!, '/icon.svg', { 'x-forwarded-proto': 'https' });
  expect(secure.headers['strict-transport-security']).toMatch(/^max-age=\d{8}/);
  expect(secure.headers['access-control-allow-origin']).toBeUndefined();
});
