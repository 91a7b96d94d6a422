/** Test support: random datasets and filters, with every oddity the real data has. */
import { FLAG_INITIATED, FLAG_OPERATOR, type Dataset } from '../dataset.ts';
import { NO_FILTERS, type Filters } from '../filters.ts';
import {
  AUTHORITY_KINDS,
  BASES,
  FORMS,
  GOALS,
  PROGRAMMES,
  SIZE_CLASSES,
  STATUSES
} from '../model.ts';
import type { Random } from './random.ts';

const NAMES = ['Köln', 'Ulm', 'Neu-Ulm', 'Gießen', 'Bad Münder', 'Łódź', 'Tel Aviv', "Val-d'Oise"];
const REGIONS = ['155', '202', '419'];
const COUNTRIES: [string, string, string, boolean][] = [
  ['FR', 'Frankreich', '155', false],
  ['PL', 'Polen', '151', false],
  ['TG', 'Togo', '202', true],
  ['NI', 'Nicaragua', '419', true],
  ['XX', 'Ohne Region', '', true]
];

/** @param ties number of partnerships; bodies and partners follow from it */
export function randomDataset(r: Random, ties: number): Dataset {
  const bodies = Math.max(2, Math.ceil(ties * 0.4));
  const abroad = Math.max(1, Math.ceil(ties * 0.8));
  const list = <T>(n: number, make: (i: number) => T) =>
    Array.from({ length: n }, (_, i) => make(i));
  const lands = list(bodies, () => r.below(3));
  const kinds = list(bodies, () => (r.chance(0.8) ? 'gemeinde' : r.pick(AUTHORITY_KINDS)));
  const memberStart = [0];
  const members: number[] = [];
  const topicStart = [0];
  const topicList: number[] = [];
  for (let i = 0; i < ties; i++) {
    const inland = r.chance(0.15);
    const ours = new Set([r.below(bodies)]);
    if (inland || r.chance(0.1)) ours.add(r.below(bodies));
    if (inland) while (ours.size < 2) ours.add(r.below(bodies));
    const theirs = new Set(inland ? [] : [r.below(abroad)]);
    if (!inland && r.chance(0.1)) theirs.add(r.below(abroad));
    members.push(...ours, ...[...theirs].map((row) => ~row));
    memberStart.push(members.length);
    topicList.push(...r.some([0, 1, 2], 0.15));
    topicStart.push(topicList.length);
  }
  const mask = (share: number) => GOALS.reduce((m, g) => (r.chance(share) ? m | (1 << g) : m), 0);
  return {
    version: 1,
    publishedAt: '2026-11-22T00:00:00.000Z',
    odaYear: '2024',
    laender: ['01', '02', '03'].map((code) => ({ code, name: `Land ${code}` })),
    kreise: ['01001', '02001', '03001'].map((code) => ({ code, name: `Kreis ${code}` })),
    regions: [...REGIONS, '151'].map((code) => ({ code, nameDe: code, nameEn: code })),
    countries: COUNTRIES.map(([iso2, name, region, oda]) => ({
      iso2,
      nameDe: name,
      nameEn: `${name} en`,
      region,
      oda,
      ldc: false,
      sids: false,
      lon: 10.25,
      lat: 20.5
    })),
    goals: [],
    topics: ['wasser', 'bildung', 'klima'].map((id) => ({ id, nameDe: id, nameEn: id, goals: [] })),
    programmeRules: [],
    sources: [],
    authorities: {
      length: bodies,
      id: list(bodies, (i) => `a${i * 3 + 1}`),
      kind: kinds,
      ags: list(bodies, (i) => `0${lands[i]! + 1}001${String(i).padStart(3, '0')}`),
      name: list(bodies, () => r.pick(NAMES)),
      land: Uint8Array.from(lands),
      kreis: list(bodies, (i) => (kinds[i] === 'land' ? '' : `0${lands[i]! + 1}001`)),
      population: Int32Array.from(lands, () => (r.chance(0.1) ? -1 : r.below(700_000))),
      lon: Float32Array.from(lands, () => Math.round(60_000 + r.below(80_000)) / 1e4),
      lat: Float32Array.from(lands, () => Math.round(480_000 + r.below(60_000)) / 1e4)
    },
    partners: {
      length: abroad,
      id: list(abroad, (i) => `p${i * 2 + 1}`),
      nameDe: list(abroad, () => r.pick(NAMES)),
      nameEn: list(abroad, () => r.pick(NAMES)),
      country: Uint8Array.from(list(abroad, () => r.below(COUNTRIES.length))),
      lon: Float32Array.from(
        list(abroad, (i) => (i % 7 === 6 ? NaN : Math.round(-1e6 + r.below(2e6)) / 1e4))
      ),
      lat: Float32Array.from(
        list(abroad, (i) => (i % 7 === 6 ? NaN : Math.round(-5e5 + r.below(1e6)) / 1e4))
      )
    },
    partnerships: {
      length: ties,
      id: list(ties, (i) => `t${i + 1}`),
      memberStart: Uint32Array.from(memberStart),
      members: Int32Array.from(members),
      form: Uint8Array.from(list(ties, () => r.below(FORMS.length))),
      status: Uint8Array.from(list(ties, () => r.below(STATUSES.length))),
      since: Uint16Array.from(list(ties, () => (r.chance(0.4) ? 0 : 1950 + r.below(75)))),
      programmes: Uint8Array.from(list(ties, () => (r.chance(0.7) ? 0 : r.below(32)))),
      goals: [0.02, 0.02, 0.05, 0.1].map((share) =>
        Uint32Array.from(list(ties, () => mask(share)))
      ) as Dataset['partnerships']['goals'],
      layers: Uint8Array.from(list(ties, () => 1 + r.below(7))),
      flags: Uint8Array.from(
        list(ties, () => (r.chance(0.1) ? FLAG_INITIATED : 0) | (r.chance(0.1) ? FLAG_OPERATOR : 0))
      ),
      topicStart: Uint32Array.from(topicStart),
      topicList: Uint8Array.from(topicList)
    },
    moved: new Map([
      ['p900', 'p1'],
      ['t900', 't1']
    ]),
    gemeinden: [
      [5, 4, 3, 2, 1],
      [0, 0, 0, 0, 1],
      [9, 8, 7, 6, 5]
    ],
    kreisGemeinden: [
      [5, 4, 3, 2, 1],
      [0, 0, 0, 0, 1],
      [9, 8, 7, 6, 5]
    ],
    confirmedNone: [
      { id: 'a9001', kind: 'gemeinde', land: '01', kreis: '01001', size: 'kleinstadt' },
      { id: 'a9002', kind: 'landkreis', land: '03', kreis: '03001', size: null }
    ]
  };
}

