import { describe, expect, it } from 'vitest';
import { gemeindenBy } from './areas.ts';
import type { Dataset } from './dataset.ts';
import type { Filters } from './filters.ts';
import { ALL, GAP_AXES, gapMatrix, gapNames, type GapAxisId } from './gaps.ts';
import type { Form, Programme, SizeClass } from './model.ts';
import { select } from './selection.ts';
import { OUTSIDE, STATES, statesOf, type State } from './states.ts';
import { randomFilters } from './testing/dataset.ts';
import { gapSample, sizeOf, type GapSample } from './testing/gapsample.ts';

/** No country has this code, no region and no body. */
const NONE = 'ZZ';
const both = (asked: readonly string[], own: readonly string[]) => {
  const left = own.filter((code) => asked.length === 0 || asked.includes(code));
  return left.length > 0 ? left : [NONE];
};

/** The filters with one position of an axis asked for, in words any reader could put in a URL. */
function narrowed(dataset: Dataset, filters: Filters, axis: GapAxisId, id: string): Filters {
  if (id === ALL) return filters;
  const those = (fits: (country: Dataset['countries'][number]) => boolean) => ({
    ...filters,
    countries: both(
      filters.countries,
      dataset.countries.filter(fits).map(({ iso2 }) => iso2)
    )
  });
  const known = new Set(dataset.regions.map(({ code }) => code));
  switch (axis) {
    case 'sdg': {
      const goal = id === 'keine' ? id : Number(id);
      return { ...filters, goals: filters.goalsAll ? [...filters.goals, goal] : [goal] };
    }
    case 'land':
      return { ...filters, laender: [id] };
    case 'groesse':
      return { ...filters, sizes: [id as SizeClass] };
    case 'region':
      return id === 'unbekannt'
        ? those(({ region }) => !known.has(region))
        : { ...filters, regions: [id] };
    case 'gruppe':
      if (id === 'oda') return { ...filters, south: true };
      return those(({ oda, ldc }) => (id === 'ldc' ? ldc : !oda));
    case 'form':
      return { ...filters, forms: [id as Form] };
    case 'programm':
      return { ...filters, programmes: [id as Programme | 'keine'] };
    case 'netzwerk':
      return filters;
  }
}

/** German-German ties alone: ties without a partner abroad get one in a country of its own. */
function withInland(dataset: Dataset): Dataset {
  const p = dataset.partnerships;
  const members: number[] = [];
  const memberStart = [0];
  for (let row = 0; row < p.length; row++) {
    const own = [...p.members.subarray(p.memberStart[row], p.memberStart[row + 1])];
    members.push(...own);
    if (own.every((member) => member >= 0)) members.push(~dataset.partners.length);
    memberStart.push(members.length);
  }
  const { partners, countries, regions } = dataset;
  return {
    ...dataset,
    regions: [...regions, { code: 'inland', nameDe: '', nameEn: '' }],
    countries: [
      ...countries,
      { ...countries[0]!, iso2: 'QQ', nameDe: '', nameEn: '', region: 'inland', oda: false }
    ],
    partners: {
      ...partners,
      length: partners.length + 1,
      id: [...partners.id, 'p9999'],
      nameDe: [...partners.nameDe, ''],
      nameEn: [...partners.nameEn, ''],
      country: Uint8Array.of(...partners.country, countries.length)
    },
    partnerships: {
      ...p,
      members: Int32Array.from(members),
      memberStart: Uint32Array.from(memberStart)
    }
  };
}

interface Position {
  axis: GapAxisId;
  id: string;
}

