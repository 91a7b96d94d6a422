import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SHADES } from '../domain/areashade.ts';
import {
  ABOVE,
  areaLayers,
  areaLooks,
  STEP_COLOURS,
  tagFeatures,
  tagLayer,
  tagPaint,
  TAGS,
  type AreaData
} from './arealayers.ts';
import { patternImages } from './areapatterns.ts';
import { ORDER } from './order.ts';
import { DARK, LIGHT } from './palette.ts';
import { style } from './style.ts';

const data: AreaData = {
  level: 'laender',
  areas: SHADES.map((shade, at) => ({
    code: `0${at + 1}`,
    shade,
    thin: shade === 'step1',
    lines: [shade],
    tag: at < 2 ? `${shade}\n${at} %` : null,
    at: [10, 50 + at]
  })),
  bounds: null
};
const addresses = { tiles: 'pmtiles:///x', fonts: { latin: '/a.woff2', latinExt: '/b.woff2' } };

describe('layers of areas', () => {
  it.each(['laender', 'kreise'] as const)('make a valid style (%s)', (level) => {
    const whole = style(addresses, LIGHT, 'de');
    const looks = areaLooks(data, LIGHT, false, '01');
    whole.sources[TAGS] = { type: 'geojson', data: tagFeatures(data) };
    whole.layers = [
      ...whole.layers,
      ...areaLayers(level, looks),
      { ...tagLayer(), paint: tagPaint(LIGHT) } as (typeof whole.layers)[number]
    ];
    expect(validateStyleMin(whole)).toEqual([]);
    const none = areaLooks({ ...data, areas: [] }, DARK, true, '');
    whole.layers = areaLayers(level, none);
    expect(validateStyleMin(whole)).toEqual([]);
  });

  it('lie below the lines of the map', () => {
    expect(ORDER).toContain(ABOVE);
  });

  it('never colour what has no step', () => {
    const fill = areaLooks(data, LIGHT, false, '').find(({ id }) => id === 'areas-fill-world')!;
    const colours = JSON.stringify(fill.paint['fill-color']);
    for (const area of data.areas) {
      const coloured = /^(step|confirmed)/.test(area.shade);
      expect(colours.includes(`"${area.code}"`), area.shade).toBe(coloured);
    }
  });

  it('have a pattern for everything without a colour, and over what is hardly known', () => {
    const look = areaLooks(data, LIGHT, false, '').find(({ id }) => id === 'areas-pattern-german')!;
    for (const { code, shade, thin } of data.areas)
      expect(JSON.stringify(look.filter).includes(`"${code}"`), shade).toBe(
        thin || /^(few|empty)/.test(shade)
      );
    const names = JSON.stringify(look.paint).match(/areas-[a-z_]+/g)!;
    expect(Object.keys(patternImages(LIGHT)).toSorted()).toEqual([...new Set(names)].toSorted());
  });
});

it('steps repeat the tokens of app.css', () => {
  const css = readFileSync(new URL('../../app.css', import.meta.url), 'utf8');
  STEP_COLOURS.light.forEach((light, at) =>
    expect(css).toContain(`--step${at}: light-dark(${light}, ${STEP_COLOURS.dark[at]})`)
  );
});

it('patterns repeat without a seam', () => {
  const { width, data } = patternImages(LIGHT)['areas-empty']!;
  const alpha = (x: number, y: number) => data[((y % width) * width + (x % width)) * 4 + 3];
  // Along a line of 45° nothing changes, over the edge of the tile neither.
  for (let x = 0; x < width; x++) expect(alpha(x, width - 1)).toBe(alpha(x + 1, width - 2));
  expect(Math.max(...data.filter((_, i) => i % 4 === 3))).toBeGreaterThan(100);
});
