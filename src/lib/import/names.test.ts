import { describe, expect, it } from 'vitest';
import { baseKey, edits, fold, partOf, wholeKey } from './names.ts';

describe('names', () => {
  it.each([
    ['Köln', 'koln'],
    ['Ko\u0308ln', 'koln'],
    ['Łódź', 'lodz'],
    ['Sankt Augustin', 'st augustin'],
    ['St. Augustin', 'st augustin'],
    ["Qal'at Saint-Étienne", 'qalat st etienne'],
    ['Bătăr–Ișı', 'batar isi']
  ])('folds %s', (name, key) => expect(fold(name)).toBe(key));

  it.each([
    ['Rotenburg an der Wümme', 'Rotenburg (Wümme)'],
    ['Bad Homburg vor der Höhe', 'Bad Homburg v. d. Höhe'],
    ['Weiden in der Oberpfalz', 'Weiden i.d.OPf.'],
    ['Garching bei München', 'Garching b.München'],
    ['Lahr/Schwarzwald', 'Lahr (Schwarzwald)'],
    ['Sankt Ingbert', 'St. Ingbert'],
    ['Stolberg (Rhineland)', 'Stolberg (Rhld.)']
  ])('%s and %s share a key', (a, b) => expect(wholeKey(a)).toBe(wholeKey(b)));

  it.each([
    ['Büchen', 'Buchen'],
    ['Löhne', 'Lohne'],
    ['Fürth', 'Furth'],
    ['Rotenburg', 'Rothenburg'],
    ['Frankfurt (Oder)', 'Frankfurt am Main']
  ])('%s and %s do not', (a, b) => expect(wholeKey(a)).not.toBe(wholeKey(b)));

  it.each([
    ['Freiburg im Breisgau', 'freiburg'],
    ['Immenstadt i.Allgäu', 'immenstadt'],
    ['Essen, Lower Saxony', 'essen'],
    ['Neukirch/Lausitz', 'neukirch'],
    ['Ostseebad Insel Poel', 'insel poel']
  ])('leading part of %s', (name, key) => expect(baseKey(name)).toBe(key));

  it('splits parts of cities in both spellings', () => {
    expect(partOf('Neukölln (Berlin)')).toEqual(['Neukölln', 'Berlin']);
    expect(partOf('Berlin – Neukölln')).toEqual(['Neukölln', 'Berlin']);
    expect(partOf('Garmisch-Partenkirchen')).toBeNull();
  });

  it('counts edits with swaps and gives up early', () => {
    expect(edits('deutschkreuz', 'deutschkreutz', 2)).toBe(1);
    expect(edits('ab', 'ba', 2)).toBe(1);
    expect(edits('abc', 'xyzuvw', 2)).toBe(3);
  });
});
