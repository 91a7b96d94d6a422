import { expect, it } from 'vitest';
import { OUTREACH_MOST, queryOf, readOutreach, writeOutreach } from './outreachfile.ts';

const file = {
  snapshot: 3,
  savedAt: '2026-11-22T12:00:00.000Z',
  query: 'sdg=6&land=14',
  places: [
    { id: 'a17', name: 'Aue', note: 'Frau ist schon gefragt: "ja"\n2. Zeile ü' },
    { id: 'a4', name: 'Dorf', note: '' }
  ]
};
const change = (path: (value: Record<string, unknown>) => void) => {
  const value = JSON.parse(writeOutreach(file)) as Record<string, unknown>;
  path(value);
  return readOutreach(JSON.stringify(value));
};

it('comes back as it was written', () => {
  const read = readOutreach(writeOutreach(file));
  expect(read).toEqual({
    file: { format: 'partnerschaftsatlas-ansprache', version: 1, ...file }
  });
});

it('refuses what is no such file, and says why', () => {
  expect(readOutreach('{"format"')).toMatchObject({ problem: 'json' });
  expect(readOutreach('[1, 2]')).toMatchObject({ problem: 'format' });
  expect(readOutreach('null')).toMatchObject({ problem: 'format' });
  expect(readOutreach(' '.repeat(OUTREACH_MOST + 1))).toMatchObject({ problem: 'size' });
  expect(change((v) => (v['version'] = 2))).toMatchObject({ problem: 'version' });
  expect(change((v) => (v['version'] = '1'))).toMatchObject({
    problem: 'content',
    where: 'version'
  });
  expect(change((v) => ((v['places'] as { id: string }[])[1]!.id = 'p4'))).toEqual({
    problem: 'content',
    where: 'places.1.id'
  });
  expect(change((v) => delete (v['places'] as { note?: string }[])[0]!.note)).toEqual({
    problem: 'content',
    where: 'places.0.note'
  });
  expect(change((v) => (v['places'] as unknown[]).push(file.places[0]))).toMatchObject({
    problem: 'content'
  });
});

it('asks for its places in their order, on the snapshot of the page', () => {
  const whole = { format: 'partnerschaftsatlas-ansprache', version: 1, ...file } as const;
  expect(queryOf({ ...whole, query: 'sdg=6,13&stand=2&merkliste=a1' })).toBe(
    'sdg=6,13&merkliste=a17,a4'
  );
});
