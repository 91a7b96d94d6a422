import { expect, it } from 'vitest';
import { isEmbed, securityHeaders } from './headers.ts';

const of = (pathname: string, https = false, csp: string | null = "default-src 'self';") =>
  securityHeaders({ pathname, https, csp });

it('lets nobody frame a page', () => {
  const headers = of('/');
  expect(headers['content-security-policy']).toBe("default-src 'self'; frame-ancestors 'none'");
  expect(headers['x-frame-options']).toBe('DENY');
  expect(of('/', false, null)['content-security-policy']).toBe("frame-ancestors 'none'");
});

it.each([
  ['/embed/karte', true],
  ['/en/embed/karte', true],
  ['/embed', true],
  ['/embedded', false],
  ['/x/embed/karte', false],
  ['/en/x', false]
])('%s is an embed: %s', (pathname, embed) => {
  expect(isEmbed(pathname)).toBe(embed);
  expect(of(pathname)['content-security-policy']?.includes('frame-ancestors')).toBe(!embed);
  expect('x-frame-options' in of(pathname)).toBe(!embed);
});

it('promises TLS only behind TLS', () => {
  expect(of('/')['strict-transport-security']).toBeUndefined();
  expect(of('/', true)['strict-transport-security']).toMatch(/^max-age=\d{8}/);
});

it('is the same for every page where it can be', () => {
  for (const path of ['/', '/embed/karte'])
    expect(of(path)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin'
    });
});
