/**
 * The areas view: Länder or Kreise with what is recorded of their Gemeinden.
 *
 * Contract: pure and plain (survives JSON). Picture, map, table and file are faces of `rows`. By
 * name unless the reader asks for another order: this is no league table.
 */
import { landCentre } from '../domain/centres.ts';
import type { Dataset } from '../domain/dataset.ts';
import { areasOf, SMALL, sharesOf, totalOf, type Area, type AreaLevel } from '../domain/areas.ts';
import { SHADES, shadingOf, type Shade, type Shading } from '../domain/areashade.ts';
import type { Filters } from '../domain/filters.ts';
import type { StateCounts } from '../domain/states.ts';
import { collator } from '../i18n/format.ts';
import type { Locale } from '../i18n/locale.ts';
import { m } from '../i18n/paraglide/messages.js';
import { AREA_SORT_KEYS, type AreaSort, type AreaSortKey, type ViewState } from '../url/codec.ts';

export interface AreaRow extends Area, Shading {
  /** Name to show; tells a town from the Kreis around it. */
  label: string;
  /** Where its name stands on a map, degrees; null where there is no room for one (Kreise). */
  at: [number, number] | null;
}

export interface AreasView {
  level: AreaLevel;
  rows: AreaRow[];
  sort: AreaSort;
  n: number;
  counts: StateCounts;
  /** null where N is under 5. */
  shares: ReturnType<typeof sharesOf> | null;
  /** Number of areas per shade, only shades that occur; `thin` of them are hardly known. */
  legend: { shade: Shade; areas: number }[];
  thin: number;
  /** The snapshot does not know how many Gemeinden there are. */
  missing: boolean;
}

export const DEFAULT_AREA_SORT: AreaSort = 'name';

/** @returns null where the address asks for no areas */
export function areasViewOf(
  dataset: Dataset,
  filters: Filters,
  view: ViewState,
  locale: Locale
): AreasView | null {
  const level = view.areas;
  if (!level) return null;
  const areas = areasOf(dataset, filters, level);
  const sort = areaSortOf(view.sort);
  const landRow = (land: string) => dataset.laender.findIndex(({ code }) => code === land);
  const labels = labelsOf(dataset, level, locale);
  const rows = (areas ?? []).map((area) => ({
    ...area,
    ...shadingOf(area),
    label: labels.get(area.code) ?? area.name,
    at: level === 'laender' ? landCentre(dataset, landRow(area.code)) : null
  }));
  const { n, counts } = totalOf(rows);
  return {
    level,
    rows: sorted(rows, sort, locale),
    sort,
    n,
    counts,
    shares: n < SMALL ? null : sharesOf(n, counts),
    legend: SHADES.map((shade) => ({
      shade,
      areas: rows.filter((row) => row.shade === shade).length
    })).filter(({ areas }) => areas > 0),
    thin: rows.filter(({ thin }) => thin).length,
    missing: areas === null
  };
}

/** The order asked for, where it is one of areas. */
export function areaSortOf(sort: string | null): AreaSort {
  const found = AREA_SORT_KEYS.find((key) => sort === key || sort === `-${key}`);
  return found ? (sort as AreaSort) : DEFAULT_AREA_SORT;
}

const VALUES: Record<Exclude<AreaSortKey, 'name'>, (row: AreaRow) => number | null> = {
  gemeinden: (row) => row.n,
  anteil: (row) => row.rate,
  obergrenze: (row) => row.upper,
  abdeckung: (row) => row.coverage
};

function sorted(rows: AreaRow[], sort: AreaSort, locale: Locale): AreaRow[] {
  const key = sort.replace('-', '') as AreaSortKey;
  const down = sort.startsWith('-') ? -1 : 1;
  const { compare } = collator(locale);
  const byName = (a: AreaRow, b: AreaRow) =>
    compare(a.label, b.label) || (a.code < b.code ? -1 : 1);
  if (key === 'name') return rows.toSorted((a, b) => down * byName(a, b));
  return rows.toSorted((a, b) => {
    const [x, y] = [VALUES[key](a), VALUES[key](b)];
    // Without a rate there is nothing to compare: at the end in both directions.
    if (x === null || y === null) return Number(x === null) - Number(y === null) || byName(a, b);
    return down * (x - y) || byName(a, b);
  });
}

/** Rosenheim is a town and the Kreis around it: "Rosenheim (Stadt)", "Rosenheim (Kreis)". */
function labelsOf(dataset: Dataset, level: AreaLevel, locale: Locale): Map<string, string> {
  if (level === 'laender') return new Map();
  const bare = dataset.kreise.map(({ name }) => name.replace(/, .*$/, ''));
  const twice = new Set(bare.filter((name, at) => bare.indexOf(name) !== at));
  return new Map(
    dataset.kreise.map(({ code }, at) => {
      const name = bare[at]!;
      const single = dataset.kreisGemeinden?.[at]?.reduce((sum, count) => sum + count, 0) === 1;
      if (single) return [code, m.areas_town({ name }, { locale })];
      return [code, twice.has(name) ? m.areas_kreis({ name }, { locale }) : name];
    })
  );
}
