/**
 * For whom and for what a funding instrument is, as far as its row says so.
 *
 * Contract: pure. The rows name Land, countries and purposes only in words; what is read here are
 * those words and nothing else. A limit that a row does not name is not known, never "none".
 */
import type { Country, Dataset } from './dataset.ts';
import type { FundingLine } from './detail.ts';
import type { Programme } from './model.ts';

export interface Reach {
  /** Two-digit codes; [] = no Land named. */
  laender: string[];
  /** ISO codes of the partners' countries; [] = none named. */
  countries: string[];
  /** Partners in ODA recipient countries only. */
  south: boolean;
  /** Partners in Europe: programmes of the EU, and those with Europe in their purpose. */
  europe: boolean;
  /** Goals of the purpose it names; never a limit, since other parts of it may be open to all. */
  goals: number[];
  programmes: Programme[];
}

/** UN M49 sub-regions of Europe. */
export const EUROPE: readonly string[] = ['039', '151', '154', '155'];

/** Countries that names of programmes have as adjectives. */
const ADJECTIVES: readonly [RegExp, string][] = [
  [/französisch/i, 'FR'],
  [/polnisch/i, 'PL'],
  [/tschechisch/i, 'CZ'],
  [/griechisch/i, 'GR'],
  [/israelisch/i, 'IL'],
  [/ukrainisch/i, 'UA'],
  [/ruandisch/i, 'RW']
];

const PURPOSES: readonly [RegExp, number][] = [
  [/gesundheit|klinik/i, 3],
  [/schule|schulaustausch|schulpartner/i, 4],
  [/wasser/i, 6],
  [/faire[rn]? handel/i, 12],
  [/klima/i, 13]
];

const PROGRAMME_WORDS: readonly [RegExp, Programme][] = [
  [/klimapartnerschaft/i, 'klimapartnerschaft'],
  [/nachhaltigkeitspartnerschaft/i, 'nachhaltigkeitspartnerschaft'],
  [/solidaritätspartnerschaft/i, 'solidaritaetspartnerschaft'],
  [/betreiberpartnerschaft/i, 'betreiberpartnerschaft']
];

const SOUTH = /Globale[nrm]? Süden|Entwicklungsl[aä]nd|Schwellenl[aä]nd/i;
/** The rows' notes are in English. */
const SOUTH_NOTE = /\b(DAC country|ODA list)\b/;

export function reachOf(
  { laender, countries }: Pick<Dataset, 'laender' | 'countries'>,
  line: FundingLine
): Reach {
  const { nameDe, whatDe, eligible = '', provider, level, note } = line;
  const purpose = [nameDe, whatDe, eligible].join('\n');
  const read = <T>(words: readonly [RegExp, T][]) =>
    words.filter(([word]) => word.test(purpose)).map(([, value]) => value);
  const abroad = new Set(read(ADJECTIVES));
  for (const { iso2, nameDe: name } of countries)
    if (iso2 !== 'DE' && name !== '' && says(purpose, name)) abroad.add(iso2);
  return {
    laender:
      level === 'Land'
        ? laender
            .filter(({ name }) => says(`${provider}\n${eligible}`, name))
            .map(({ code }) => code)
        : [],
    countries: [...abroad].sort(),
    south: SOUTH.test(purpose) || SOUTH_NOTE.test(note),
    europe: level === 'EU' || /europa|europäisch/i.test(purpose),
    goals: read(PURPOSES),
    programmes: read(PROGRAMME_WORDS)
  };
}

/** Whether a place abroad can be a partner, as far as the row says. */
export const reaches = (
  { countries, south, europe }: Reach,
  { iso2, oda, region }: Pick<Country, 'iso2' | 'oda' | 'region'>
): boolean =>
  (countries.length === 0 || countries.includes(iso2)) &&
  (!south || oda) &&
  (!europe || countries.length > 0 || EUROPE.includes(region));

/** The name as words of their own: `Sachsen` is not in `Sachsen-Anhalt`. */
function says(text: string, name: string): boolean {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}-])${escaped}(?![\\p{L}-])`, 'u').test(text);
}
