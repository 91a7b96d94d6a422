import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Detail } from '../domain/detail.ts';
import { FORMS, LAYERS } from '../domain/model.ts';
import { decodeCore } from '../snapshot/core.ts';
import { decodeDetail } from '../snapshot/detail.ts';
import { csv } from './csv.ts';
import { isWikipedia, withoutWikipedia } from './separable.ts';
import { termsOf } from './terms.ts';

const read = (part: string) =>
  readFileSync(
    new URL(`../../../tests/fixtures/snapshot/format1.${part}.json`, import.meta.url),
    'utf8'
  );
const WIKIPEDIA = 1 << LAYERS.indexOf('wikipedia-2026');
const line = (source: string, url: string, since: number | null) => ({
  ...{ source, url, since, note: '', confidence: '' }
});
const dataset = decodeCore(read('core'), { version: 3, publishedAt: '2026-11-22T16:00:00.000Z' });
const { partnerships: ties } = dataset;
// The piece of the real snapshot has no record of Wikipedia alone: these rows become some.
const only = [3, 10, 20].map((row) => ties.id[row]!);
const details = new Map(
  [...decodeDetail(read('detail'))].map(([id, detail]) => [
    id,
    only.includes(id) ? { ...detail, sources: [line('wikipedia-2026', '', null)] } : detail
  ])
);
ties.layers = ties.layers.map((bits, row) => (only.includes(ties.id[row]!) ? WIKIPEDIA : bits));
const open = withoutWikipedia(dataset, details);
const openIds = [...open.rows].map((row) => ties.id[row]!);

/** The fixture with the sources of its first partnership replaced. */
function first(sources: Detail['sources'], since: number) {
  const id = ties.id[0]!;
  const changed = new Map(details).set(id, { ...details.get(id)!, sources });
  const partnerships = {
    ...ties,
    since: ties.since.with(0, since),
    form: ties.form.with(0, FORMS.indexOf('freundschaft'))
  };
  return { id, ...withoutWikipedia({ ...dataset, partnerships }, changed) };
}
describe('without Wikipedia', () => {
  it('leaves out exactly the records that only Wikipedia attests', () => {
    expect(only).toHaveLength(3);
    expect(new Set([...openIds, ...only])).toEqual(new Set(ties.id));
    expect(openIds.some((id) => only.includes(id))).toBe(false);
    expect([...open.details.keys()]).toEqual(openIds);
  });

  it('has no trace of it in any record, source or file', () => {
    for (const row of open.rows) expect(open.dataset.partnerships.layers[row]! & WIKIPEDIA).toBe(0);
    for (const detail of open.details.values())
      expect(detail.sources.some(isWikipedia)).toBe(false);
    const text = csv(open.dataset, open, {
      separator: ',',
      bom: false,
      locale: 'de',
      details: open.details
    });
    expect(text).not.toMatch(/wikipedia/i);
    expect(text).not.toMatch(/BY-SA/);
    expect(JSON.stringify([...open.details.values(), open.dataset.sources])).not.toMatch(
      /wikipedia/i
    );
  });

  it('drops a year that only Wikipedia gives, and keeps one that another source gives', () => {
    const wiki = line('wikipedia-2026', '', 1990);
    const bulk = line('wikidata-2017', '', null);
    expect(first([wiki, bulk], 1990).dataset.partnerships.since[0]).toBe(0);
    const second = line('wikidata-2017', '', 1990);
    expect(first([wiki, second], 1990).dataset.partnerships.since[0]).toBe(1990);
  });

  it('empties what was read on a page of Wikipedia alone', () => {
    const page = line('facts-2026', 'https://de.m.wikipedia.org/wiki/Partnergemeinde', 1967);
    expect(first([page], 1967).rows).not.toContain(0);
    const { id, ...left } = first([page, line('wikidata-2017', '', null)], 1967);
    const changed = left.dataset.partnerships;
    expect([changed.form[0], changed.since[0]]).toEqual([FORMS.indexOf('unbekannt'), 0]);
    expect(changed.goals.map((column) => column[0])).toEqual([0, 0, 0, 0]);
    expect(left.details.get(id)).toMatchObject({ topics: [], programmes: [], tags: [] });
    const other = line('facts-2026', 'https://example.org', 1967);
    expect(first([page, other], 1967).dataset.partnerships.since[0]).toBe(1967);
  });

  it('does not change what it was given', () => {
    const before = structuredClone(dataset);
    withoutWikipedia(dataset, details);
    expect(dataset).toEqual(before);
    expect(open.dataset.partnerships.topicStart.at(-1)).toBe(
      open.dataset.partnerships.topicList.length
    );
  });
});

describe('terms', () => {
  it('are share-alike with Wikipedia, and CC BY without', () => {
    expect(termsOf(dataset.sources)).toMatchObject({ scope: 'alle', licence: 'CC BY-SA 4.0' });
    expect(termsOf(open.dataset.sources)).toMatchObject({
      scope: 'ohne-wikipedia',
      licence: 'CC BY 4.0'
    });
  });

  it('name every source once, with the words of the source itself', () => {
    const { attributions_de } = termsOf(dataset.sources);
    for (const source of dataset.sources) expect(attributions_de).toContain(source.attributionDe);
    expect(new Set(attributions_de).size).toBe(attributions_de.length);
    expect(termsOf(open.dataset.sources).attributions_de.join()).not.toMatch(/wikipedia/i);
  });
});
