import { describe, expect, it } from 'vitest';
import {
  HEIGHTS,
  LANGUAGES,
  PREVIEW_WIDTHS,
  readBuilding,
  writeBuilding,
  type Building
} from './builder.ts';
import { DEFAULT_LOOK, SCHEMES } from './embed.ts';

const read = (query: string, language: 'de' | 'en' = 'de') =>
  readBuilding(new URLSearchParams(query), language, 560);

describe('what an embed is built with', () => {
  it('comes back from its address, on a page of either language', () => {
    for (const page of LANGUAGES)
      for (const language of LANGUAGES)
        for (const width of PREVIEW_WIDTHS)
          for (const scheme of SCHEMES)
            for (const height of [null, HEIGHTS.least, HEIGHTS.most]) {
              const look = { ...DEFAULT_LOOK, scheme, border: height === null };
              const building: Building = { look, language, width, height };
              const query = writeBuilding(building, page);
              expect(read(query, page)).toEqual({ building, issues: [] });
            }
  });

  it('is short where nothing is said', () => {
    expect(writeBuilding(read('').building, 'de')).toBe('');
    expect(read('', 'en').building.language).toBe('en');
  });

  it('is what a form says that names every default', () => {
    const sent = 'farben=auto&sprache=de&breite=spalte&hoehe=auto&px=560&stand=';
    expect(read(sent)).toEqual({ building: read('').building, issues: [] });
    expect(read('hoehe=auto&px=').issues).toEqual([]);
  });

  it('takes the usual height where a fixed one has no number', () => {
    expect(read('hoehe=fest').building.height).toBe(560);
    expect(read('hoehe=fest&px=').building.height).toBe(560);
    expect(read('px=300').building.height).toBeNull();
  });

  it.each([
    ['sprache=fr', 'sprache'],
    ['breite=375', 'breite'],
    ['hoehe=hoch', 'hoehe'],
    ['hoehe=fest&px=119', 'px'],
    ['hoehe=fest&px=5001', 'px'],
    ['hoehe=fest&px=6e2', 'px'],
    ['farben=bunt', 'farben']
  ])('reports %s and goes on', (query, parameter) => {
    const { building, issues } = read(query);
    expect(issues).toMatchObject([{ parameter, reason: 'unknown_value' }]);
    expect({ ...building, height: null }).toEqual(read('').building);
  });
});
