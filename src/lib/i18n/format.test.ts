import { expect, test } from 'vitest';
import { formatDate, formatList, formatNumber, formatShare, innerQuotes } from './format.ts';

test('numbers are grouped in both languages, four digits too', () => {
  expect(formatNumber(6280, 'de')).toBe('6.280');
  expect(formatNumber(6280, 'en')).toBe('6,280');
});

test('a share of something is never shown as nothing', () => {
  expect(formatShare(0.034, 'de')).toBe('3\u00a0%');
  expect(formatShare(0.0004, 'de')).toBe('0,1\u00a0%');
  expect(formatShare(0, 'de')).toBe('0\u00a0%');
  expect(formatShare(0.5, 'en')).toBe('50%');
});

test('dates are those of Germany, not of the server', () => {
  expect(formatDate('2026-11-21T23:30:00Z', 'de')).toBe('22.11.2026');
  expect(formatDate('2026-11-22', 'en')).toBe('22/11/2026');
});

test('lists', () => {
  expect(formatList(['6', '13'], 'de')).toBe('6 oder 13');
  expect(formatList(['a', 'b', 'c'], 'en', 'and')).toBe('a, b and c');
});

test('quotation marks within quotation marks', () => {
  expect(innerQuotes('Suche „Köln“')).toBe('Suche ‚Köln‘');
  expect(innerQuotes('search “Köln”')).toBe('search ‘Köln’');
});
