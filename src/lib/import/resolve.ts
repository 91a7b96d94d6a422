/**
 * From ties to pairs: both sides of every row of every layer matched, or a reason why not.
 *
 * Contract: pure; each tie comes out exactly once. Rows of Wikipedia carry one position per name and
 * country, so a homonym is decided by what Wikidata attests, never by the position alone.
 */
import { countryOf, type Countries } from './countries.ts';
import { km, type Position } from './distance.ts';
import type { Gazetteer, Place } from './gazetteer.ts';
import type { German, GermanIndex } from './german.ts';
import { baseKey, fold, wholeKey } from './names.ts';
import { isArea, matchPartner, ownName, type Found } from './partners.ts';
import type { Body } from './register.ts';
import type { Side, Tie } from './ties.ts';

/** The unit abroad, before it has an id. */
export interface Foreign {
  /** `geonames:2988507` or `own:FR|sermaise`. */
  key: string;
  place: Place | null;
  country: string;
  /** As the source writes it; used where GeoNames has no name. */
  label: string;
}

export type Member = { body: Body; foreign?: undefined } | { foreign: Foreign; body?: undefined };

export type Resolved = { tie: Tie; evidence: string } & (
  | { members: [Member, Member]; reason: ''; detail: '' }
  | { members: null; reason: string; detail: string }
);

/** Hand decisions: `CC|folded spelling` -> key of the partner. */
export type Aliases = ReadonlyMap<string, { key: string; name: string }>;

export const keyOf = (member: Member): string => member.body?.key ?? member.foreign!.key;

interface Draft {
  tie: Tie;
  country: string | null;
  german: German;
  other: German | null;
  found: Found | null;
  foreign: Foreign | null;
}

export function resolve(
  ties: readonly Tie[],
  index: GermanIndex,
  gazetteer: Gazetteer,
  countries: Countries,
  aliases: Aliases
): Resolved[] {
  const germans = memo(index.match, (side) => sideKey(side, ''));
  const drafts: Draft[] = ties.map((tie) => {
    const { partner } = tie;
    const country = countryOf(countries, partner.country, partner.label, partner.hint);
    const inland = country === 'DE';
    const found = country && !inland ? matchPartner(partner, country, gazetteer) : null;
    const alias = country ? aliases.get(`${country}|${fold(partner.label)}`) : undefined;
    return {
      tie,
      country,
      found,
      german: germans(tie.german),
      other: inland ? germans(partner) : null,
      foreign:
        country && alias
          ? fromAlias(alias, country, gazetteer)
          : found?.place
            ? fromPlace(found.place)
            : null
    };
  });
  decideHomonyms(drafts);
  adoptPartners(drafts);
  ownPartners(drafts);
  return drafts.map(finish);
}

function finish(draft: Draft): Resolved {
  const { tie, german, other, foreign, found, country } = draft;
  const fail = (reason: string, detail: string): Resolved => ({
    tie,
    members: null,
    reason,
    detail,
    evidence: ''
  });
  if (tie.fault) return fail(`row_${tie.fault}`, tie.german.label);
  if (!country) return fail('country_unknown', tie.partner.country);
  if (tie.fact && !tie.german.official) return fail('german_no_key', tie.german.label);
  if (!german.body) return fail(german.reason, german.detail);
  if (other) {
    if (!other.body) return fail(other.reason, other.detail);
    if (other.body === german.body) return fail('self_link', german.body.nameFull);
    return {
      tie,
      members: [{ body: german.body }, { body: other.body }],
      reason: '',
      detail: '',
      evidence: `${german.evidence}; ${other.evidence}`
    };
  }
  if (!foreign) {
    const reason = found && !found.place ? found.reason : 'partner_unknown';
    return fail(reason, found && !found.place ? found.detail : tie.partner.label);
  }
  return {
    tie,
    members: [{ body: german.body }, { foreign }],
    reason: '',
    detail: '',
    evidence: `${german.evidence}; ${partnerEvidence(foreign, found)}`
  };
}

