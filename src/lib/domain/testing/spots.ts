/**
 * Test support: seven Gemeinden and a Landkreis on the 50th parallel, 0.1 degrees (7.15 km) apart,
 * small enough to be checked by hand.
 *
 * a1 Aue (Land 01, 3,000): no record; a2 Burg (Land 01, 4,000): partnership with NI, goal 6;
 * a3 Calw (Land 02, 3,500): with FR, no goal; a4 Dorf (Land 01, 9,000): no record; a5 Elm
 * (Land 02, 30,000): with NI, goal 13; a6 Furt (Land 03, 2,000, far east): no record; a7 Gau (Land 01,
 * 4,500): German-German tie only. k8: Landkreis of Land 01, with FR.
 */
import type { Dataset } from '../dataset.ts';
import type { Extras } from '../detail.ts';
import type { RegisterEntry } from '../register.ts';
import { randomDataset } from './dataset.ts';
import { random } from './random.ts';

const PLACES: [string, string, string, number, number][] = [
  ['a1', 'Aue', '01', 3000, 10],
  ['a2', 'Burg', '01', 4000, 10.1],
  ['a3', 'Calw', '02', 3500, 10.2],
  ['a4', 'Dorf', '01', 9000, 10.3],
  ['a5', 'Elm', '02', 30_000, 10.4],
  ['a6', 'Furt', '03', 2000, 14],
  ['a7', 'Gau', '01', 4500, 10.9]
];

export function spotSample(): { dataset: Dataset; register: RegisterEntry[]; extras: Extras } {
  const base = randomDataset(random(1), 4);
  const register = PLACES.map(([id, name, land, population, lon]): RegisterEntry => {
    return {
      ...{ id, name, land, population, lon, lat: 50 },
      ...{ kind: 'gemeinde', kreis: `${land}001`, postcode: '' }
    };
  });
  const landkreis: RegisterEntry = {
    ...{ id: 'a8', name: 'Kreis 01001', kind: 'landkreis', land: '01', kreis: '01001' },
    ...{ postcode: '', population: 50_000, lon: 10, lat: 50 }
  };
  const rows = [register[1]!, register[2]!, register[4]!, register[6]!, landkreis];
  const length = rows.length;
  const mask = (...masks: number[]) => Uint32Array.from(masks);
  const dataset: Dataset = {
    ...base,
    authorities: {
      length,
      id: rows.map(({ id }) => id),
      kind: rows.map(({ kind }) => kind),
      ags: rows.map(() => ''),
      name: rows.map(({ name }) => name),
      land: Uint8Array.from(rows, ({ land }) => Number(land) - 1),
      kreis: rows.map(({ kreis }) => kreis),
      population: Int32Array.from(rows, ({ population }) => population!),
      lon: Float32Array.from(rows, ({ lon }) => lon),
      lat: Float32Array.from(rows, ({ lat }) => lat)
    },
    partners: {
      length: 2,
      id: ['p1', 'p2'],
      nameDe: ['León', 'Lille'],
      nameEn: ['León', 'Lille'],
      // Nicaragua, France
      country: Uint8Array.from([3, 0]),
      lon: Float32Array.from([-86, 3]),
      lat: Float32Array.from([12, 50])
    },
    partnerships: {
      length: 5,
      id: ['t1', 't2', 't3', 't4', 't5'],
      // Burg-León, Calw-Lille, Elm-León, Gau-Burg (inland), Landkreis-Lille
      memberStart: Uint32Array.from([0, 2, 4, 6, 8, 10]),
      members: Int32Array.from([0, ~0, 1, ~1, 2, ~0, 3, 0, 4, ~1]),
      form: new Uint8Array(5),
      status: new Uint8Array(5),
      since: new Uint16Array(5),
      programmes: new Uint8Array(5),
      goals: [
        mask(1 << 6, 0, 1 << 13, 0, 0),
        mask(0, 0, 0, 0, 0),
        mask(0, 0, 0, 0, 0),
        mask(0, 0, 0, 0, 0)
      ],
      layers: new Uint8Array(5).fill(1),
      flags: new Uint8Array(5),
      topicStart: new Uint32Array(6),
      topicList: new Uint8Array(0)
    },
    topics: [
      { id: 'wasser', nameDe: '', nameEn: '', goals: [{ goal: 6, relevance: 'main' }] },
      { id: 'kultur', nameDe: '', nameEn: '', goals: [] }
    ],
    confirmedNone: []
  };
  const request = (name: string, country: string, topics: string[], historic = false) => ({
    ...{ name, country, topics, historic },
    ...{ partner: '', date: '2024-01', note: '', url: '' }
  });
  const extras = {
    networks: [{ id: 'fair', nameDe: 'Fair', nameEn: 'Fair', kind: '' }],
    memberships: ['a1', 'a1'].map((authority) => ({ authority, network: 'fair' })),
    actors: [
      { id: 'o1', authority: 'a2', name: 'Verein Burg' },
      { id: 'o2', authority: 'a6', name: 'Schule Furt' }
    ],
    requests: [
      request('Masaya', 'NI', ['wasser']),
      request('Lomé', 'TG', ['kultur']),
      request('Rivas', 'NI', ['wasser'], true)
    ]
  } as unknown as Extras;
  return { dataset, register: [...register, landkreis], extras };
}
