/**
 * What a few typed letters may mean: a place in Germany, a partner, a country, a postcode.
 *
 * Contract: pure. Exact names come before names that begin so, these before names with words that
 * begin so, all of them before names that are only spelt alike; within each the bigger one first.
 * Spellings alike (one slip a word) are looked for only where few names fit, and marked `sure:
 * false`. The index is made once per register; asking is quick enough for every keystroke.
 */
import uFuzzy from '@leeoniya/ufuzzy';
import { COUNTRY_ALIASES, GERMAN_ALIASES } from './aliases.ts';
import type { Dataset } from './dataset.ts';
import type { Register } from './register.ts';
import { beginsWord, fold } from './text.ts';

export type HitKind = 'authority' | 'partner' | 'country' | 'postcode';

export interface Hit {
  kind: HitKind;
  /** Row of the register (`authority`, `postcode`), of the partners or of the countries. */
  row: number;
  /** false: no name fits, this one is spelt alike. */
  sure: boolean;
}

/** Hits of one kind stand together, the kind with the best hit first; those spelt alike come last. */
export type Search = (query: string) => Hit[];

const LIMIT: Readonly<Record<HitKind, number>> = {
  authority: 7,
  partner: 5,
  country: 4,
  postcode: 8
};
/** With fewer sure hits than this, names spelt alike are added. */
const FEW = 5;
const ALIKE = 4;
const MAX_QUERY = 100;
/** Nobody slips in so long a text, and its pattern would be slow. */
const MAX_ALIKE = 40;

