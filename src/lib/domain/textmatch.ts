/** Which ties a text finds: every word must begin a word in the names of some member or country. */
import type { Dataset } from './dataset.ts';
import { foldedNames } from './derived.ts';
import { wordFinder, words } from './text.ts';

/** @returns per tie 1 = not found; null = the text has no words */
export function textFails(dataset: Dataset, text: string): Uint8Array | null {
  const asked = words(text);
  if (asked.length === 0) return null;
  const { memberStart, members, length } = dataset.partnerships;
  const names = foldedNames(dataset);
  const authorities = wordsIn(names.authorities, asked);
  const countries = wordsIn(names.countries, asked);
  const partners = wordsIn(names.partners, asked);
  for (let row = 0; row < partners.length; row++)
    partners[row]! |= countries[dataset.partners.country[row]!] ?? 0;

  const all = (1 << asked.length) - 1;
  const fails = new Uint8Array(length);
  for (let row = 0; row < length; row++) {
    let found = 0;
    for (let i = memberStart[row]!; i < memberStart[row + 1]!; i++) {
      const member = members[i]!;
      found |= member < 0 ? partners[~member]! : authorities[member]!;
    }
    if (found !== all) fails[row] = 1;
  }
  return fails;
}

/** Bit k: the name has a word that begins with word k. */
function wordsIn(names: readonly string[], asked: readonly string[]): Uint16Array {
  const found = new Uint16Array(names.length);
  asked.forEach((word, k) => {
    const begins = wordFinder(word);
    for (let row = 0; row < found.length; row++) if (begins(names[row]!)) found[row]! |= 1 << k;
  });
  return found;
}