function partnerEvidence(foreign: Foreign, found: Found | null): string {
  if (found?.place?.id === foreign.place?.id && found?.place) return found.evidence;
  return foreign.place ? 'hand decision, or same name and body in another layer' : 'own key';
}

/** What identifies the other end while the German side is still open. */
const partnerKey = (draft: Draft): string =>
  draft.foreign?.key ?? `${draft.country}|${fold(draft.tie.partner.label.split(',')[0]!)}`;

/**
 * Wikipedia's German sides: one position per name. A name with namesakes in the register, or one
 * whose position lies too far away, is taken only where Wikidata attests the same tie for exactly
 * one of the namesakes, or where the body dwarfs its namesakes.
 */
function decideHomonyms(drafts: Draft[]): void {
  const attested = new Map<string, Set<string>>();
  const attest = (body: Body | null, key: string) => {
    if (!body) return;
    const set = attested.get(body.key) ?? new Set();
    attested.set(body.key, set.add(key));
  };
  for (const draft of drafts) {
    if (draft.tie.layer === 'wikipedia-2026') continue;
    attest(draft.german.body, partnerKey(draft));
    if (draft.other) {
      attest(draft.german.body, inlandKey(draft.tie.partner));
      attest(draft.other.body, inlandKey(draft.tie.german));
    }
  }
  const lists = new Map<string, string[]>();
  for (const draft of drafts)
    if (listKey(draft))
      push(lists, listKey(draft), draft.other ? inlandKey(draft.tie.partner) : partnerKey(draft));
  for (const draft of drafts) {
    if (draft.tie.layer !== 'wikipedia-2026') continue;
    const { german, other, tie } = draft;
    const end = other ? inlandKey(tie.partner) : partnerKey(draft);
    draft.german = settle(tie.german.label, german, end, lists.get(listKey(draft)) ?? [], attested);
    if (other) draft.other = settle(tie.partner.label, other, inlandKey(tie.german), [], attested);
  }
}

/** Rows of Wikipedia's German list stand under one heading, so they speak of one place. */
const listKey = ({ tie }: Draft): string =>
  tie.layer === 'wikipedia-2026' && tie.raw['city1'] === tie.german.label ? tie.german.label : '';

const inlandKey = (side: Side) => `DE|${fold(side.label.split(/[,(/]/)[0]!)}`;

function settle(
  label: string,
  german: German,
  partner: string,
  listed: readonly string[],
  attested: Map<string, Set<string>>
): German {
  // `Rottenburg am Neckar` names its river: another Rottenburg is no rival.
  const least = wholeKey(label) === baseKey(label) ? 2 : 3;
  const rivals = german.rivals.filter((near) => near.rank >= least).map((near) => near.body);
  const all = german.body ? [german.body, ...rivals] : rivals;
  if (!rivals.length || all.length === 0) return german;
  const backed = all.filter((body) => attested.get(body.key)?.has(partner));
  if (backed.length === 1)
    return { body: backed[0]!, evidence: 'name and same tie in Wikidata', rivals: german.rivals };
  const shared = all.map((body) => listed.filter((key) => attested.get(body.key)?.has(key)).length);
  const known = all.filter((_, i) => shared[i]! > 0);
  if (backed.length === 0 && known.length === 1 && Math.max(...shared) >= 2)
    return { body: known[0]!, evidence: 'list shares ties with Wikidata', rivals: german.rivals };
  if (!german.body) return german;
  const size = german.body.population ?? 0;
  const biggest = Math.max(...rivals.map((body) => body.population ?? 0));
  if (backed.length === 0 && size >= 10_000 && size >= 6 * biggest) return german;
  return {
    body: null,
    reason: 'german_homonym',
    rivals: german.rivals,
    detail: all
      .slice(0, 4)
      .map((body) => body.nameFull)
      .join('; ')
  };
}

