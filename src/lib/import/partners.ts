/**
 * Partner matching: from a name within a country, and a position as a hint, to a GeoNames place.
 *
 * Contract: the name must agree (name, German or other alternate name, a near spelling within 3 km);
 * distance only decides between namesakes and refutes far ones. Districts, counties and regions are
 * no places of the gazetteer and never matched to the town of the same name.
 */
import { TERRITORIES } from './countries.ts';
import { km } from './distance.ts';
import type { Candidate, Gazetteer, Place } from './gazetteer.ts';
import { edits, fold, partOf } from './names.ts';
import type { Side } from './ties.ts';

export type PartnerReason =
  | 'partner_unknown'
  | 'partner_far'
  | 'partner_homonym'
  | 'partner_area'
  | 'partner_no_name'
  | 'partner_refused';

export type Found =
  { place: Place; evidence: string } | { place: null; reason: PartnerReason; detail: string };

/** Words that make a label an area instead of a town. */
const AREA =
  /\b(district|distrikt|county|province|provinz|region|oblast|raion|rajon|rayon|powiat|canton|prefecture|voivodeship|d[eé]partement|department|bezirk|regional council|metropolitan municipality|sektoren|sektorenverbund|vdc|islands?)\b/i;
/** The same in brackets, where a name before the word only says in which area the town lies. */
const AREA_IN_BRACKETS =
  /^(rajon|region|provinz|distrikt|district|bezirk|sektoren|rural gmina|local government district|microregion)\b/i;
/** Words around the name of the town itself. */
const CIVIC =
  /\s+(municipal (assembly|council)|municipality|commune|county borough|parish|township|spa)$|^(city|town|municipality|commune|london borough) of\s+|^gmina\s+|\s+city$/i;

/** A district, county or region by its own words: `Masasi District`, `Nikopol (Rajon)`. */
export function isArea(label: string): boolean {
  const part = partOf(label);
  if (part && AREA_IN_BRACKETS.test(part[1])) return true;
  return AREA.test((part?.[0] ?? label).split(',')[0]!.replace(CIVIC, ''));
}

