/**
 * The candidates of a row: which bodies and places it could mean, what was chosen and why, kept so
 * that a person can decide later.
 *
 * Contract: pure. Only quarantined rows and hard matches have candidates; at most eight per side, the
 * chosen one first. Distances are from the point the source gives, a hint that is never published.
 */
import type { Outcome } from './assemble.ts';
import { TERRITORIES } from './countries.ts';
import { km } from './distance.ts';
import type { Gazetteer, Place } from './gazetteer.ts';
import type { German } from './german.ts';
import type { Foreign } from './members.ts';
import { spellings } from './partners.ts';
import type { Body } from './register.ts';
import type { Resolved } from './resolve.ts';
import type { Side } from './ties.ts';

export const MOST = 8;

/** Why a match was hard; '' for one without rivals. */
export type Hardness = '' | 'homonym' | 'far' | 'borough' | 'former' | 'hand' | 'alias';

export interface Choice {
  key: string;
  name: string;
  body: Body | null;
  place: Place | null;
  distance: number | null;
  reason: string;
  chosen: boolean;
}

export interface CandidateSide {
  side: 'german' | 'partner';
  choices: Choice[];
}

/** Candidates of one row, both sides. */
export function choicesOf({ draft, tie }: Resolved, gazetteer: Gazetteer): CandidateSide[] {
  const { german, other, foreign, country } = draft;
  return [
    { side: 'german', choices: bodies(german, tie.german) },
    {
      side: 'partner',
      choices: other ? bodies(other, tie.partner) : places(foreign, country, tie.partner, gazetteer)
    }
  ];
}

/** How a matched row was decided, as far as it was not plain. */
export function hardness(row: Resolved, gazetteer: Gazetteer): Hardness {
  const { evidence, draft } = row;
  if (/hand decision/.test(evidence)) return 'hand';
  if (/Ortsteil/.test(evidence)) return 'former';
  if (/borough/.test(evidence)) return 'borough';
  if (/only one of the name, |near spelling/.test(evidence)) return 'far';
  const rivals = [draft.german, draft.other].some((side) =>
    side?.rivals.some((near) => near.rank === 3 || (near.distance ?? 99) < 30)
  );
  const namesakes = choicesOf(row, gazetteer)[1]!.choices.filter(
    ({ place, distance }) => place && place.code !== 'PPLX' && (distance ?? 0) < 60
  );
  if (rivals || namesakes.length > 1) return 'homonym';
  return /alias|another layer/.test(evidence) ? 'alias' : '';
}

/** Rows whose candidates are stored: quarantined, or matched against rivals. */
export const isHard = ({ row, outcome }: Outcome, gazetteer: Gazetteer): boolean =>
  outcome === 'quarantined' || !['', 'alias'].includes(hardness(row, gazetteer));

function bodies(german: German, side: Side): Choice[] {
  const chosen = german.body ? [choiceOfBody(german.body, side, german.evidence, true)] : [];
  const rest = german.rivals
    .filter(({ body }) => body !== german.body)
    .map(({ body, rank }) => choiceOfBody(body, side, RANKS[rank], false));
  return [...chosen, ...rest].slice(0, MOST);
}

const RANKS = { 3: 'same name', 2: 'same leading name', 1: 'alias' } as const;

function choiceOfBody(body: Body, { hint }: Side, reason: string, chosen: boolean): Choice {
  const distance = hint ? Math.min(...body.points.map((at) => km(at, hint))) : null;
  return { key: body.key, name: body.nameFull, body, place: null, distance, reason, chosen };
}

function places(
  foreign: Foreign | null,
  country: string | null,
  side: Side,
  gazetteer: Gazetteer
): Choice[] {
  const away = (place: Place) => (side.hint ? km(place.at, side.hint) : null);
  const first: Choice[] = foreign
    ? [
        {
          key: foreign.key,
          name: foreign.place?.name ?? foreign.label,
          body: null,
          place: foreign.place,
          distance: foreign.place ? away(foreign.place) : null,
          reason: foreign.place ? 'chosen' : 'own key',
          chosen: true
        }
      ]
    : [];
  const seen = new Map<number, { place: Place; main: boolean }>();
  for (const code of country ? [country, ...(TERRITORIES[country] ?? [])] : [])
    for (const name of spellings(side.label))
      for (const found of gazetteer.find(code, name))
        if (found.place.id !== foreign?.place?.id && !seen.has(found.place.id))
          seen.set(found.place.id, found);
  const rest = [...seen.values()]
    .map(({ place, main }): Choice => ({
      key: `geonames:${place.id}`,
      name: place.name,
      body: null,
      place,
      distance: away(place),
      reason: main ? 'same name' : 'alias',
      chosen: false
    }))
    .sort(
      (a, b) => (a.distance ?? 0) - (b.distance ?? 0) || b.place!.population - a.place!.population
    );
  return [...first, ...rest].slice(0, MOST);
}