/** A cell by one call of `statesOf` and the register, body by body. */
function brute(sample: GapSample, filters: Filters, positions: readonly Position[]) {
  const { context } = sample;
  const inland = positions.some(({ id }) => id === 'inland');
  let dataset = sample.dataset;
  let asked = filters;
  if (inland) dataset = withInland(dataset);
  for (const { axis, id } of positions)
    asked = id === 'inland' ? asked : narrowed(dataset, asked, axis, id);
  if (inland)
    asked = {
      ...asked,
      countries: both(asked.countries, ['QQ']),
      regions: both(asked.regions, ['inland'])
    };
  const states = statesOf(dataset, asked);
  const names = Object.fromEntries(STATES.map((state) => [state, [] as string[]])) as Record<
    State,
    string[]
  >;
  const silent = new Set(dataset.confirmedNone.map(({ id }) => id));
  let inhabitants = 0;
  let engaged = 0;
  for (const body of context.register) {
    const size = sizeOf(body);
    const fits = <T>(list: readonly T[], value: T) => list.length === 0 || list.includes(value);
    if (size === null || !fits(asked.sizes, size) || !fits(asked.laender, body.land)) continue;
    if (!fits(asked.kreise, body.kreis)) continue;
    const networks = context.extras.memberships
      .filter(({ authority }) => authority === body.id)
      .map(({ network }) => network);
    const member = positions
      .filter(({ axis, id }) => axis === 'netzwerk' && id !== ALL)
      .every(({ id }) => (id === 'unbekannt' ? networks.length === 0 : networks.includes(id)));
    if (!member) continue;
    const row = dataset.authorities.id.indexOf(body.id);
    const state =
      row < 0 ? (silent.has(body.id) ? 'confirmed_none' : 'no_record') : STATES[states[row]!]!;
    expect(row < 0 || states[row] !== OUTSIDE).toBe(true);
    names[state].push(body.id);
    inhabitants += body.population!;
    if (state === 'match') engaged += body.population!;
  }
  const matching = new Set(names.match);
  const { partnerships } = dataset;
  // Ties that fit with one of these bodies: their other members may be anybody.
  const ties = select(dataset, asked).rows.filter((row) =>
    [
      ...partnerships.members.subarray(
        partnerships.memberStart[row],
        partnerships.memberStart[row + 1]
      )
    ].some(
      (member) =>
        member >= 0 &&
        matching.has(dataset.authorities.id[member]!) &&
        states[member] === STATES.indexOf('match') &&
        fitsAlone(dataset, asked, row, member)
    )
  );
  return { names, inhabitants, engaged, partnerships: ties.length };
}

/** Whether the tie fits by this German member. */
function fitsAlone(dataset: Dataset, filters: Filters, row: number, body: number): boolean {
  const land = dataset.laender[dataset.authorities.land[body]!]!.code;
  const kreis = dataset.authorities.kreis[body]!;
  const fits = <T>(list: readonly T[], value: T) => list.length === 0 || list.includes(value);
  const size = sizeOf({
    kind: dataset.authorities.kind[body]!,
    population: dataset.authorities.population[body]!
  });
  return (
    fits(filters.laender, land) &&
    fits(filters.kreise, kreis) &&
    (filters.sizes.length === 0 || (size !== null && filters.sizes.includes(size))) &&
    select(dataset, filters).rows.includes(row)
  );
}

const SEEDS = Array.from({ length: 60 }, (_, seed) => seed + 900);

describe('gap matrix', () => {
  it.each(SEEDS)('equals statesOf in every cell, seed %i', (seed) => {
    const sample = gapSample(seed, 15 + (seed % 30));
    const { dataset, context, r } = sample;
    const filters = randomFilters(r, dataset);
    const row = r.pick(GAP_AXES);
    const column = r.pick(GAP_AXES.filter((axis) => axis !== row));
    const question = { row, column };
    const matrix = gapMatrix(dataset, filters, question, context);
    if (!matrix) throw new Error('no matrix');
    expect(matrix.all.n).toBe(
      gemeindenBy(dataset, filters, 'kreise')!.reduce((sum, count) => sum + count, 0)
    );
    const cells = [...matrix.cells.flat(), ...matrix.rows, ...matrix.columns, matrix.all];
    for (const cell of cells) {
      const where = `${row} ${cell.row}, ${column} ${cell.column}`;
      const expected = brute(sample, filters, [
        { axis: row, id: cell.row },
        { axis: column, id: cell.column }
      ]);
      const counts = Object.fromEntries(STATES.map((s) => [s, expected.names[s].length]));
      expect(cell.states, where).toEqual(counts);
      expect(cell.n, where).toBe(Object.values(counts).reduce((sum, count) => sum + count, 0));
      expect(cell, where).toMatchObject({
        inhabitants: expected.inhabitants,
        engaged: expected.engaged,
        partnerships: expected.partnerships
      });
      if (!r.chance(0.1)) continue;
      const { states, complete } = gapNames(dataset, filters, question, cell, context)!;
      expect(complete).toBe(true);
      for (const state of STATES)
        expect(states[state].map(({ id }) => id).sort(), `${where} ${state}`).toEqual(
          expected.names[state].toSorted()
        );
    }
  });
});
