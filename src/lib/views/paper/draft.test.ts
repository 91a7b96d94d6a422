/** The draft's figures are those of the domain; its sentences hold for none, one and many. */
import { expect, it, test } from 'vitest';
import { NO_FILTERS, type Filters } from '../../domain/filters.ts';
import { countStates, STATES } from '../../domain/states.ts';
import { select } from '../../domain/selection.ts';
import { randomFilters } from '../../domain/testing/dataset.ts';
import { gapSample } from '../../domain/testing/gapsample.ts';
import { gapMatrix } from '../../domain/gaps.ts';
import { openPaper, paperFile } from '../../report/paperfile.ts';
import type { Paper, TableBlock } from '../../report/paper.ts';
import { DEFAULT_VIEW } from '../../url/codec.ts';
import { draftPaper } from './draft.ts';

const { dataset, context } = gapSample(3, 120);

function draft(filters: Partial<Filters>, locale: 'de' | 'en' = 'de', gaps = false): Paper {
  const parsed = { filters: { ...NO_FILTERS, ...filters }, view: DEFAULT_VIEW, issues: [] };
  const data = { dataset, details: null, register: context.register };
  return draftPaper({ data, parsed, locale, gaps, day: '2026-11-22' });
}

const block = (paper: Paper, id: string) =>
  paper.sections.flatMap(({ blocks }) => blocks).find((one) => one.id === id);
const text = (paper: Paper, id: string) => {
  const found = block(paper, id);
  return found?.kind === 'text' ? found.text : '';
};
const table = (paper: Paper, id: string) => block(paper, id) as TableBlock | undefined;
const numbers = (row: TableBlock['rows'][number]) =>
  row.slice(1, -1).map(({ text }) => Number(text.replaceAll('.', '')));

it.each([1, 2, 3, 4, 5, 6])('the table of states is what countStates says, seed %i', (seed) => {
  const sample = gapSample(seed, 60);
  const filters = {
    ...randomFilters(sample.r, sample.dataset),
    ...{ laender: [], kreise: [], sizes: [], goals: [6] }
  };
  const parsed = { filters, view: DEFAULT_VIEW, issues: [] };
  const data = { dataset: sample.dataset, details: null, register: null };
  const paper = draftPaper({ data, parsed, locale: 'de', gaps: false, day: '2026-11-22' });
  const all = sample.dataset.gemeinden.map((row) => row.reduce((a, b) => a + b, 0));
  const counts = countStates(
    sample.dataset,
    filters,
    ({ kind, land, size }) => (kind === 'gemeinde' && size >= 0 ? land : -1),
    all
  );
  const rows = table(paper, 'zustaende')!.rows;
  const expected = new Map(
    sample.dataset.laender.map(({ name }, at) => [
      name,
      [all[at]!, ...STATES.map((state) => counts[at]![state])]
    ])
  );
  for (const row of rows.slice(0, -1)) expect(numbers(row)).toEqual(expected.get(row[0]!.text));
  const sums = [...expected.values()].reduce((a, b) => a.map((value, i) => value + b[i]!));
  if (rows.length > 1) expect(numbers(rows.at(-1)!)).toEqual(sums);
});

test('every section is there, in order, and every draft can be saved and opened', () => {
  for (const locale of ['de', 'en'] as const)
    for (const filters of [{}, { goals: [6, 13] }, { laender: ['01'] }, { text: 'zzzz' }]) {
      const paper = draft(filters, locale, true);
      expect(paper.sections.map(({ id }) => id)).toEqual([
        ...['beratung', 'betreff', 'beschluss', 'sachverhalt'],
        ...['begruendung', 'finanzen', 'anlagen']
      ]);
      expect(openPaper(paperFile(paper, '2026-11-22T12:00:00Z'))).toEqual({ paper });
    }
});

test('none, one and many in the right grammar', () => {
  const none = draft({ text: 'zzzz' });
  expect(text(none, 'erfasst')).toContain('Das heißt nicht, dass es keine gibt.');
  expect(text(none, 'partnerschaften')).toBe('Zu dieser Auswahl ist keine Partnerschaft erfasst.');
  expect(table(none, 'staaten')).toBeUndefined();
  const one = dataset.countries.find(({ iso2 }) => {
    const found = select(dataset, { ...NO_FILTERS, countries: [iso2] });
    return found.rows.length > 1 && found.countries === 1;
  });
  const many = draft({ countries: [one!.iso2] });
  expect(text(many, 'erfasst')).toMatch(/\d Partnerschaften .* in 1 Staat\./);
  expect(text(draft({}), 'beschluss')).toMatch(/^1\. .*\n2\. .*\d+ Gemeinden.*\n3\. /);
});

test('coverage and the principle stand before what is recorded, in both languages', () => {
  const known = { de: /^Abdeckung: .*Kein Eintrag/s, en: /^Coverage: .*No record/s };
  for (const locale of ['de', 'en'] as const) {
    const paper = draft({ goals: [6] }, locale);
    expect(paper.sections[3]!.blocks[0]!.id).toBe('abdeckung');
    expect(text(paper, 'abdeckung')).toMatch(known[locale]);
  }
});

test('all addresses are frozen at the snapshot of the paper', () => {
  const { sections } = draft({ goals: [6] }, 'en', true);
  for (const one of sections.flatMap(({ blocks }) => blocks))
    if (one.kind !== 'text') {
      expect(one.address).toMatch(/^\/en\//);
      expect(one.address).toContain(`stand=${dataset.version}`);
    }
});

test('the matrix is there where the address asks for one, with its counts', () => {
  expect(block(draft({}), 'matrix')).toBeUndefined();
  const { rows } = table(draft({}, 'de', true), 'matrix')!;
  const { all } = gapMatrix(dataset, NO_FILTERS, DEFAULT_VIEW.gaps, {
    register: context.register,
    extras: null
  })!;
  expect(rows.at(-1)!.at(-1)!.text).toBe(`${all.states.match} von ${all.n}`);
});

test('without any instrument on record the paper says so', () => {
  expect(text(draft({}), 'finanzen')).toContain('Das heißt nicht, dass es keines gibt.');
  expect(block(draft({}), 'foerderung')).toBeUndefined();
});
