/** White spots and mentors for the API: the same answers as the pages, as JSON and CSV. */
import { mentorsFor } from '../domain/mentors.ts';
import { sizeClassOf } from '../domain/model.ts';
import { REASONS } from '../domain/reasons.ts';
import type { RegisterEntry } from '../domain/register.ts';
import { whiteSpotsOf, type Spot } from '../domain/whitespots.ts';
import type { Locale } from '../i18n/locale.ts';
import { fileCells, linesCsv, SPOT_COLUMNS, type SpotsCsvOptions } from '../report/spotscsv.ts';
import { termsOf } from '../report/terms.ts';
import { DEFAULT_VIEW, serialise, type Parsed } from '../url/codec.ts';
import { itemsOf } from '../views/gaps/outreach.ts';
import { outreachCsv } from '../views/gaps/outreachcsv.ts';
import { mentorView } from '../views/gaps/mentorwords.ts';
import { spotReasons } from '../views/gaps/spotwords.ts';
import { spotsWith } from '../views/gaps/white.ts';
import { ApiError, noSnapshot, notFound } from './api.ts';
import { describe } from './manifests.ts';
import { asked, PER_PAGE } from './pages.ts';
import { store } from './snapshots.ts';
import type { Loaded } from './store.ts';

export interface AskedSpots {
  loaded: Loaded;
  parsed: Parsed;
}

/**
 * @param own parameters beside the filters that this address answers
 * @throws {ApiError} 400 with all that is wrong; 404 for an unknown snapshot
 */
export async function askedSpots(
  params: URLSearchParams,
  own: readonly string[]
): Promise<AskedSpots> {
  const now = await store().current();
  const parsed = asked(params, now.dataset, own);
  const { snapshot } = parsed.view;
  const loaded = snapshot === null ? now : await store().at(snapshot);
  if (!loaded) throw noSnapshot();
  return { loaded, parsed };
}

function found({ loaded, parsed: { filters, view } }: AskedSpots) {
  const { register, details, dataset } = loaded;
  const context = { register, extras: details.extras ?? null };
  const spots = whiteSpotsOf(dataset, filters, context, view.white.radius);
  return { spots, fitting: spotsWith(spots, view.white.reasons), ...context };
}

const reasonIds = ({ reasons }: Spot) => REASONS.filter((_, k) => reasons & (1 << k));

export function whiteSpotsJson(question: AskedSpots) {
  const { loaded, parsed } = question;
  const { dataset, manifest } = loaded;
  const { filters, view } = parsed;
  const { spots, fitting, extras } = found(question);
  const { version, published_at, hash, licences } = describe(manifest);
  const pages = Math.max(1, Math.ceil(fitting.length / PER_PAGE));
  const start = (view.page - 1) * PER_PAGE;
  return {
    snapshot: { version, published_at, hash },
    query: serialise(filters, {
      ...DEFAULT_VIEW,
      snapshot: view.snapshot,
      white: { ...view.white, picked: [] }
    }),
    population: 'gemeinden',
    radius_km: view.white.radius,
    n: spots.all.n,
    without_record: spots.all.without,
    by_kreis: Object.fromEntries(spots.kreise),
    by_reason: Object.fromEntries(REASONS.map((id, k) => [id, spots.reasons[k]])),
    total: fitting.length,
    page: view.page,
    pages,
    places: fitting.slice(start, start + PER_PAGE).map((spot) => {
      const { id, name, land, kreis, population, size, lon, lat } = spot;
      const potential = spots.framework.potentialOf(spot);
      const words = (locale: Locale) =>
        spotReasons(dataset, extras, spot, potential, locale).map(({ text }) => text);
      return {
        ...{ id, name, land, kreis, population, size, lon, lat },
        reasons: reasonIds(spot),
        reasons_de: words('de'),
        reasons_en: words('en')
      };
    }),
    terms: termsOf(dataset.sources),
    licences
  };
}

export function whiteSpotsCsv(question: AskedSpots, options: SpotsCsvOptions): string {
  const { dataset } = question.loaded;
  const { spots, fitting, extras } = found(question);
  const kreise = new Map(dataset.kreise.map(({ code, name }) => [code, name]));
  const laender = new Map(dataset.laender.map(({ code, name }) => [code, name]));
  const file = fileCells(dataset, options.locale);
  const records = fitting.map((spot) => {
    const potential = spots.framework.potentialOf(spot);
    const words = spotReasons(dataset, extras, spot, potential, options.locale);
    return [
      ...[spot.id, spot.name, spot.kreis, kreise.get(spot.kreis) ?? ''],
      ...[spot.land, laender.get(spot.land) ?? '', spot.population],
      ...[reasonIds(spot).join(' '), words.map(({ text }) => text).join(' | ')],
      ...file
    ];
  });
  return linesCsv(SPOT_COLUMNS, records, options);
}

/**
 * Mentors of the place `ort`.
 * @throws {ApiError} 400 without a place, 404 when it is no Gemeinde of the snapshot
 */
export function mentorsJson({ loaded, parsed: { filters, view } }: AskedSpots) {
  const { dataset, manifest, register } = loaded;
  if (view.place === null)
    throw new ApiError(
      400,
      'bad_parameters',
      'Die Adresse nennt keinen Ort: ort=a….',
      'The address names no place: ort=a….',
      [{ parameter: 'ort', value: '', reason: 'unknown_value' }]
    );
  const entry: RegisterEntry | undefined = register.find(({ id }) => id === view.place);
  const size = entry?.kind === 'gemeinde' ? sizeClassOf(entry.population) : null;
  if (!entry || size === null) throw notFound();
  const { version, published_at, hash, licences } = describe(manifest);
  const { authorities, partnerships } = dataset;
  return {
    snapshot: { version, published_at, hash },
    query: serialise(filters, { ...DEFAULT_VIEW, snapshot: view.snapshot, place: view.place }),
    place: { id: entry.id, name: entry.name, size },
    mentors: mentorsFor(
      dataset,
      filters
    )({ ...entry, size }).map((mentor) => ({
      id: authorities.id[mentor.row],
      name: authorities.name[mentor.row],
      km: Math.round(mentor.km),
      same_land: mentor.sameLand,
      classes_larger: mentor.larger,
      goals: mentor.goals,
      partnerships: mentor.ties.map((row) => partnerships.id[row]),
      text_de: mentorView(dataset, mentor, 'de').text,
      text_en: mentorView(dataset, mentor, 'en').text
    })),
    terms: termsOf(dataset.sources),
    licences
  };
}

/** The picked places with their mentors; notes are the browser's. */
export function mentorsCsv({ loaded, parsed }: AskedSpots, options: SpotsCsvOptions): string {
  const { items } = itemsOf(loaded, parsed, options.locale);
  return outreachCsv(loaded.dataset, items, () => '', options);
}
