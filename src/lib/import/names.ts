/**
 * Names of places made comparable. Nothing here decides that two places are the same: a shared key
 * only makes them candidates.
 */
const LETTERS: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
  ħ: 'h',
  ə: 'e'
};
const MARKS = /[\u0300-\u036f]/g;
const QUOTES = /['’‘ʼʻʿʾ`´]/g;
const SAINTS = /\b(sankt|sanct|saint|sint)\b/g;

/**
 * Lower case, without diacritics, one blank between words; Sankt/Saint become `st`, Sainte `ste`.
 * `Bad Homburg v. d. Höhe` -> `bad homburg v d hohe`.
 */
export function fold(name: string): string {
  let text = name.toLowerCase();
  if (!/^[a-z ]*$/.test(text))
    text = text
      .normalize('NFD')
      .replace(MARKS, '')
      .replace(/[ßøłđðæœıþħə]/g, (letter) => LETTERS[letter] ?? letter)
      .replace(QUOTES, '')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return text.includes('s') ? text.replace(SAINTS, 'st').replace(/\bsainte\b/g, 'ste') : text;
}

const UMLAUTS: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'ae', Ö: 'oe', Ü: 'ue' };

/** As `fold`, with umlauts spelt out: Buchen and Büchen, Lohne and Löhne are different towns. */
export function foldGerman(name: string): string {
  return fold(name.normalize('NFC').replace(/[äöüÄÖÜ]/g, (letter) => UMLAUTS[letter]!));
}

/** Words that join a German name with its river, region or neighbour. */
const JOINTS = new Set(
  'an am a d der dem den die bei b in im i ob o v vor zu zum zur auf u unter'.split(' ')
);

/** Abbreviations in official names, mainly Bavarian. */
const SHORT: Record<string, string> = {
  opf: 'oberpfalz',
  ob: 'oberbayern',
  obb: 'oberbayern',
  ndb: 'niederbayern',
  ofr: 'oberfranken',
  ufr: 'unterfranken',
  mfr: 'mittelfranken',
  schw: 'schwaben',
  odw: 'odenwald',
  holst: 'holstein',
  westf: 'westfalen',
  rhld: 'rheinland',
  rhineland: 'rheinland',
  vogtl: 'vogtland',
  erzgeb: 'erzgebirge',
  sachs: 'sachsen',
  thuer: 'thueringen',
  wuertt: 'wuerttemberg',
  nb: 'niederbayern',
  bay: 'bayern',
  allg: 'allgaeu',
  pf: 'pfalz',
  bg: 'berg',
  oberbay: 'oberbayern'
};

/**
 * Key of a whole German name, joints dropped: `Rotenburg (Wümme)`, `Rotenburg an der Wümme` and
 * `Rotenburg/Wümme` share `rotenburg wumme`.
 */
export function wholeKey(name: string): string {
  const words = foldGerman(name).split(' ');
  return words
    .filter((word, i) => i === 0 || !JOINTS.has(word))
    .map((word) => SHORT[word] ?? word)
    .join(' ');
}

const TAIL = /\s*(\(|\/|,|\s–\s).*$|\s+((an|am|bei|in|im|ob|vor|unter|auf|zu)\s|[abiouv]\.).*$/i;
const HEAD = /^(ostseebad|nordseebad|seebad|ostseeheilbad|nordseeheilbad|markt)\s+/i;

/** Key of the leading part: `Freiburg im Breisgau` and `Freiburg, Baden` -> `freiburg`. */
export function baseKey(name: string): string {
  return foldGerman(name.replace(HEAD, '').replace(TAIL, ''));
}

/** `X (Y)` and `Y – X` -> [X, Y]; null for a plain name. */
export function partOf(name: string): [part: string, whole: string] | null {
  const bracket = /^(.+?)\s*\(([^()]+)\)$/.exec(name);
  if (bracket) return [bracket[1]!.trim(), bracket[2]!.trim()];
  const dash = /^(.+?)\s+[–—]\s+(.+)$/.exec(name);
  return dash ? [dash[2]!.trim(), dash[1]!.trim()] : null;
}

/** Edits (insert, delete, replace, swap) between two short strings, given up above `limit`. */
export function edits(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, before[j - 2]! + 1);
      row.push(value);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}
