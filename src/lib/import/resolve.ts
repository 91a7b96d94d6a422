/**
 * From ties to pairs: both sides of every row of every layer matched, or a reason why not.
 *
 * Contract: pure; each tie comes out exactly once. Rows of Wikipedia carry one position per name and
 * country, so a homonym is decided by what Wikidata attests, never by the position alone.
 */
import { countryOf, type Countries } from './countries.ts';
import { adoptPartners, ownPartners } from './foreign.ts';
import type { Gazetteer, Place } from './gazetteer.ts';
import type { GermanIndex } from './german.ts';
import { decideHomonyms } from './homonyms.ts';
import type { Draft, Foreign, Member } from './members.ts';
import { fold } from './names.ts';
import { matchPartner, type Found } from './partners.ts';
import type { Side, Tie } from './ties.ts';

export type Resolved = { tie: Tie; evidence: string } & (
  | { members: [Member, Member]; reason: ''; detail: '' }
  | { members: null; reason: string; detail: string }
);

/** Hand decisions: `CC|folded spelling` -> key of the partner, `none` where the row is refused. */
export type Aliases = ReadonlyMap<string, { key: string; name: string }>;

export function resolve(
  ties: readonly Tie[],
  index: GermanIndex,
  gazetteer: Gazetteer,
  countries: Countries,
  aliases: Aliases
): Resolved[] {
  const germans = memo(index.match, sideKey);
  const drafts: Draft[] = ties.map((tie) => {
    const { partner } = tie;
    const country = countryOf(countries, partner.country, partner.label, partner.hint);
    const inland = country === 'DE';
    const alias = country ? aliases.get(`${country}|${fold(partner.label)}`) : undefined;
    const refused = alias?.key === 'none';
    const found: Found | null = refused
      ? { place: null, reason: 'partner_refused', detail: partner.label }
      : country && !inland
        ? matchPartner(partner, country, gazetteer)
        : null;
    return {
      tie,
      country,
      found,
      german: germans(tie.german),
      other: inland ? germans(partner) : null,
      foreign:
        country && alias && !refused
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

const sideKey = ({ label, country, hint, population, official }: Side) =>
  [label, country, hint?.join(), population, official].join('|');

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
