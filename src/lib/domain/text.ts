/**
 * Names made comparable: case, accents, umlauts and their transcriptions fold to the same letters.
 *
 * Contract: `fold` is idempotent; both the names and the query go through it. `ä`, `ae` and `a`
 * become `a` (so do ö/oe, ü/ue), `ß` becomes `ss`; everything that is no letter or digit becomes
 * one space, apostrophes vanish.
 */

const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'a',
  œ: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th'
};

/** Folded text: words of `[a-z0-9]` (and letters of other scripts) with single spaces between. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßøæœđðłıþ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/['’ʻʼ`´]/g, '')
    .replace(/([aou])e+/g, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The folded words of a query; at most 16 (the rest is ignored). */
export function words(text: string): string[] {
  const folded = fold(text);
  return folded === '' ? [] : [...new Set(folded.split(' '))].slice(0, 16);
}

/** Whether a word of the folded names begins with the folded word. */
export function beginsWord(folded: string, word: string): boolean {
  return wordFinder(word)(folded);
}

/** `beginsWord` for many names. */
export function wordFinder(word: string): (folded: string) => boolean {
  const inner = ` ${word}`;
  return (folded) => folded.startsWith(word) || folded.includes(inner);
}
