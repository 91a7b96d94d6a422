import { describe, expect, it } from 'vitest';
import { InputError } from './problem.ts';
import { readTable } from './table.ts';

const format = { file: 'x.csv', columns: ['name', 'year'] as const, names: ['name'] as const };
const problems = (text: string) => {
  try {
    readTable(text, format);
  } catch (error) {
    if (error instanceof InputError) return error.problems.map((p) => `${p.row} ${p.code}`);
    throw error;
  }
  return readTable(text, format).flatMap((r) =>
    r.problem ? [`${r.number} ${r.problem.code}`] : []
  );
};

describe('readTable', () => {
  it.each([
    ['byte order mark', '\uFEFFname,year\nAachen,1950\n'],
    ['CRLF', 'name,year\r\nAachen,1950\r\n'],
    ['extra column and other order', 'year,more,name\n1950,x,Aachen\n'],
    ['marks nobody sees', 'name,year\n\u200EAa\u00ADchen\u200F,1950\u200B\n'],
    ['quotes', 'name,year\n"Aachen","1950"\n'],
    ['blank lines at the end', 'name,year\nAachen,1950\n\n\n']
  ])('reads past %s', (_, text) => {
    const rows = readTable(text, format);
    expect(rows.map((row) => row.cells)).toEqual([{ name: 'Aachen', year: '1950' }]);
    expect(rows[0]!.problem).toBeNull();
  });

  it.each([
    ['unclosed quote', 'name,year\n"Aachen,1950\n', ['1 unclosed_quote']],
    ['other delimiter', 'name;year\nAachen;1950\n', ['1 missing_columns']],
    ['double header', 'name,year,name\na,1,b\n', ['1 double_columns']],
    ['empty file', '', ['1 missing_columns']],
    ['too few cells', 'name,year\nAachen\n', ['2 width']],
    ['NUL', 'name,year\nAa\u0000chen,1950\n', ['2 characters']],
    ['not UTF-8', 'name,year\nK\uFFFDln,1950\n', ['2 characters']],
    ['formula', 'name,year\n"=HYPERLINK(""x"")",1950\n', ['2 formula']]
  ])('names the row of: %s', (_, text, expected) => {
    expect(problems(text).map((p) => p.replace(/^\d+ unclosed/, '1 unclosed'))).toEqual(expected);
  });

  it('keeps a fault of one row to that row', () => {
    const rows = readTable('name,year\nAachen\nBonn,1990\n', format);
    expect(rows.map((row) => row.problem?.code ?? '')).toEqual(['width', '']);
  });

  it('composes umlauts and never touches the prototype', () => {
    const [row] = readTable('name,year,__proto__\nKo\u0308ln,1,polluted\n', format);
    expect(row!.cells.name).toBe('Köln');
    expect(Object.hasOwn(row!.raw, '__proto__')).toBe(true);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(JSON.stringify(row!.raw)).toContain('"__proto__":"polluted"');
  });

  it('says every problem in both languages', () => {
    for (const text of ['name\nx', 'name,year\n"a']) {
      try {
        readTable(text, format);
        expect.unreachable();
      } catch (error) {
        for (const p of (error as InputError).problems) expect(p.de && p.en).toBeTruthy();
      }
    }
  });
});