/** An unresolved partner that another layer attests for the same body under the same name. */
function adoptPartners(drafts: Draft[]): void {
  const known = new Map<string, Foreign | null>();
  const nameKey = ({ german, country, tie }: Draft) =>
    `${german.body?.key}|${country}|${fold(tie.partner.label.split(',')[0]!)}`;
  for (const draft of drafts) {
    if (!draft.foreign || !draft.german.body) continue;
    const before = known.get(nameKey(draft));
    if (before === undefined) known.set(nameKey(draft), draft.foreign);
    // Homonyms of one body: Wikipedia's single position per name yields to the earlier layers.
    else if (before && before.key !== draft.foreign.key) {
      if (draft.tie.layer === 'wikipedia-2026') draft.foreign = before;
      else known.set(nameKey(draft), null);
    }
  }
  for (const draft of drafts) {
    if (draft.foreign || draft.other || !draft.german.body || isArea(draft.tie.partner.label))
      continue;
    draft.foreign = known.get(nameKey(draft)) ?? null;
  }
}

/**
 * Partners that GeoNames lacks. Curated facts may make one; bulk rows only where the name has no
 * candidate at all in the country and all rows of that name lie within 10 km of each other.
 */
function ownPartners(drafts: Draft[]): void {
  const groups = Map.groupBy(
    drafts.filter(
      ({ foreign, country, other, german }) => !foreign && country && !other && german.body
    ),
    ({ country, tie }) => `own:${country}|${ownName(tie.partner.label)}`
  );
  const taken = new Map<string, Position[]>();
  for (const { german, foreign } of drafts)
    if (german.body && foreign?.place)
      push(taken, `${german.body.key}|${foreign.country}`, foreign.place.at);
  for (const [key, group] of groups) {
    const curated = group.some(({ tie }) => tie.fact);
    const hints = group.flatMap(({ tie }) => (tie.partner.hint ? [tie.partner.hint] : []));
    const apart = hints.some((a) => hints.some((b) => km(a, b) > 10));
    const unknown = group.every(
      ({ found }) => found && !found.place && /partner_(unknown|area)/.test(found.reason)
    );
    if (!curated && (apart || !unknown || !hints.length)) {
      if (apart && unknown) for (const draft of group) draft.found = homonym(draft);
      continue;
    }
    const foreign: Foreign = {
      key,
      place: null,
      country: group[0]!.country!,
      label: (group.find(({ tie }) => tie.fact) ?? group[0]!).tie.partner.label
    };
    for (const draft of group) {
      const { hint } = draft.tie.partner;
      const others = taken.get(`${draft.german.body!.key}|${draft.country}`) ?? [];
      // The same town under a name that GeoNames lacks would stand twice beside this body.
      if (hint && !isArea(draft.tie.partner.label) && others.some((at) => km(at, hint) < 4)) {
        draft.found = {
          place: null,
          reason: 'partner_unknown',
          detail: `${draft.tie.partner.label}: possible double`
        };
        continue;
      }
      if (!draft.tie.fact && apart) draft.found = homonym(draft);
      else draft.foreign = foreign;
    }
  }
}

const homonym = ({ tie }: Draft): Found => ({
  place: null,
  reason: 'partner_homonym',
  detail: tie.partner.label
});

const fromPlace = (place: Place): Foreign => ({
  key: `geonames:${place.id}`,
  place,
  country: place.country,
  label: place.name
});

function fromAlias(
  alias: { key: string; name: string },
  country: string,
  gazetteer: Gazetteer
): Foreign {
  const id = /^geonames:(\d+)$/.exec(alias.key)?.[1];
  const place = id ? gazetteer.place(Number(id)) : null;
  return place ? fromPlace(place) : { key: alias.key, place: null, country, label: alias.name };
}

const sideKey = (side: Side, country: string) =>
  [side.label, country || side.country, side.hint?.join(), side.population, side.official].join(
    '|'
  );

function memo<A, B>(fn: (a: A) => B, key: (a: A) => string): (a: A) => B {
  const known = new Map<string, B>();
  return (a) => {
    const k = key(a);
    const hit = known.get(k);
    if (hit !== undefined) return hit;
    const value = fn(a);
    known.set(k, value);
    return value;
  };
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
