/** Tables, places and previews: every word whole, large enough, alone in its place; the same rows as the page. */
import { describe, expect, it } from 'vitest';
import { NO_FILTERS } from '../domain/filters.ts';
import { DEFAULT_VIEW, type ViewState } from '../url/codec.ts';
import { buildAtlas } from '../views/atlas.ts';
import { PICTURES, picture } from './pictures.ts';
import { PREVIEW } from './preview.ts';
import { linesOf, overlapping } from './testing/lines.ts';
import { SAMPLE, sampleOrder, samplePlaces } from './testing/sample.ts';

const { most, one, none, partner } = samplePlaces();
const FACES: [string, string, Partial<ViewState>][] = [
  ['the table', 'tabelle', {}],
  ['its last page', 'tabelle', { page: 99, sort: '-seit' }],
  ['the table of Länder', 'tabelle', { areas: 'laender' }],
  ['a place with many partners', 'profil', { place: most }],
  ['a place with one', 'profil', { place: one }],
  ['a place without a record', 'profil', { place: none }],
  ['a partner abroad', 'profil', { place: partner }]
];

const squeezed = (text: string) => text.replaceAll(/\s/g, '');

describe.each(FACES)('%s', (_, view, state) => {
  it.each([
    [600, 'de'],
    [1200, 'en']
  ] as const)('is whole at %d px', (width, locale) => {
    const { svg } = picture(sampleOrder(view, state, { width, locale }));
    const lines = linesOf(svg);
    expect(lines.length).toBeGreaterThan(8);
    for (const { text, size, left, right } of lines) {
      expect(size, text).toBeGreaterThanOrEqual(12);
      expect(left, text).toBeGreaterThanOrEqual(20);
      expect(right, text).toBeLessThanOrEqual(width - 20);
      expect(text).not.toContain('…');
    }
    expect(overlapping(lines)).toEqual([]);
  });
});

it('shows the rows of the page, in its order', () => {
  for (const page of [1, 2]) {
    const state = { view: 'tabelle', sort: '-partner', page } as const;
    const parsed = { filters: NO_FILTERS, view: { ...DEFAULT_VIEW, ...state }, issues: [] };
    const ids = buildAtlas(SAMPLE, parsed, 'de').table!.rows.map(({ id }) => id);
    const { svg } = picture(sampleOrder('tabelle', state));
    const drawn = [...svg.matchAll(/data-id="([^"]+)"/g)].map(([, id]) => id);
    expect(drawn.length).toBeGreaterThan(0);
    expect(drawn).toEqual(ids.slice(0, 20));
  }
});

it('says which rows of how many', () => {
  const total = buildAtlas(
    SAMPLE,
    { filters: NO_FILTERS, view: { ...DEFAULT_VIEW, view: 'tabelle' }, issues: [] },
    'de'
  ).table!.total;
  const said = (page: number) =>
    squeezed(
      linesOf(picture(sampleOrder('tabelle', { page })).svg)
        .map(({ text }) => text)
        .join(' ')
    );
  expect(said(1)).toContain(squeezed(`Die ersten 20 von ${total} Zeilen`));
  expect(said(2)).toContain(squeezed(`Zeilen 51 bis ${Math.min(70, total)} von ${total}`));
});

it('names the partners of a place, those with evidence first, and says how many more there are', () => {
  const parsed = { filters: NO_FILTERS, view: { ...DEFAULT_VIEW, place: most }, issues: [] };
  const { inside } = buildAtlas(SAMPLE, parsed, 'de').place!;
  const narrow = 30;
  expect(inside.length).toBeGreaterThan(narrow + 3);
  const { svg } = picture(sampleOrder('profil', { place: most }, { width: 600 }));
  const said = squeezed(
    linesOf(svg)
      .map(({ text }) => text)
      .join(' ')
  );
  for (const tie of inside.slice(0, narrow))
    for (const { name } of tie.partners) expect(said).toContain(squeezed(name));
  expect(said).toContain(squeezed(`und ${inside.length - narrow} weitere`));
  const marks = (fill: string) => svg.split(`${fill}`).length - 1;
  // The legend has one of each.
  const confirmed = inside.slice(0, narrow).filter((tie) => tie.confirmed).length;
  expect(marks('r="4.5"')).toBe(confirmed + 1);
  expect(marks('r="3.8"')).toBe(narrow - confirmed + 1);
});

it('says of a place without a record what is not known, and never that there is nothing', () => {
  const { svg } = picture(sampleOrder('profil', { place: none }));
  const said = linesOf(svg)
    .map(({ text }) => text)
    .join(' ');
  for (const words of ['Noch nicht erfasst', 'Wo wir nachgesehen haben', 'kein Engagement'])
    expect(said).toContain(words);
});

describe.each(Object.keys(PICTURES))('the preview of %s', (view) => {
  it.each(['hell', 'dunkel'] as const)('has its size and readable words, %s', (theme) => {
    for (const [place, areas] of [
      [most, null],
      [none, 'laender']
    ] as const) {
      const order = sampleOrder(view, { place, areas }, { width: null, theme, locale: 'en' });
      const { svg, width, height } = picture(order);
      expect([width, height]).toEqual([PREVIEW.width, PREVIEW.height]);
      expect(svg).toContain('viewBox="0 0 1200 630"');
      const lines = linesOf(svg);
      for (const { text, size, left, right, top, bottom } of lines) {
        expect(size, text).toBeGreaterThanOrEqual(14);
        expect(left, text).toBeGreaterThanOrEqual(40);
        expect(right, text).toBeLessThanOrEqual(PREVIEW.width - 40);
        // Two to one cuts 15 px above and below.
        expect(top, text).toBeGreaterThanOrEqual(30);
        expect(bottom, text).toBeLessThanOrEqual(PREVIEW.height - 30);
      }
      expect(overlapping(lines)).toEqual([]);
      expect(lines.filter(({ top }) => top > 540).map(({ text }) => text)).toEqual([
        'Partnerschaftsatlas',
        'As of 22/11/2026 (no. 7) · CC BY-SA 4.0'
      ]);
    }
  });
});

it('shortens a title that no size can hold, and cuts none', () => {
  const { dataset } = SAMPLE;
  const titleFor = (countries: number) => {
    const filters = {
      ...NO_FILTERS,
      goals: [1, 2, 3, 4, 5, 6, 7, 8, 9],
      laender: dataset.laender.map(({ code }) => code),
      countries: dataset.countries.slice(0, countries).map(({ iso2 }) => iso2),
      text: countries > 1 ? 'sehr langer Suchtext '.repeat(20) : ''
    };
    const parsed = { filters, view: DEFAULT_VIEW, issues: [] };
    const { svg } = picture(sampleOrder('karte', {}, { parsed, width: null }));
    const [, whole = ''] = /<title[^>]*>([^<]*)</.exec(svg)!;
    const serif = [...svg.matchAll(/<text [^>]*Serif[^>]*>([^<]*)</g)].map(([, text]) => text!);
    expect(serif.length).toBeLessThanOrEqual(3);
    return { whole, shown: serif.join(' ') };
  };
  const short = titleFor(1);
  expect(squeezed(short.shown)).toBe(squeezed(short.whole));
  expect(titleFor(3).shown).toMatch(/^Kommunale Partnerschaften, Auswahl mit \d+ Filtern$/);
});
