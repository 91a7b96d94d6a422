/**
 * The quality draw: merges drawn at random, with options a reader can choose from without knowing
 * what the matcher chose.
 *
 * Contract: pure and seeded; the same data and seed give the same draw. Options are shuffled; where
 * the matcher had no rival, places near by are put beside its choice.
 */
import type { Partnership } from './assemble.ts';
import { choicesOf, hardness, type Choice, type Hardness } from './candidates.ts';
import { km, type Position } from './distance.ts';
import { keyOf } from './members.ts';
import type { Prepared } from './prepare.ts';
import type { Side } from './ties.ts';

export type Stratum = 'easy' | 'hard';
export interface Option {
  letter: string;
  key: string;
  text: string;
}
export interface Draw {
  id: string;
  stratum: Stratum;
  /** `layer source_key` of every row. */
  records: string[];
  says: string[];
  german: Option[];
  partner: Option[];
  /** The matcher's answer: letters. Never shown to the reader. */
  answer: { german: string; partner: string; hardness: Hardness };
}

/** Options per side, without `none of these`. */
const SHOWN = 5;

/** Draws `size` merges per stratum. */
export function drawMerges(prepared: Prepared, size: number, seed: number): Draw[] {
  const random = generator(seed);
  const pools: Record<Stratum, { partnership: Partnership; hard: Hardness }[]> = {
    easy: [],
    hard: []
  };
  const sorted = prepared.partnerships.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  for (const partnership of sorted) {
    const hard =
      partnership.rows.map((row) => hardness(row, prepared.gazetteer)).find(Boolean) ?? '';
    pools[hard ? 'hard' : 'easy'].push({ partnership, hard });
  }
  return (['easy', 'hard'] as const).flatMap((stratum) =>
    shuffle(pools[stratum], random)
      .slice(0, size)
      .map(({ partnership, hard }, i) => {
        const id = `${stratum[0]}${String(i + 1).padStart(3, '0')}`;
        return drawOf(id, stratum, partnership, hard, prepared, random);
      })
  );
}

function drawOf(
  id: string,
  stratum: Stratum,
  partnership: Partnership,
  hard: Hardness,
  prepared: Prepared,
  random: () => number
): Draw {
  const { rows } = partnership;
  const lead = rows[0]!.members!.map(keyOf) as [string, string];
  const sides: [Choice[], Choice[]] = [[], []];
  const points: [Position[], Position[]] = [[], []];
  for (const row of rows) {
    // Both directions of an inland tie: what one row calls the partner is the other's German side.
    const turned = keyOf(row.members![0]) !== lead[0];
    const ends = turned ? [row.tie.partner, row.tie.german] : [row.tie.german, row.tie.partner];
    const choices = choicesOf(row, prepared.gazetteer).map((side) => side.choices);
    ([0, 1] as const).forEach((end) => {
      sides[end].push(...choices[turned ? 1 - end : end]!);
      if (ends[end]!.hint) points[end].push(ends[end]!.hint);
    });
  }
  const [german, partner] = ([0, 1] as const).map((end) =>
    options(lead[end], sides[end], points[end], prepared, random)
  ) as [Option[], Option[]];
  const letter = (list: Option[], key: string) => list.find((o) => o.key === key)!.letter;
  return {
    id,
    stratum,
    records: rows.map(({ tie }) => `${tie.layer} ${tie.key}`),
    says: rows.map(({ tie }) => `${tie.layer}: ${said(tie.german)} – ${said(tie.partner)}`),
    german,
    partner,
    answer: { german: letter(german, lead[0]), partner: letter(partner, lead[1]), hardness: hard }
  };
}

const said = ({ label, country, hint, population, official }: Side): string =>
  [
    `"${label}" [${country}]`,
    hint ? `at ${hint[1].toFixed(3)}, ${hint[0].toFixed(3)}` : '',
    population ? `population ${population}` : '',
    official ? `key ${official}` : ''
  ]
    .filter(Boolean)
    .join(' ');

function options(
  chosen: string,
  choices: Choice[],
  points: Position[],
  prepared: Prepared,
  random: () => number
): Option[] {
  const distinct = [...new Map(choices.map((choice) => [choice.key, choice])).values()];
  const answer = distinct.find((choice) => choice.key === chosen)!;
  const rivals = distinct.filter((choice) => choice !== answer).slice(0, SHOWN - 1);
  const list = [answer, ...rivals];
  if (list.length < 3) list.push(...decoys(answer, points, prepared, 3 - list.length));
  const shuffled = shuffle(list, random).map((choice, i) => ({
    letter: String.fromCharCode(65 + i),
    key: choice.key,
    text: describe(choice, prepared)
  }));
  return [...shuffled, { letter: 'Z', key: 'none', text: 'none of these' }];
}

/** Places near by that the matcher did not consider, the bigger ones. */
function decoys(answer: Choice, points: Position[], prepared: Prepared, count: number): Choice[] {
  const at = answer.body?.at ?? answer.place?.at ?? points[0];
  if (!at) return [];
  const blank = { distance: null, reason: '', chosen: false };
  if (answer.body)
    return prepared.register.bodies
      .filter((body) => body.kind === 'gemeinde' && body !== answer.body && km(body.at, at) < 25)
      .sort((a, b) => (b.population ?? 0) - (a.population ?? 0) || (a.key < b.key ? -1 : 1))
      .slice(0, count)
      .map((body) => ({ ...blank, key: body.key, name: body.nameFull, body, place: null }));
  const country = answer.place?.country ?? answer.key.slice(4, 6);
  return prepared.gazetteer
    .near(country, at, 40)
    .filter((place) => place.id !== answer.place?.id)
    .sort((a, b) => b.population - a.population || a.id - b.id)
    .slice(0, count)
    .map((place) => ({
      ...blank,
      key: `geonames:${place.id}`,
      name: place.name,
      body: null,
      place
    }));
}

function describe({ key, name, body, place }: Choice, { register, countries }: Prepared): string {
  const point = body?.at ?? place?.at;
  const where = body
    ? [
        register.kreise.find((kreis) => kreis.ags === body.kreis)?.name,
        register.laender.find((land) => land.code === body.land)?.name
      ]
    : place
      ? [
          place.nameDe && place.nameDe !== name ? `German ${place.nameDe}` : '',
          `${place.code} ${place.country}.${place.admin1}`
        ]
      : [
          countries.rows.find((row) => row.iso2 === key.slice(4, 6))?.name_en,
          'a unit the gazetteer lacks'
        ];
  const people = body?.population ?? place?.population;
  return [
    `${name} (${body?.kind ?? (place ? 'place' : 'unit')})`,
    ...where,
    people ? `population ${people}` : '',
    point ? `${point[1].toFixed(3)}, ${point[0].toFixed(3)}` : ''
  ]
    .filter(Boolean)
    .join('; ');
}

/** Mulberry32: small, seeded, good enough to draw. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffle<T>(items: readonly T[], random: () => number): T[] {
  const list = [...items];
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
  return list;
}