/** What follows the name proper: "(Saale)", "am Main", "i.d.OPf.". */
const SURNAME = / ?\(.*| (?:am|an|im|in|ob|o\.|bei|b\.|unter|auf|vor|vorm|a\.|i\.).*|,.*|\/.*/;

/** As `fold`; "Sankt" and "St.", "Landkreis" and "Kreis" are the same word. */
export function searchKey(text: string): string {
  return fold(text)
    .replace(/\bsankt\b/g, 'st')
    .replace(/\blandkreis\b/g, 'kreis');
}

/** All names in one list, so that one pass answers. */
interface Index {
  names: string[];
  /** Without spaces: "Neuulm" is Neu-Ulm. */
  joined: string[];
  kind: HitKind[];
  row: number[];
  /** Orders equals of one kind: inhabitants, or partnerships. */
  weight: number[];
  postcodes: string[];
}

export function searchOf(dataset: Dataset, register: Register): Search {
  const index = indexOf(dataset, register);
  const fuzzy = new uFuzzy({
    intraMode: 1,
    interLft: 2,
    // Short words have too many neighbours.
    intraRules: (word) => {
      const slip = word.length >= 4 ? 1 : 0;
      return {
        intraSlice: [word.length >= 6 ? 0 : 1, Infinity],
        ...{ intraIns: slip, intraSub: slip, intraTrn: slip, intraDel: slip }
      };
    }
  });
  return (query) => {
    const whole = searchKey(query.slice(0, MAX_QUERY));
    if (whole === '') return [];
    const asked = [...new Set(whole.split(' '))].slice(0, 16);
    const sure = [...bestOf(index, whole, asked), ...postcodesOf(index, asked)];
    const tooMany = sure.length >= FEW || whole.length > MAX_ALIKE;
    if (tooMany || whole.length < 4 || /\d/.test(whole)) return sure;
    return [...sure, ...alike(index, fuzzy, whole, sure)];
  };
}

function indexOf(dataset: Dataset, register: Register): Index {
  const { partners, partnerships, countries } = dataset;
  const made: Index = { names: [], joined: [], kind: [], row: [], weight: [], postcodes: [] };
  const add = (kind: HitKind, row: number, weight: number, names: Iterable<string>) => {
    for (const name of new Set(names)) {
      if (name === '') continue;
      made.names.push(name);
      made.joined.push(name.includes(' ') ? name.replaceAll(' ', '') : name);
      made.kind.push(kind);
      made.row.push(row);
      made.weight.push(weight);
    }
  };
  register.forEach(({ name, population }, row) => {
    const key = searchKey(name);
    const proper = SURNAME.test(name) ? searchKey(name.replace(SURNAME, '')) : key;
    const aliases = GERMAN_ALIASES[key] ?? [];
    add('authority', row, population ?? 0, [key, proper, ...aliases]);
    made.postcodes.push(register[row]!.postcode);
  });
  const ties = new Uint32Array(partners.length);
  for (const member of partnerships.members) if (member < 0) ties[~member]! += 1;
  const byCountry = new Uint32Array(countries.length);
  for (let row = 0; row < partners.length; row++) {
    byCountry[partners.country[row]!]! += ties[row]!;
    const names = [partners.nameDe[row]!, partners.nameEn[row]!];
    add(
      'partner',
      row,
      ties[row]!,
      names[0] === names[1] ? [searchKey(names[0]!)] : names.map(searchKey)
    );
  }
  countries.forEach(({ iso2, nameDe, nameEn }, row) => {
    if (iso2 === 'DE') return;
    const names = [searchKey(nameDe), searchKey(nameEn), ...(COUNTRY_ALIASES[iso2] ?? [])];
    add('country', row, byCountry[row]!, names);
  });
  return made;
}

/** 0 = the whole name, 1 = its beginning, 2 = every word begins one of its words, 3 = no. */
function rankOf(name: string, joined: string, whole: string, tight: string, asked: string[]) {
  if (name === whole || joined === tight) return 0;
  if (name.startsWith(whole)) return 1;
  if (asked.every((word) => beginsWord(name, word))) return 2;
  return joined.startsWith(tight) ? 2 : 3;
}

function bestOf(index: Index, whole: string, asked: string[]): Hit[] {
  const { names, joined, kind, row, weight } = index;
  const tight = whole.replaceAll(' ', '');
  const ranks: Record<HitKind, Map<number, { at: number; rank: number }>> = {
    ...{ authority: new Map(), partner: new Map(), country: new Map(), postcode: new Map() }
  };
  for (let at = 0; at < names.length; at++) {
    const rank = rankOf(names[at]!, joined[at]!, whole, tight, asked);
    if (rank === 3) continue;
    const found = ranks[kind[at]!];
    if (rank < (found.get(row[at]!)?.rank ?? 3)) found.set(row[at]!, { at, rank });
  }
  const groups = Object.values(ranks).map((found) =>
    [...found.values()].sort(
      (a, b) =>
        a.rank - b.rank || weight[b.at]! - weight[a.at]! || (names[a.at]! < names[b.at]! ? -1 : 1)
    )
  );
  return groups
    .filter((group) => group.length > 0)
    .sort((a, b) => a[0]!.rank - b[0]!.rank)
    .flatMap((group) =>
      group
        .slice(0, LIMIT[kind[group[0]!.at]!])
        .map(({ at }) => ({ kind: kind[at]!, row: row[at]!, sure: true }))
    );
}

/** "67433", "D-67433", "67433 Neustadt": postcodes that begin so, of places with the other words. */
function postcodesOf(index: Index, asked: string[]): Hit[] {
  const digits = asked.filter((word) => /^\d{1,5}$/.test(word));
  if (digits.length !== 1) return [];
  const others = asked.filter((word) => word !== digits[0] && word !== 'd' && word !== 'plz');
  const found: { row: number; weight: number }[] = [];
  index.kind.forEach((kind, at) => {
    const row = index.row[at]!;
    if (kind !== 'authority' || found.at(-1)?.row === row) return;
    if (!index.postcodes[row]!.startsWith(digits[0]!)) return;
    if (others.every((word) => beginsWord(index.names[at]!, word)))
      found.push({ row, weight: index.weight[at]! });
  });
  return found
    .sort((a, b) => b.weight - a.weight || a.row - b.row)
    .slice(0, LIMIT.postcode)
    .map(({ row }) => ({ kind: 'postcode', row, sure: true }));
}

/** How much an entry counts among all kinds, in the order of inhabitants. */
const PULL: Readonly<Record<HitKind, number>> = {
  ...{ authority: 1, postcode: 1, partner: 10_000, country: 1_000_000 }
};

/**
 * Names with a slip in a word. Where the query is somebody's name already, only bigger ones of the
 * same length: who types "Müllheim" may mean Mülheim an der Ruhr, who types "Köln" means Köln.
 */
function alike(index: Index, fuzzy: uFuzzy, whole: string, sure: Hit[]): Hit[] {
  const { names, kind, row, weight } = index;
  const candidates = fuzzy.filter(names, whole);
  if (!candidates || candidates.length === 0) return [];
  const known = new Set(sure.map((hit) => `${hit.kind} ${hit.row}`));
  const far = (at: number) => Number(Math.abs(names[at]!.length - whole.length) > 1);
  const pull = (at: number) => (weight[at]! + 1) * PULL[kind[at]!];
  let least = -1;
  names.forEach((name, at) => {
    if (name === whole) least = Math.max(least, pull(at));
  });
  const order = [...fuzzy.info(candidates, names, whole).idx]
    .filter((at) => least < 0 || (!far(at) && pull(at) > least))
    .sort((a, b) => far(a) - far(b) || pull(b) - pull(a) || a - b);
  const hits: Hit[] = [];
  for (const at of order) {
    const id = `${kind[at]!} ${row[at]!}`;
    if (known.has(id)) continue;
    known.add(id);
    hits.push({ kind: kind[at]!, row: row[at]!, sure: false });
    if (hits.length === ALIKE) break;
  }
  return hits;
}
