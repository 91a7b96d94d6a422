/**
 * German matching: from a name, and a position as a hint, to a body of the register.
 *
 * Contract: a body is matched by official key, or by name (or alias) AND distance. A name alone
 * decides only where it is unique in the register and no position is given. Parts of municipalities
 * and former municipalities are not their successor: they get a reason instead.
 */
import { km } from './distance.ts';
import { baseKey, fold, foldGerman, partOf, wholeKey } from './names.ts';
import type { Body, Register } from './register.ts';
import type { Side } from './ties.ts';

export type Reason =
  | 'german_unknown'
  | 'german_far'
  | 'german_homonym'
  | 'german_part'
  | 'german_association'
  | 'german_town_or_district'
  | 'german_no_key';

export interface Near {
  body: Body;
  /** Kilometres from the hint; null without a hint. */
  distance: number | null;
  /** How the names agree: 3 whole name, 2 leading part, 1 alias. */
  rank: 1 | 2 | 3;
}

export type German =
  | {
      body: Body;
      evidence: string;
      rivals: Near[];
      /** By a person, or by the place's own position: namesakes do not matter. */
      decided?: boolean;
    }
  | { body: null; reason: Reason; detail: string; rivals: Near[] };

export interface GermanIndex {
  match(side: Side): German;
}

const LAENDER: Record<string, string> = {
  bavaria: '09',
  bayern: '09',
  hesse: '06',
  hessen: '06',
  'lower saxony': '03',
  niedersachsen: '03',
  saxony: '14',
  sachsen: '14',
  thuringia: '16',
  thueringen: '16',
  brandenburg: '12',
  'mecklenburg vorpommern': '13',
  'baden wuerttemberg': '08',
  saarland: '10',
  'saxony anhalt': '15',
  'rhineland palatinate': '07',
  'north rhine westphalia': '05',
  'schleswig holstein': '01',
  'lower franconia': '09',
  'upper bavaria': '09',
  'upper franconia': '09',
  'middle franconia': '09'
};
const REACH = { 3: 15, 2: 10, 1: 10 } as const;

/** @param aliases names of a body in GeoNames, from the register's own join */
export function germanIndex(
  register: Register,
  aliases: (geonamesId: number) => readonly string[],
  borough: (city: string, part: string) => Body | null
): GermanIndex {
  const whole = new Map<string, Body[]>();
  const base = new Map<string, Body[]>();
  const alias = new Map<string, Body[]>();
  const districts = new Map<string, Body[]>();
  for (const body of register.bodies) {
    if (body.kind === 'gemeinde') {
      put(whole, wholeKey(body.name), body);
      put(whole, wholeKey(body.nameFull.split(',')[0]!), body);
      put(base, baseKey(body.name), body);
      if (body.geonamesId)
        for (const name of aliases(body.geonamesId)) put(alias, wholeKey(name), body);
    } else if (body.kind === 'landkreis') put(districts, districtKey(body.name), body);
  }

  const candidates = (side: Side): Near[] => {
    const name = side.label.replace(/\s+–\s+/g, ' ');
    const land = landOf(side.label);
    const found = new Map<Body, 1 | 2 | 3>();
    for (const body of whole.get(wholeKey(name)) ?? []) found.set(body, 3);
    const short = baseKey(side.label);
    for (const body of [...(whole.get(short) ?? []), ...(base.get(short) ?? [])])
      if (!found.has(body)) found.set(body, 2);
    for (const body of alias.get(wholeKey(name)) ?? []) if (!found.has(body)) found.set(body, 1);
    return [...found]
      .filter(([body]) => !land || body.land === land)
      .map(([body, rank]) => ({ body, rank, distance: away(side, body) }))
      .sort((a, b) => (a.distance ?? 0) - (b.distance ?? 0) || b.rank - a.rank);
  };

  return {
    match(side) {
      if (side.official) return byKey(register, borough, side);
      const part = partOf(side.label);
      if (part) {
        const city = { berlin: 'berlin', hamburg: 'hamburg' }[fold(part[1])];
        const found = city ? borough(city, part[0]) : null;
        if (found) return { body: found, evidence: 'borough', rivals: [] };
      }
      const inside = side.hint ? insideCity(side, borough) : null;
      if (inside) return { body: inside, evidence: 'borough by name and distance', rivals: [] };
      const isDistrict = /\(district\)$|kreis$|^(land)?kreis /i.test(side.label);
      if (isDistrict) return district(side, districts.get(districtKey(side.label)) ?? []);
      if (/\((amt|samtgemeinde|verbandsgemeinde|verwaltungsgemeinschaft)\)$/i.test(side.label))
        return no('german_association', side.label, []);
      const near = candidates(side);
      if (part && !near.some((n) => n.rank === 3) && isBody(part[1], whole, alias))
        return no('german_part', `${part[0]}: ${part[1]}`, near);
      // `Friedland, Lower Saxony`: the Land decides, also against a position that namesakes share.
      if (landOf(side.label) && near.length === 1)
        return { body: near[0]!.body, evidence: 'name and Land', rivals: [] };
      return choose(side, near, districts.get(districtKey(side.label)) ?? []);
    }
  };
}

