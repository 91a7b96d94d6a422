import { describe, expect, it } from 'vitest';
import { dateOf, periodOf, readEntries, yearOf } from './entries.ts';

const read = (text: string) =>
  readEntries(
    text,
    {
      kind: 'actor',
      source: 'reference-2026',
      file: 'x.csv',
      columns: ['name', 'source_url'] as const,
      names: ['name'],
      key: (c) => [c.name]
    },
    (c) => (c.name === 'no' ? { reason: 'refused', detail: c.name } : { value: c.name, detail: '' })
  ).map(({ key, outcome, reason }) => [key, outcome, reason]);

describe('rows of a list', () => {
  it('come out once each, with a reason where they are set aside', () => {
    const rows = [
      'a,https://x.org/',
      'a,https://x.org/',
      'no,https://x.org/',
      'b,ftp://x',
      '=1,https://x.org/'
    ];
    expect(read(`name,source_url\n${rows.join('\n')}`)).toEqual([
      ['actor|a', 'imported', ''],
      ['actor|a#2', 'merged', 'same_row'],
      ['actor|no', 'quarantined', 'refused'],
      ['actor|b', 'quarantined', 'row_no_source'],
      ['actor|=1', 'quarantined', 'row_formula']
    ]);
  });
  it('know years, periods and dates, and nothing by guess', () => {
    expect([yearOf('2019'), yearOf('about 2019'), yearOf('')]).toEqual([2019, null, null]);
    expect([periodOf('2022-2023'), periodOf('2020'), periodOf('?')]).toEqual([
      [2022, 2023],
      [2020, 2020],
      [null, null]
    ]);
    expect([dateOf('2017-06'), dateOf('June 2017')]).toEqual(['2017-06', null]);
  });
});
