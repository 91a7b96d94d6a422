/**
 * From ties to pairs: both sides of every row of every layer matched, or a reason why not.
 *
 * Contract: pure; each tie comes out exactly once. Rows of Wikipedia carry one position per name and
 * country, so a homonym is decided by what Wikidata attests, never by the position alone.
 */
import { countryOf, type Countries } from './countries.ts';
import { adoptPartners, ownPartners } from './foreign.ts';
import { doubtNamesakes } from './namesakes.ts';
import type { Decisions } from './decisions.ts';
import { km } from './distance.ts';
import type { Gazetteer, Place } from './gazetteer.ts';
import { matchSide } from './sides.ts';
import type { German, GermanIndex } from './german.ts';
import { decideHomonyms } from './homonyms.ts';
import type { Draft, Foreign, Member } from './members.ts';
import { fold } from './names.ts';
import { matchPartner, type Found } from './partners.ts';
import type { Side, Tie } from './ties.ts';

export type Resolved = {
  tie: Tie;
  evidence: string;
  /** How far the two sides came, whatever became of the row. */
  draft: Pick<Draft, 'german' | 'other' | 'foreign' | 'country' | 'found'>;
} & (
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
  aliases: Aliases,
  decisions: Decisions,
  mergedInto: (key: string, body?: string) => string
): Resolved[] {
  const germans = memo((side: Side) => matchSide(side, index, decisions), sideKey);
  const nameOf = new Map([...aliases.values()].map(({ key, name }) => [key, name]));
  const drafts: Draft[] = ties.map((tie) => {
    const { partner } = tie;
    const country = countryOf(countries, partner.country, partner.label, partner.hint);
    const inland = country === 'DE';
    const decided = decisions.tie('partner', tie, country);
    const alias = inland
      ? undefined
      : decided
        ? { key: decided, name: nameOf.get(decided) || partner.label }
        : country
          ? aliases.get(`${country}|${fold(partner.label)}`)
          : undefined;
    const refused = alias?.key === 'none';
    const found: Found | null = refused
      ? { place: null, reason: 'partner_refused', detail: partner.label }
      : country && !inland
        ? foundOf(tie, country, gazetteer)
        : null;
    return {
      tie,
      country,
      found,
      byHand: alias !== undefined && !refused,
      german: byDecision(decisions.tie('german', tie, country), decisions) ?? germans(tie.german),
      other: inland ? (byDecision(decided, decisions) ?? germans(partner)) : null,
      foreign:
        country && alias && !refused
          ? fromAlias(alias, country, gazetteer)
          : found?.place
            ? fromPlace(found.place)
            : null
    };
  });
  decideHomonyms(drafts);
  doubtNamesakes(drafts, gazetteer);
  adoptPartners(drafts);
  ownPartners(drafts);
  followMerges(drafts, mergedInto, gazetteer);
  return drafts.map((draft) => finish(draft, decisions));
}

/** Partners that were merged, for all or for this body, lead to the one they were merged into. */
function followMerges(
  drafts: readonly Draft[],
  mergedInto: (key: string, body?: string) => string,
  gazetteer: Gazetteer
): void {
  const known = new Map(drafts.flatMap(({ foreign: f }) => (f ? [[f.key, f] as const] : [])));
  for (const draft of drafts) {
    const { foreign, german } = draft;
    const key = foreign && mergedInto(foreign.key, german.body?.key);
    if (!foreign || key === null || key === foreign.key) continue;
    draft.foreign =
      known.get(key) ?? fromAlias({ key, name: foreign.label }, foreign.country, gazetteer);
  }
}

/** A hand decision about one side of a tie. */
function byDecision(key: string | null, decisions: Decisions): German | null {
  const body = key ? decisions.body(key) : null;
  return body ? { body, evidence: 'hand decision', rivals: [], decided: true } : null;
}

/** Wikipedia's geocoder now and then gave both ends the point of one: then it says nothing. */
function foundOf({ german, partner }: Tie, country: string, gazetteer: Gazetteer): Found {
  const found = matchPartner(partner, country, gazetteer);
  const copied = german.hint && partner.hint && km(german.hint, partner.hint) < 1;
  return !found.place && copied
    ? matchPartner({ ...partner, hint: null }, country, gazetteer)
    : found;
}

function finish(draft: Draft, decisions: Decisions): Resolved {
  const { tie, german, other, foreign, found, country } = draft;
  const fail = (reason: string, detail: string): Resolved => ({
    tie,
    draft,
    members: null,
    reason,
    detail,
    evidence: ''
  });
  if (tie.fault) return fail(`row_${tie.fault}`, tie.german.label);
  if (!country) return fail('country_unknown', tie.partner.country);
  if (tie.fact && !tie.german.official) return fail('german_no_key', tie.german.label);
  if (!german.body) return fail(german.reason, german.detail);
  const network = decisions.network(german.body, tie, country);
  if (network) return fail('network', network);
  if (other) {
    if (!other.body) return fail(other.reason, other.detail);
    if (other.body === german.body) return fail('self_link', german.body.nameFull);
    return {
      tie,
      draft,
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
    draft,
    members: [{ body: german.body }, { foreign }],
    reason: '',
    detail: '',
    evidence: `${german.evidence}; ${draft.byHand ? 'hand decision' : partnerEvidence(foreign, found)}`
  };
}

function partnerEvidence(foreign: Foreign, found: Found | null): string {
  if (found?.place?.id === foreign.place?.id && found?.place) return found.evidence;
  return foreign.place ? 'same name and body in another layer' : 'own key';
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
