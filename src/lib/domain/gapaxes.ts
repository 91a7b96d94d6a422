/**
 * What the rows and columns of the gap matrix can stand for, and the positions of each.
 *
 * Contract: pure. An axis is about the `authority` (it divides the bodies that are asked) or about
 * the `tie` (it says what is asked of their partnerships). A filter on the same dimension leaves
 * only the positions asked for; `sdg_alle` keeps all goals, each added to those chosen. Positions
 * where the value is not recorded stand at the end and are never left out: `keine`, `unbekannt`.
 */
import type { Dataset } from './dataset.ts';
import type { Filters } from './filters.ts';
import type { GapFrame } from './gapframe.ts';
import { FORMS, GOALS, PROGRAMMES, SIZE_CLASSES } from './model.ts';

export const GAP_AXES = [
  'sdg',
  'land',
  'groesse',
  'region',
  'gruppe',
  'form',
  'programm',
  'netzwerk'
] as const;
export type GapAxisId = (typeof GAP_AXES)[number];

/** `mass`: what a cell shows first. */
export const GAP_MEASURES = ['anteil', 'partnerschaften', 'je100000', 'einwohner'] as const;
export type GapMeasure = (typeof GAP_MEASURES)[number];

/** The two axes; never the same twice. */
export interface GapQuestion {
  row: GapAxisId;
  column: GapAxisId;
}

export interface GapValue {
  /** As in the filters: `6`, `05`, `mittelstadt`, `202`, `klimapartnerschaft`; else `oda` etc. */
  id: string;
  /**
   * `unknown`: the value is not recorded (a gap of the data). `apart`: counted only where it is
   * asked for, as a utility's ties and German-German ones, and so in no total.
   */
  kind: 'value' | 'unknown' | 'apart';
}

export interface GapAxis {
  id: GapAxisId;
  about: 'authority' | 'tie';
  values: readonly GapValue[];
}

/** Id of the totals' position. */
export const ALL = 'alle';
/** More do not fit into a mask beside the totals. */
const MOST = 28;

export const aboutAuthority = (id: GapAxisId): boolean =>
  id === 'land' || id === 'groesse' || id === 'netzwerk';

const asked = <T>(list: readonly T[], value: T) => list.length === 0 || list.includes(value);

const value = (id: string | number): GapValue => ({ id: String(id), kind: 'value' });
const unknown = (id: string): GapValue => ({ id, kind: 'unknown' });

const POSITIONS: Record<
  GapAxisId,
  (dataset: Dataset, filters: Filters, frame: GapFrame) => GapValue[]
> = {
  sdg: (_, { goals, goalsAll }) =>
    [...GOALS, 'keine' as const]
      .filter((goal) => goalsAll || asked(goals, goal))
      .map((goal) => (goal === 'keine' ? unknown(goal) : value(goal))),
  land: ({ laender }, filters) =>
    laender
      .filter(({ code }) => asked(filters.laender, code))
      .filter(
        ({ code }) =>
          filters.kreise.length === 0 || filters.kreise.some((kreis) => kreis.startsWith(code))
      )
      .map(({ code }) => value(code)),
  groesse: (_, { sizes }) =>
    SIZE_CLASSES.filter(({ id }) => asked(sizes, id)).map(({ id }) => value(id)),
  region(dataset, filters) {
    const countries = possible(dataset, filters);
    const found = dataset.regions
      .filter(({ code }) => countries.some(({ region }) => region === code))
      .map(({ code }) => value(code));
    const nowhere = countries.some(({ region }) => dataset.regions.every((r) => r.code !== region));
    if (nowhere && filters.regions.length === 0) found.push(unknown('unbekannt'));
    return [...found, ...inland(filters)];
  },
  gruppe(dataset, filters) {
    const countries = possible(dataset, filters);
    return [
      ...(countries.some(({ oda }) => oda) ? [value('oda')] : []),
      ...(countries.some(({ ldc }) => ldc) ? [value('ldc')] : []),
      ...(countries.some(({ oda }) => !oda) ? [value('andere')] : []),
      ...inland(filters)
    ];
  },
  form: (_, { forms }) =>
    [...FORMS.slice(1), FORMS[0]]
      .filter((form) => asked(forms, form))
      .map((form) => (form === 'unbekannt' ? unknown(form) : value(form))),
  programm: (_, { programmes }) =>
    [...PROGRAMMES, 'keine' as const]
      .filter((programme) => asked(programmes, programme))
      .map((programme): GapValue => {
        if (programme === 'keine') return unknown(programme);
        const apart = programme === 'betreiberpartnerschaft' && programmes.length === 0;
        return { id: programme, kind: apart ? 'apart' : 'value' };
      }),
  netzwerk: (_dataset, _filters, { networks }) => [
    ...networks.map(({ id }) => value(id)),
    unknown('unbekannt')
  ]
};

/** Countries that the filters' own questions leave. */
function possible({ countries }: Dataset, filters: Filters) {
  return countries.filter(
    ({ iso2, region, oda }) =>
      asked(filters.countries, iso2) && asked(filters.regions, region) && (oda || !filters.south)
  );
}

const inland = (filters: Filters): GapValue[] =>
  filters.inland ? [{ id: 'inland', kind: 'apart' }] : [];

/** @returns the axis with its positions under the filters, at most 28 */
export function axisOf(
  id: GapAxisId,
  dataset: Dataset,
  filters: Filters,
  frame: GapFrame
): GapAxis {
  return {
    id,
    about: aboutAuthority(id) ? 'authority' : 'tie',
    values: POSITIONS[id](dataset, filters, frame).slice(0, MOST)
  };
}
