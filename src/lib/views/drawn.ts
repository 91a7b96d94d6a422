/**
 * What the interactive map draws for one selection and one camera: level, flows or single ties.
 *
 * Contract: pure; the same selection as the table. What a cap or an unknown place leaves out is
 * counted, so that the legend can say it.
 */
import { GERMANY, kreisCentres, landCentre } from '../domain/centres.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { Filters } from '../domain/filters.ts';
import {
  FLOW_CAP,
  flowLevel,
  isInView,
  type FlowLevel,
  type InView
} from '../domain/flowlevels.ts';
import {
  flowsByCountry,
  flowsByKreis,
  flowsByLand,
  tiesEach,
  type AreaFlow,
  type Flow
} from '../domain/flows.ts';
import type { Selection } from '../domain/selection.ts';
import type { Locale } from '../i18n/locale.ts';
import type { MapFlow, PlacePoint, TieRow } from '../map/types.ts';
import { named } from './labels.ts';
import { placePoints, tieRows } from './maprows.ts';

export interface Drawn {
  level: FlowLevel;
  flows: MapFlow[];
  places: PlacePoint[];
  ties: TieRow[];
  /** Flows before the weakest were left out. */
  total: number;
  /** Partnerships without a line because a place is not known. */
  unlocated: number;
}

export const NOTHING_DRAWN: Drawn = {
  level: 'staaten',
  flows: [],
  places: [],
  ties: [],
  total: 0,
  unlocated: 0
};

export interface Question {
  filters: Filters;
  /** Id of the chosen place. */
  place: string | null;
  /** null = the camera is not there yet. */
  view: InView | null;
  locale: Locale;
}

export function drawnOf(dataset: Dataset, selection: Selection, question: Question): Drawn {
  const { filters, place, view, locale } = question;
  const places = placePoints(dataset, selection);
  const none = { flows: [], ties: [], total: 0, unlocated: 0, places };
  if (place !== null)
    return { ...none, level: 'orte', ties: tieRows(dataset, selection, place, locale) };
  const ties = selection.rows.length;
  const box = view?.box ?? [-180, -90, 180, 90];
  const inView = places.filter(({ lon, lat }) => isInView(box, lon, lat));
  const tiesInView = inView.reduce((sum, point) => sum + point.ties, 0);
  const level = flowLevel({ zoom: view?.zoom ?? 0, filters, ties, tiesInView });
  if (level === 'orte') {
    // All of them, or those in view.
    const near = ties <= tiesInView || ties <= FLOW_CAP.orte ? null : box;
    return { ...none, level, ...single(dataset, selection, near, locale) };
  }
  const all = flowsAt(dataset, selection, level, box, (view?.zoom ?? 0) >= 4);
  const flows = all.slice(0, FLOW_CAP[level]).map((flow) => flowRow(dataset, level, flow, locale));
  return { ...none, level, flows, total: all.length };
}

/** Where all flows start, if at one point: then Europe can be drawn enlarged. */
export function startOf({ flows }: Pick<Drawn, 'flows'>): [number, number] | null {
  const [one] = flows;
  const same = one && flows.every((flow) => flow.from === one.from);
  return same ? [one.fromLon, one.fromLat] : null;
}

type Box = InView['box'];

function flowsAt(
  dataset: Dataset,
  selection: Selection,
  level: FlowLevel,
  box: Box,
  near: boolean
): (Flow & Partial<AreaFlow>)[] {
  if (level === 'staaten') return flowsByCountry(dataset, selection);
  if (level === 'laender') return flowsByLand(dataset, selection);
  const { lon, lat } = dataset.authorities;
  return flowsByKreis(dataset, selection, (body) => !near || isInView(box, lon[body]!, lat[body]!));
}

function flowRow(
  dataset: Dataset,
  level: FlowLevel,
  { country, area = -1, partnerships, authorities }: Flow & Partial<AreaFlow>,
  locale: Locale
): MapFlow {
  const { iso2, lon, lat, ...names } = dataset.countries[country]!;
  const land = level === 'laender' ? dataset.laender[area] : undefined;
  const kreis = level === 'kreise' ? dataset.kreise[area] : undefined;
  const [fromLon, fromLat] = land
    ? landCentre(dataset, area)
    : ((kreis && kreisCentres(dataset)[area]) ?? GERMANY);
  return {
    id: [(land ?? kreis)?.code, iso2].filter(Boolean).join('-'),
    land: land?.code ?? null,
    kreis: kreis?.code ?? null,
    from: (land ?? kreis)?.name ?? '',
    fromLon,
    fromLat,
    iso2,
    name: named(names, locale),
    lon,
    lat,
    partnerships,
    authorities
  };
}

function single(dataset: Dataset, selection: Selection, near: Box | null, locale: Locale) {
  const { authorities, partners, partnerships } = dataset;
  const names = locale === 'de' ? partners.nameDe : partners.nameEn;
  const lost = new Set<number>();
  const ties: TieRow[] = [];
  const within = (body: number) =>
    near === null || isInView(near, authorities.lon[body]!, authorities.lat[body]!);
  for (const { row, authority, partner } of tiesEach(dataset, selection, within)) {
    if (Number.isNaN(partners.lon[partner]!) || Number.isNaN(authorities.lon[authority]!)) {
      lost.add(row);
      continue;
    }
    ties.push({
      id: partnerships.id[row]!,
      member: partners.id[partner]!,
      name: names[partner]!,
      lon: partners.lon[partner]!,
      lat: partners.lat[partner]!,
      fromMember: authorities.id[authority]!,
      from: authorities.name[authority]!,
      fromLon: authorities.lon[authority]!,
      fromLat: authorities.lat[authority]!
    });
  }
  return { ties, unlocated: lost.size };
}
