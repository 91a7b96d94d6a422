import { expect, test } from 'vitest';
import { attributionHtml } from './attribution.ts';

test('texts of the data never become markup', () => {
  expect(attributionHtml({ text: 'A & <b onclick="x">', licenceUrl: '' })).toBe(
    'A &amp; &lt;b onclick=&quot;x&quot;&gt;'
  );
  expect(attributionHtml({ text: 'A', licenceUrl: 'javascript:alert(1)' })).toBe('A');
  expect(attributionHtml({ text: 'A', licenceUrl: 'https://x.org/?a="b"' })).toBe(
    '<a href="https://x.org/?a=&quot;b&quot;" rel="license">A</a>'
  );
});