export function randomFilters(r: Random, dataset: Dataset): Filters {
  const now = <T>(value: T, otherwise: T, share = 0.25) => (r.chance(share) ? value : otherwise);
  const year = () => (r.chance(0.3) ? null : 1950 + r.below(75));
  const range = { from: year(), to: year() };
  return {
    ...NO_FILTERS,
    goals: now(r.some([...GOALS, 'keine' as const], 0.15), []),
    goalsAll: r.chance(0.3),
    bases: now(r.some(BASES, 0.5), [], 0.15),
    regions: now(
      r.some(dataset.regions, 0.5).map((x) => x.code),
      []
    ),
    countries: now(
      r.some(dataset.countries, 0.5).map((x) => x.iso2),
      [],
      0.15
    ),
    south: r.chance(0.15),
    laender: now(
      r.some(dataset.laender, 0.5).map((x) => x.code),
      []
    ),
    kreise: now(
      r.some(dataset.kreise, 0.5).map((x) => x.code),
      [],
      0.1
    ),
    sizes: now(
      r.some(SIZE_CLASSES, 0.5).map((x) => x.id),
      [],
      0.15
    ),
    forms: now(r.some(FORMS, 0.5), [], 0.15),
    programmes: now(r.some([...PROGRAMMES, 'keine' as const], 0.4), [], 0.15),
    statuses: now(r.some(STATUSES, 0.5), [], 0.15),
    since: now<Filters['since']>(
      r.chance(0.3) || (range.from === null && range.to === null)
        ? 'unbekannt'
        : range.from !== null && range.to !== null && range.from > range.to
          ? { from: range.to, to: range.from }
          : range,
      null,
      0.2
    ),
    topics: now(r.some([...dataset.topics.map((t) => t.id), 'keine'], 0.4), [], 0.2),
    evidence: now(r.some(['belegt', 'unbestaetigt'] as const, 0.5), [], 0.2),
    inland: r.chance(0.4),
    text: now(r.pick(['koeln', 'ulm', 'Tel', 'frank', 'köln togo']), '', 0.1)
  };
}