/** `Neukölln` without its city, at a place in that city. */
function insideCity(side: Side, borough: (c: string, p: string) => Body | null): Body | null {
  for (const city of ['berlin', 'hamburg']) {
    const body = borough(city, side.label);
    if (body && km(body.at, side.hint!) < 9) return body;
  }
  return null;
}

function choose(side: Side, near: Near[], kreise: Body[]): German {
  if (!near.length) {
    const kreis = kreise.find((body) => (away(side, body) ?? 99) < 25);
    return kreis
      ? { body: kreis, evidence: 'district', rivals: [] }
      : no('german_unknown', side.label, []);
  }
  if (!side.hint) {
    const top = near.filter((n) => n.rank === Math.max(...near.map((m) => m.rank)));
    return top.length === 1
      ? { body: top[0]!.body, evidence: 'unique name', rivals: near.slice(1) }
      : no('german_homonym', names(near), near);
  }
  const within = near.filter((n) => n.distance! <= REACH[n.rank]);
  const kreis = kreise.find((body) => (away(side, body) ?? 99) < 25);
  const first = within.toSorted((a, b) => a.distance! - b.distance! - (a.rank - b.rank) * 3)[0];
  if (!first)
    return kreis && (near[0]!.distance ?? 0) > 30
      ? { body: kreis, evidence: 'district', rivals: near }
      : no('german_far', names(near), near);
  const second = within.find((n) => n.body !== first.body && n.rank === first.rank);
  if (second && second.distance! < Math.max(3, first.distance! * 2))
    return no('german_homonym', names(within), near);
  if (kreis && side.population !== null && isKreis(side.population, first.body, kreis))
    return { body: kreis, evidence: 'district by population', rivals: near };
  if (kreis && side.population === null && first.distance! > 5)
    return no('german_town_or_district', names(within), near);
  return {
    body: first.body,
    evidence: `name (${first.rank}) and ${first.distance!.toFixed(1)} km`,
    rivals: near.filter((n) => n !== first)
  };
}

/** A population nearer (as a ratio) to the district's than to the town's. */
function isKreis(population: number, town: Body, kreis: Body): boolean {
  const ratio = (body: Body) => Math.abs(Math.log(population / Math.max(1, body.population ?? 1)));
  return ratio(kreis) < 0.5 && ratio(kreis) < ratio(town);
}

function district(side: Side, found: Body[]): German {
  const near = found.map((body) => ({ body, rank: 3 as const, distance: away(side, body) }));
  if (near.length === 1) return { body: near[0]!.body, evidence: 'district name', rivals: [] };
  const close = near.filter((n) => (n.distance ?? 0) < 40);
  return close.length === 1
    ? { body: close[0]!.body, evidence: 'district name and distance', rivals: near }
    : no(near.length ? 'german_homonym' : 'german_unknown', side.label, near);
}

function byKey(
  register: Register,
  borough: (c: string, p: string) => Body | null,
  side: Side
): German {
  const key = side.official;
  const name = /^(Berlin|Hamburg)-(.+)$/.exec(side.label);
  if (name && key.endsWith('000000')) {
    const found = borough(name[1]!.toLowerCase(), name[2]!);
    return found
      ? { body: found, evidence: 'borough', rivals: [] }
      : no('german_part', side.label, []);
  }
  // An alliance is named by one member's AGS, yet it is none of the register's bodies.
  if (/allianz|verbund|zweckverband/i.test(side.label))
    return no('german_association', side.label, []);
  const body = key.startsWith('ars:')
    ? register.byArs.get(key.slice(4))
    : (register.byAgs.get(key) ?? register.byAgs.get(register.history.get(key) ?? ''));
  return body
    ? { body, evidence: 'official key', rivals: [] }
    : no('german_unknown', `${side.label} ${key}`, []);
}

/** Code of the Land that qualifies a name (`Tann, Hesse`, `Langen (Hessen)`). */
const landOf = (label: string): string | undefined =>
  LAENDER[foldGerman(/(?:, |\()([^,()]+)\)?$/.exec(label)?.[1] ?? '')];

const away = (side: Side, body: Body): number | null =>
  side.hint ? Math.min(...body.points.map((point) => km(point, side.hint!))) : null;

const no = (reason: Reason, detail: string, rivals: Near[]): German => ({
  body: null,
  reason,
  detail,
  rivals
});

const names = (near: Near[]) =>
  near
    .slice(0, 4)
    .map((n) => `${n.body.nameFull} (${n.distance === null ? '?' : Math.round(n.distance)} km)`)
    .join('; ');

const isBody = (name: string, ...maps: Map<string, Body[]>[]) =>
  maps.some((map) => map.has(wholeKey(name)));

/** `Enz (district)`, `Enzkreis`, `Landkreis Enz` -> `enz`. */
function districtKey(name: string): string {
  const key = wholeKey(name.replace(/\(district\)/i, ''))
    .replace(/\b(landkreis|kreis|regionalverband)\b/g, '')
    .replace(/(s?kreis)$/, '');
  return key.replace(/\s+/g, ' ').trim();
}

function put(map: Map<string, Body[]>, key: string, body: Body): void {
  const list = map.get(key);
  if (!list) map.set(key, [body]);
  else if (!list.includes(body)) list.push(body);
}
