import { expect, test } from 'vitest';
import { lightBlocks, spans } from './lighttext.ts';

const bare = (text: string) => ({ text, bold: false, url: '' });

test('paragraphs, line breaks and lists', () => {
  expect(lightBlocks('Eins\nzwei\n\ndrei\n- a\n\n- b\n1. c\n2) d\nEnde')).toEqual([
    { kind: 'paragraph', lines: [[bare('Eins')], [bare('zwei')]] },
    { kind: 'paragraph', lines: [[bare('drei')]] },
    { kind: 'bullets', items: [[bare('a')], [bare('b')]] },
    { kind: 'numbers', items: [[bare('c')], [bare('d')]] },
    { kind: 'paragraph', lines: [[bare('Ende')]] }
  ]);
});

test('bold and links; anything else is what it is', () => {
  expect(spans('x **fett** und [hier](https://a.de/b) bei https://c.de/d.')).toEqual([
    bare('x '),
    { text: 'fett', bold: true, url: '' },
    bare(' und '),
    { text: 'hier', bold: false, url: 'https://a.de/b' },
    bare(' bei '),
    { text: 'https://c.de/d', bold: false, url: 'https://c.de/d' },
    bare('.')
  ]);
  for (const text of ['[x](javascript:alert(1))', '**', '[Bitte ergänzen]', '<b>'])
    expect(spans(text)).toEqual([bare(text)]);
  expect(lightBlocks('  \n\n ')).toEqual([]);
});
