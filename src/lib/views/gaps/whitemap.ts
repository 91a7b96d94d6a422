/**
 * Where the white spots are: shares by Kreis, or single places where few enough are asked about.
 *
 * Contract: pure and plain. Steps are fixed quarters, so that two selections can be compared by eye.
 */
import { SMALL } from '../../domain/areas.ts';
import type { Dataset } from '../../domain/dataset.ts';
import type { Filters } from '../../domain/filters.ts';
import type { Register, RegisterEntry } from '../../domain/register.ts';
import { sizeClassOf } from '../../domain/model.ts';
import { MATCH, NO_RECORD } from '../../domain/states.ts';
import { registerStates, type Share, type WhiteSpots } from '../../domain/whitespots.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { kreisName } from '../labels.ts';
import { linkToFilters, type Here } from '../links.ts';

export interface WhiteMap {
  areas: { code: string; step: number; href: string; line: string }[];
  /** West, south, east, north of the places asked about; null = all Germany. */
  extent: [number, number, number, number] | null;
  /** Degrees, one list per mark; null = too many to tell apart. */
  dots: {
    engaged: [number, number][];
    other: [number, number][];
    without: [number, number][];
  } | null;
}

/** More are no longer told apart on a picture of this size. */
const MOST_DOTS = 1500;

/** Fewer than five Gemeinden, at least one of them not recorded: no share. */
export const FEW = 5;

/** 0 = none, then quarters: up to 25 %, 50 %, 75 %, and more; or FEW. */
export const stepOf = ({ n, without }: Share): number =>
  without === 0 ? 0 : n < SMALL ? FEW : Math.ceil((without / n) * 4);

/** @param about the filters without their authority side */
export function mapOf(
  dataset: Dataset,
  about: Filters,
  found: WhiteSpots,
  register: Register,
  here: Here
): WhiteMap {
  const { locale } = here;
  const number = (value: number) => formatNumber(value, locale);
  const names = new Map(dataset.kreise.map(({ code, name }) => [code, name]));
  const areas = [...found.kreise].map(([code, share]) => ({
    code,
    step: stepOf(share),
    href: linkToFilters(here, { kreise: [code], laender: [code.slice(0, 2)] }),
    line: m.white_area_line(
      {
        name: kreisName(names.get(code) ?? code, locale),
        without: number(share.without),
        n: number(share.n)
      },
      { locale }
    )
  }));
  const part = here.filters.laender.length + here.filters.kreise.length > 0;
  const asked = part ? register.filter(isAsked) : [];
  const dots = part && found.all.n <= MOST_DOTS ? dotsOf() : null;
  return { areas, extent: extentOf(asked), dots };

  function dotsOf() {
    const stateOf = registerStates(dataset, about);
    const dots: NonNullable<WhiteMap['dots']> = { engaged: [], other: [], without: [] };
    for (const { id, lon, lat } of asked) {
      const state = stateOf(id);
      const list = state === MATCH ? 'engaged' : state === NO_RECORD ? 'without' : 'other';
      // Two digits of a degree are half a kilometre: less than a dot is wide.
      dots[list].push([Math.round(lon * 100) / 100, Math.round(lat * 100) / 100]);
    }
    return dots;
  }

  function isAsked({ kind, population, land, kreis }: RegisterEntry): boolean {
    const { sizes, laender, kreise } = here.filters;
    const size = kind === 'gemeinde' ? sizeClassOf(population) : null;
    const fits = <T>(list: readonly T[], value: T) => list.length === 0 || list.includes(value);
    return size !== null && fits(sizes, size) && fits(laender, land) && fits(kreise, kreis);
  }
}

function extentOf(entries: readonly RegisterEntry[]): WhiteMap['extent'] {
  if (entries.length === 0) return null;
  const box: [number, number, number, number] = [180, 90, -180, -90];
  for (const { lon, lat } of entries) {
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  }
  return box;
}
