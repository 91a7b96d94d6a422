import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ORDER, TOUCHABLE } from './order.ts';
import { paint } from './paint.ts';
import { DARK, LIGHT } from './palette.ts';
import { dataFilters, style } from './style.ts';

const addresses = {
  tiles: 'pmtiles:///basemap.pmtiles',
  fonts: { latin: '/latin.woff2', latinExt: '/latin-ext.woff2' }
};

describe('style', () => {
  for (const [name, colours] of Object.entries({ LIGHT, DARK }))
    it(`is valid (${name})`, () => {
      expect(validateStyleMin(style(addresses, colours, 'de'))).toEqual([]);
    });

  it('draws in the one order', () => {
    expect(style(addresses, LIGHT, 'en').layers.map((layer) => layer.id)).toEqual(ORDER);
    expect(TOUCHABLE.every((id) => ORDER.includes(id))).toBe(true);
  });

  it('asks no other host', () => {
    expect(JSON.stringify(style(addresses, LIGHT, 'de'))).not.toMatch(/https?:/);
  });

  it('writes names in the page’s language', () => {
    expect(JSON.stringify(style(addresses, LIGHT, 'en'))).toContain('name_en');
    expect(JSON.stringify(style(addresses, LIGHT, 'en'))).not.toContain('name_de');
  });

  it('is valid for a selected place', () => {
    const chosenPlace = { selected: true, level: 'orte' as const, lines: 4, shaded: false };
    const chosen = style(addresses, LIGHT, 'de');
    for (const layer of chosen.layers) layer.paint = paint(LIGHT, chosenPlace)[layer.id as 'land'];
    const filters = dataFilters({
      level: 'orte',
      selected: 'a1',
      flows: [],
      places: [],
      locale: 'de'
    });
    for (const [id, filter] of filters)
      Object.assign(chosen.layers.find((layer) => layer.id === id) ?? {}, { filter });
    expect(validateStyleMin(chosen)).toEqual([]);
  });
});

describe('palette', () => {
  const css = readFileSync(new URL('../../app.css', import.meta.url), 'utf8');
  const TOKENS = ['ink', 'muted', 'accent', 'warm', 'land', 'water'] as const;

  it('repeats the tokens of app.css', () => {
    for (const token of TOKENS) {
      expect(css, token).toContain(`--${token}: light-dark(${LIGHT[token]}, ${DARK[token]})`);
    }
  });
});
