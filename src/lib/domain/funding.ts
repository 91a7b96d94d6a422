/**
 * Funding instruments for a gap: which fit what is asked, and what is known of their validity.
 *
 * Contract: pure; the day is given. An instrument is left out only where its own row contradicts the
 * question; what the row does not say stays open and is never taken for a yes. Old calls stay in the
 * list as what they are. No score and no order of merit: by validity, then by name.
 */
import type { Dataset } from './dataset.ts';
import type { FundingLine } from './detail.ts';
import type { Filters } from './filters.ts';
import { reaches, reachOf, type Reach } from './fundingreach.ts';

export type { Reach } from './fundingreach.ts';

/** In the order in which they are shown. `runs`: as its source says; the rest is no offer. */
export const VALIDITIES = ['runs', 'upcoming', 'unknown', 'over', 'historic'] as const;
export type Validity = (typeof VALIDITIES)[number];

export const FUNDING_LEVELS = ['Bund', 'Land', 'EU', 'other'] as const;
export type FundingLevel = (typeof FUNDING_LEVELS)[number];

/** What of the question the row itself names. */
export const MEETS = ['land', 'country', 'south', 'europe', 'goal', 'programme'] as const;
export type Meets = (typeof MEETS)[number];

export interface FundingFit {
  line: FundingLine;
  level: FundingLevel;
  reach: Reach;
  validity: Validity;
  /** Empty: nothing in the row speaks for it, nothing against it. */
  meets: Meets[];
}

/**
 * @param date the day that is asked about, `2026-11-22`
 * A row's `valid_to` may be a day, a month or a year; it is over when its last day is.
 */
export function validityAt(
  { status, from, to }: Pick<FundingLine, 'status' | 'from' | 'to'>,
  date: string
): Validity {
  const past = (end: string) => end !== '' && end < date.slice(0, end.length);
  if (status === 'historic') return 'historic';
  if (status === 'expired') return 'over';
  // Dates of rows of unknown status can be those of projects: they only say when all is over.
  if (past(to)) return 'over';
  if (status !== 'ongoing_by_source') return 'unknown';
  return from !== '' && from > date.slice(0, from.length) ? 'upcoming' : 'runs';
}

type Asked = Pick<
  Filters,
  'goals' | 'laender' | 'kreise' | 'countries' | 'regions' | 'south' | 'programmes'
>;

/** @returns what the row names of the question; null where it contradicts it */
export function fits(
  { countries }: Pick<Dataset, 'countries'>,
  reach: Reach,
  filters: Asked
): Meets[] | null {
  const laender = [...filters.laender, ...filters.kreise.map((code) => code.slice(0, 2))];
  const shared = <T>(one: readonly T[], other: readonly T[]) =>
    one.some((value) => other.includes(value));
  if (laender.length > 0 && reach.laender.length > 0 && !shared(laender, reach.laender))
    return null;
  const possible = countries.filter(
    ({ iso2, region, oda }) =>
      (filters.countries.length === 0 || filters.countries.includes(iso2)) &&
      (filters.regions.length === 0 || filters.regions.includes(region)) &&
      (oda || !filters.south)
  );
  const abroad =
    filters.countries.length > 0 || filters.regions.length > 0 || filters.south ? possible : null;
  const reached = abroad?.filter((country) => reaches(reach, country)) ?? [];
  if (abroad && reached.length === 0) return null;
  const met: Record<Meets, boolean> = {
    land: shared(laender, reach.laender),
    country: reached.some(({ iso2 }) => reach.countries.includes(iso2)),
    south: reach.south && abroad !== null,
    europe: reach.europe && abroad !== null,
    goal: reach.goals.some((goal) => filters.goals.includes(goal)),
    programme: reach.programmes.some((one) => filters.programmes.includes(one))
  };
  return MEETS.filter((kind) => met[kind]);
}

/** @returns rows that nothing speaks against, by validity, then by name */
export function fundingFor(
  dataset: Pick<Dataset, 'countries' | 'laender'>,
  lines: readonly FundingLine[],
  filters: Asked,
  date: string
): FundingFit[] {
  return lines
    .flatMap((line): FundingFit[] => {
      const reach = reachOf(dataset, line);
      const meets = fits(dataset, reach, filters);
      if (!meets) return [];
      const level = FUNDING_LEVELS.find((one) => one === line.level) ?? 'other';
      return [{ line, level, reach, validity: validityAt(line, date), meets }];
    })
    .sort(
      (a, b) =>
        VALIDITIES.indexOf(a.validity) - VALIDITIES.indexOf(b.validity) ||
        a.line.nameDe.localeCompare(b.line.nameDe, 'de') ||
        (a.line.id < b.line.id ? -1 : 1)
    );
}
