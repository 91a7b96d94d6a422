import { expect, it } from 'vitest';
import { isImpersonal, Rendered } from './rendered.ts';

const html = (text: string, status = 200, headers: Record<string, string> = {}) =>
  new Response(text, { status, headers: { 'content-type': 'text/html', ...headers } });

it('gives back what was rendered, with its headers', async () => {
  const pages = new Rendered();
  const fresh = await pages.keep('a', html('<p>Köln</p>', 200, { link: '</x>' }));
  expect(await fresh.text()).toBe('<p>Köln</p>');
  for (let i = 0; i < 2; i++) {
    const again = pages.get('a')!;
    expect(again.headers.get('link')).toBe('</x>');
    expect(await again.text()).toBe('<p>Köln</p>');
  }
  expect(pages.get('b')).toBeNull();
});

it('keeps neither errors, nor other types, nor what sets a cookie', async () => {
  const pages = new Rendered();
  await pages.keep('404', html('x', 404));
  await pages.keep('json', new Response('{}', { headers: { 'content-type': 'application/json' } }));
  await pages.keep('cookie', html('x', 200, { 'set-cookie': 'a=b' }));
  expect(['404', 'json', 'cookie'].map((key) => pages.get(key))).toEqual([null, null, null]);
  expect(pages.bytes).toBe(0);
});

it('stays within its bounds, the least used goes first', async () => {
  const pages = new Rendered(10);
  await pages.keep('a', html('aaaa'));
  await pages.keep('b', html('bbbb'));
  pages.get('a');
  await pages.keep('c', html('cccc'));
  expect(pages.get('b')).toBeNull();
  expect(pages.get('a')).not.toBeNull();
  await pages.keep('a', html('aa'));
  expect(pages.bytes).toBe(6);
});

it('never answers somebody who brings something of their own', () => {
  const ask = (headers: Record<string, string>, method = 'GET') =>
    isImpersonal(new Request('http://localhost/', { method, headers }));
  expect(ask({})).toBe(true);
  expect(ask({ authorization: 'Bearer x' })).toBe(false);
  expect(ask({ cookie: 'session=1' })).toBe(false);
  expect(ask({}, 'POST')).toBe(false);
});
