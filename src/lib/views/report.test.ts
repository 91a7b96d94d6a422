import { expect, it } from 'vitest';
import { reportLink } from './report.ts';

const subject = {
  id: 't17',
  name: 'Köln – Corinto & Co?',
  address: 'https://example.org/?ort=a2&land=05'
};
const reporting = {
  contact: 'atlas+test@example.org',
  version: 12,
  publishedAt: '2026-11-22T12:00:00.000Z'
};

it.each(['de', 'en'] as const)('says what, where and which snapshot (%s)', (locale) => {
  const link = new URL(reportLink(subject, { ...reporting, locale }));
  expect(link.protocol).toBe('mailto:');
  expect(decodeURIComponent(link.pathname)).toBe(reporting.contact);
  // Unlike forms, mail addresses mean a plus where they write one.
  const params = new URLSearchParams(link.search.replaceAll('+', '%2B'));
  expect(params.get('subject')).toContain('Köln – Corinto & Co? (t17)');
  const lines = params.get('body')!.split('\r\n');
  expect(lines[0]).toContain('t17');
  expect(lines[1]).toContain(subject.address);
  expect(lines[2]).toContain('12');
  expect(lines[2]).toContain(locale === 'de' ? '22.11.2026' : '22/11/2026');
  expect([...params.keys()]).toEqual(['subject', 'body']);
});

it('has no link without an address', () =>
  expect(reportLink(subject, { ...reporting, contact: '', locale: 'de' })).toBe(''));
