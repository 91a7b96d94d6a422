import { expect, test } from 'vitest';
import type { Dataset } from '../../domain/dataset.ts';
import { deltaOf } from '../../domain/delta.ts';
import { randomDataset } from '../../domain/testing/dataset.ts';
import { random } from '../../domain/testing/random.ts';
import { parse, vocabularyOf } from '../../url/codec.ts';
import { buildDelta, linksOf, LISTS, listsOf } from './delta.ts';
import { isReversed, standOption } from './stands.ts';

const dataset = (seed: number, layers: number): Dataset => {
  const made = randomDataset(random(seed), 200);
  made.partnerships.layers.fill(layers);
  return made;
};
const side = (data: Dataset, version: number) => ({
  ...{ dataset: data, details: null, version },
  isCurrent: version === 2
});
const view = (query: string, list: (typeof LISTS)[number] | null = null) => {
  const sides = { before: side(dataset(7, 1), 1), after: side(dataset(7, 3), 2) };
  const parsed = parse(new URLSearchParams(query), vocabularyOf(sides.after.dataset));
  const delta = deltaOf(sides.before, sides.after, parsed.filters);
  const axes = { zeile: 'region', spalte: 'land' };
  const link = linksOf({ von: 1, bis: 2 }, parsed, axes, 'de');
  return { delta, ...buildDelta(sides, delta, parsed, { list, link, locale: 'de' }) };
};

test('lists are as long as their numbers say, and pages hold all of it once', () => {
  const { delta, counts } = view('');
  const lists = listsOf(delta);
  for (const { id, count } of counts) expect(count, id).toBe(lists[id].length);
  const { list } = view('', 'geaendert');
  expect(list).toMatchObject({ id: 'geaendert', total: 0, pages: 1 });
  const all = [1, 2, 3, 4].flatMap((page) => {
    const confirmed = view(`seite=${page}`, 'bestaetigt').list;
    return page <= confirmed.pages ? confirmed.items.map(({ id }) => id) : [];
  });
  expect(new Set(all).size).toBe(lists.bestaetigt.length);
  expect(all).toHaveLength(lists.bestaetigt.length);
});

test('the sentence is grammatical for none and many, and addresses keep the question', () => {
  const { sentence, counts, title } = view('land=01&groesse=kleinstadt', 'neu');
  expect(sentence).toMatch(
    /^0 Partnerschaften sind neu in den Daten\. 0 sind .* beendet vermerkt,/
  );
  expect(title).toContain('Land 01');
  expect(counts[3]!.href).toBe(
    '/luecken/veraenderung?von=1&bis=2&zeile=region&spalte=land&liste=bestaetigt&land=01&groesse=kleinstadt#liste'
  );
  expect(view('').title).toBe('');
});

test('an edition is earlier than the whole, whenever it was published', () => {
  const edition = { title_de: 'Nur X', title_en: 'X only', note_de: 'Hinweis', note_en: 'Note' };
  const stand = (version: number, named = false) => ({
    ...{ version, published_at: '2026-11-22T12:00:00.000Z' },
    ...(named && { edition })
  });
  expect(isReversed(stand(1), stand(2))).toBe(false);
  expect(isReversed(stand(2), stand(1))).toBe(true);
  expect(isReversed(stand(2, true), stand(1))).toBe(false);
  expect(isReversed(stand(1), stand(2, true))).toBe(true);
  expect(standOption(stand(1, true), 2, 'de')).toEqual({
    version: 1,
    label: 'Nur X, Nr. 1 vom 22.11.2026',
    note: 'Hinweis'
  });
  expect(standOption(stand(2), 2, 'en').label).toBe('no. 2 of 22/11/2026 (current)');
});
