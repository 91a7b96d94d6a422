/** The templates that the site offers are what the import reads. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readFunding } from './funding.ts';

it('a filled template of funding instruments is imported', () => {
  const path = new URL('../../../static/vorlagen/funding_instruments.csv', import.meta.url);
  const head = readFileSync(path, 'utf8').trimEnd();
  const columns = head.split(',');
  const row = columns
    .map((name) => ({ status: 'unknown', id: 'x', source_url: 'https://example.org/' })[name] ?? '')
    .join(',');
  const [entry, ...rest] = readFunding(`${head}\n${row}\n`);
  expect(rest).toEqual([]);
  expect(entry).toMatchObject({ outcome: 'imported', value: { id: 'x', status: 'unknown' } });
});