/** Folded spellings under which a label is looked up, best first. */
export function spellings(label: string): string[] {
  const list = [label];
  const part = partOf(label);
  if (part) list.push(part[0]);
  if (label.includes(',')) list.push(label.split(',')[0]!);
  const plain = list.at(-1)!.replace(CIVIC, '').replace(CIVIC, '');
  list.push(plain);
  if (/^(le|la|les|l'|the)\s/i.test(plain)) list.push(plain.replace(/^\S+\s/, ''));
  return [...new Set(list.map(fold))].filter(Boolean);
}

/** Keys `CC|name` to look for in the gazetteer. */
export function wantedKeys(country: string, label: string): string[] {
  if (isArea(label)) return [];
  return [country, ...(TERRITORIES[country] ?? [])].flatMap((code) =>
    spellings(label).map((name) => `${code}|${name}`)
  );
}

const UNITS =
  /\b(london borough of|county borough|borough of|regional council|local government district|metropolitan municipality|municipality|municipal assembly|department|departement|commune of|gmina|rajon|raion|distrikt|district|county)\b/g;
const REGIONS = /\b(oblast|region|province|provinz|prefecture|voivodeship)\b/;

/**
 * Key of a partner that GeoNames lacks: parts of cities in one order, qualifiers and the words for
 * municipality, district and county dropped (sources differ in them), those for regions kept.
 */
export function ownName(label: string): string {
  const part = partOf(label);
  const bracket = part && !AREA_IN_BRACKETS.test(part[1]) && !part[0].startsWith(part[1]);
  const region = part && REGIONS.test(fold(part[1])) ? ' region' : '';
  const text = bracket ? `${part[0]} ${part[1]}` : (part?.[0] ?? label).split(',')[0]! + region;
  const plain = fold(text).replace(UNITS, ' ').replace(/\s+/g, ' ').trim();
  return plain || fold(label);
}

/** Matches one side whose country is known. */
export function matchPartner(side: Side, country: string, gazetteer: Gazetteer): Found {
  if (/^Q\d+$/.test(side.label))
    return { place: null, reason: 'partner_no_name', detail: side.label };
  if (isArea(side.label)) return { place: null, reason: 'partner_area', detail: side.label };
  const codes = [country, ...(TERRITORIES[country] ?? [])];
  let failure: Found = { place: null, reason: 'partner_unknown', detail: side.label };
  for (const name of spellings(side.label)) {
    const found = codes.flatMap((code) => gazetteer.find(code, name));
    if (!found.length) continue;
    const answer = side.hint ? byDistance(side, found) : byRank(found);
    if (answer.place) return answer;
    if (failure.place === null && failure.reason === 'partner_unknown') failure = answer;
  }
  return nearSpelling(side, codes, gazetteer) ?? failure;
}

/** How far from the hint the town centre may lie, km: large cities reach further. */
function reach({ place, main }: Candidate): number {
  // A hamlet that bears the name of a district: Rushmoor in Surrey is not the borough of Rushmoor.
  if (place.population < 5000 && !/^PPL[AC]/.test(place.code)) return 8;
  if (place.population >= 1_000_000) return 45;
  if (place.population >= 100_000) return 30;
  return main ? 15 : 10;
}

const isQuarter = (place: Place) => place.code === 'PPLX';

function byDistance(side: Side, found: Candidate[]): Found {
  const scored = found
    .map((candidate) => ({ candidate, distance: km(candidate.place.at, side.hint!) }))
    .map((entry) => ({ ...entry, score: score(entry.candidate, entry.distance) }))
    .sort((a, b) => a.score - b.score);
  const near = scored.filter(({ candidate, distance }) => distance <= reach(candidate));
  const best = near[0];
  if (!best) {
    const only = onlyOne(scored);
    if (only) return only;
    const close = scored.toSorted((a, b) => a.distance - b.distance)[0]!;
    const detail = `${side.label}: ${close.candidate.place.name}, ${Math.round(close.distance)} km`;
    return { place: null, reason: 'partner_far', detail };
  }
  const rival = near.find(
    (n) => n !== best && n.score - best.score < 2 && !isQuarter(n.candidate.place)
  );
  if (rival && km(rival.candidate.place.at, best.candidate.place.at) > 4)
    return { place: null, reason: 'partner_homonym', detail: `${side.label}: ${near.length}` };
  return {
    place: best.candidate.place,
    evidence: `${best.candidate.main ? 'name' : 'alias'} and ${best.distance.toFixed(1)} km`
  };
}

/** Farther off than a town reaches, but the country has no second place of the name. */
function onlyOne(scored: { candidate: Candidate; distance: number }[]): Found | null {
  const towns = scored.filter(({ candidate }) => candidate.main && !isQuarter(candidate.place));
  const [first, second] = towns;
  if (!first || second) return null;
  // The gazetteer starts at 500 people: a village may have namesakes that it lacks.
  const { population } = first.candidate.place;
  if (first.distance > (population < 3000 ? 20 : 50) || population < 1000) return null;
  const evidence = `only one of the name, ${first.distance.toFixed(0)} km`;
  return { place: first.candidate.place, evidence };
}

/** Kilometres, worsened for quarters and aliases, bettered for places that more people mean. */
function score({ place, main }: Candidate, distance: number): number {
  const seat = /^PPL(C|A)/.test(place.code) ? 1 : 0;
  const size = Math.log10(place.population + 1) / 2;
  return distance + (isQuarter(place) ? 6 : 0) + (main ? 0 : 3) - seat - size;
}

/** Without a position: the only one of that name, or the one that dwarfs its namesakes. */
function byRank(found: Candidate[]): Found {
  const towns = found.filter(({ place }) => !isQuarter(place));
  const main = towns.filter((candidate) => candidate.main);
  const pool = (main.length ? main : towns.length ? towns : found).toSorted(
    (a, b) => b.place.population - a.place.population
  );
  const [first, second] = pool;
  const dwarfs = !second || first!.place.population >= 8 * Math.max(1000, second.place.population);
  // An alias may be shared with a far bigger place than the namesake: then nobody knows.
  const bigger = towns.some(
    ({ place }) => place !== first!.place && place.population > first!.place.population
  );
  if (!dwarfs || bigger)
    return {
      place: null,
      reason: 'partner_homonym',
      detail: towns
        .slice(0, 4)
        .map(({ place }) => `${place.name} (${place.population})`)
        .join('; ')
    };
  return { place: first!.place, evidence: second ? 'largest of the name' : 'only one of the name' };
}

/** A place within 3 km whose name differs by a letter or continues the label, and only one. */
function nearSpelling(side: Side, codes: string[], gazetteer: Gazetteer): Found | null {
  if (!side.hint) return null;
  const labels = spellings(side.label).map((label) => label.replace(RIVER, ''));
  const part = partOf(side.label) !== null;
  const fits = codes
    .flatMap((code) => gazetteer.near(code, side.hint!, 3))
    .filter((place) => !isQuarter(place))
    .filter((place) => {
      const names = gazetteer.names(place.id).map(fold);
      const own = [place.name, place.nameDe].map(fold);
      return labels.some(
        (label) =>
          names.some((name) => misspelt(label, name)) ||
          (!part && own.some((name) => name === label || continues(label, name)))
      );
    });
  return fits.length === 1 ? { place: fits[0]!, evidence: 'near spelling within 3 km' } : null;
}

const RIVER = / (am|an der|im|bei) .+$/;

/** Different by one letter per six. */
export function misspelt(a: string, b: string): boolean {
  const limit = Math.floor(Math.min(a.length, b.length) / 6);
  return limit > 0 && a !== b && edits(a, b, limit) <= limit;
}

/**
 * The gazetteer's name is the label and more (`Tournon`, `Tournon sur Rhone`; `Ritten`, `Renon
 * Ritten`). Not the other way round: `Gresten Land` and `Heusden Zolder` are other municipalities
 * than Gresten and Heusden.
 */
export function continues(label: string, name: string): boolean {
  if (label.length < 4 || / (\d+|[ivx]+)$/.test(name)) return false;
  return name.startsWith(`${label} `) || name.endsWith(` ${label}`);
}
