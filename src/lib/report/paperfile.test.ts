import { expect, test } from 'vitest';
import { moved, refreshed, resetSection, withBlock } from './paperedit.ts';
import { openPaper, paperFile, type Refusal } from './paperfile.ts';
import type { Paper } from './paper.ts';
import { testPaper } from './testpaper.ts';

const NOW = '2026-11-22T12:00:00Z';

test('what is saved opens as it was', () => {
  const paper = testPaper();
  expect(openPaper(paperFile(paper, NOW))).toEqual({ paper });
});

const changed = (change: (file: { version: number; paper: Paper }) => void) => {
  const file = JSON.parse(paperFile(testPaper(), NOW)) as { version: number; paper: Paper };
  change(file);
  return JSON.stringify(file);
};

test.each<[string, string, Refusal]>([
  ['no JSON', 'Hallo', 'no_json'],
  ['other JSON', '{"a":1}', 'other_kind'],
  ['nothing', 'null', 'other_kind'],
  ['newer', changed((file) => (file.version = 2)), 'newer'],
  ['too large', ' '.repeat(4_000_001), 'too_large'],
  ['no sections', changed((file) => Reflect.deleteProperty(file.paper, 'sections')), 'broken'],
  ['two of a section', changed(({ paper }) => paper.sections.push(paper.sections[0]!)), 'broken'],
  [
    'a picture from elsewhere',
    changed(({ paper }) =>
      Object.assign(paper.sections[1]!.blocks[1]!, { picture: '//x.org/a.png' })
    ),
    'broken'
  ],
  [
    'a link that runs',
    changed(({ paper }) => {
      const table = paper.sections[1]!.blocks[0]!;
      if (table.kind === 'table') table.rows[0]![0]!.url = 'javascript:alert(1)';
    }),
    'broken'
  ],
  [
    'a row too short',
    changed(({ paper }) => {
      const table = paper.sections[1]!.blocks[0]!;
      if (table.kind === 'table') table.rows[0]!.pop();
    }),
    'broken'
  ]
])('%s is refused', (_, content, refused) => {
  expect(openPaper(content)).toEqual({ refused });
});

const ids = (paper: Paper) => paper.sections[1]!.blocks.map(({ id }) => id);

test('blocks move within their section and stop at its ends', () => {
  const paper = testPaper();
  expect(ids(moved(paper, 'c', -1))).toEqual(['c', 't', 'l', 'weg']);
  expect(moved(paper, 't', -1)).toEqual(paper);
  expect(ids(paper)).toEqual(['t', 'c', 'l', 'weg']);
});

test('newer figures replace data and unchanged texts; changed texts stay and are named', () => {
  const draft = testPaper();
  draft.snapshot.version = 4;
  draft.sections[1]!.blocks[0]!.id = 't';
  const text = draft.sections[0]!.blocks[0]!;
  if (text.kind === 'text') text.text = text.draft = 'Wasser neu';
  const table = draft.sections[1]!.blocks[0]!;
  if (table.kind === 'table') table.rows[0]![1]!.text = '5';
  const mine = withBlock(moved(testPaper(), 'c', -1), 'l', (block) => ({ ...block, on: false }));
  const { paper, check } = refreshed(mine, draft);
  expect(check).toEqual(['Betreff']);
  expect(paper.snapshot.version).toBe(4);
  expect(ids(paper)).toEqual(['c', 't', 'l', 'weg']);
  expect(paper.sections[1]!.blocks.map(({ on }) => on)).toEqual([true, true, false, false]);
  expect(JSON.stringify(paper)).toContain('"5"');
  expect(paper.sections[0]!.blocks[0]).toMatchObject({ draft: 'Wasser neu' });
  expect(JSON.stringify(paper.sections[0])).toContain('Abwasser');

  const untouched = withBlock(testPaper(), 'betreff', (block) => ({ ...block, text: 'Wasser' }));
  const again = refreshed(untouched, draft);
  expect(again.check).toEqual([]);
  expect(again.paper.sections[0]!.blocks[0]).toMatchObject({ text: 'Wasser neu' });
});

test('a section goes back to its draft, the others stay', () => {
  const paper = withBlock(testPaper(), 't', (block) => ({ ...block, on: false }));
  const back = resetSection(paper, testPaper(), 'sachverhalt');
  expect(back).toEqual(testPaper());
  expect(resetSection(paper, testPaper(), 'betreff').sections[1]).toBe(paper.sections[1]);
});
