/**
 * Goals under review at the United Nations, year by year, and the German reports: dated rows.
 *
 * Contract: pure; what its source does not support is said to be open, and an unconfirmed set of
 * goals still leads to its focus, marked as such.
 */
import type { Dataset } from '../../domain/dataset.ts';
import type { Extras, ReviewLine } from '../../domain/detail.ts';
import { formatPartialDate } from '../../i18n/format.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { goalName } from '../labels.ts';
import { linkToFilters, webAddress, type Here } from '../links.ts';

export interface ReviewYear {
  year: number;
  goals: { goal: number; name: string }[];
  /** The focus on these goals; '' where there are none. */
  href: string;
  current: boolean;
  /** Dates of the forum, in words; '' = not recorded. */
  when: string;
  confirmed: boolean;
  /** Why there are no goals, or what is not certain. */
  note: string;
  /** In English, as its source has it. */
  occasion: string;
  url: string;
}

export interface ReportLine {
  key: string;
  label: string;
  confirmed: boolean;
  url: string;
}

export interface ReviewsView {
  /** Latest first. */
  years: ReviewYear[];
  /** National and local reports of Germany, latest first. */
  reports: ReportLine[];
}

export function reviewsView(dataset: Dataset, { reviews }: Extras, here: Here): ReviewsView {
  const latest = (a: ReviewLine, b: ReviewLine) => (b.year ?? 0) - (a.year ?? 0);
  const forums = reviews.filter(({ kind, year }) => kind === 'hlpf' && year !== null);
  const reports = reviews.filter(({ kind }) => kind.startsWith('vnr') || kind.startsWith('vlr'));
  return {
    years: forums.toSorted(latest).map((line) => yearOf(line, dataset, here)),
    reports: reports.toSorted(latest).map((line, at) => reportOf(line, at, here))
  };
}

function yearOf(line: ReviewLine, dataset: Dataset, here: Here): ReviewYear {
  const say = { locale: here.locale };
  const year = line.year!;
  const { goals } = here.filters;
  const same = goals.length === line.goals.length && line.goals.every((one) => goals.includes(one));
  const title = m.focus_year_title({ year: String(year) }, say);
  return {
    year,
    goals: dataset.goals
      .filter(({ goal }) => line.goals.includes(goal))
      .map((goal) => ({ goal: goal.goal, name: goalName(goal, here.locale) })),
    href:
      line.goals.length === 0
        ? ''
        : linkToFilters(
            { ...here, view: { ...here.view, title } },
            { goals: line.goals, goalsAll: false }
          ),
    current: line.goals.length > 0 && same,
    when: [line.from, line.to]
      .filter((date) => date !== undefined && date !== '')
      .map((date) => formatPartialDate(date!, here.locale))
      .join(' – '),
    confirmed: line.confirmed,
    note: noteOf(line, here),
    occasion: line.occasion,
    url: webAddress(line.url)
  };
}

function noteOf({ goals, confirmed }: ReviewLine, { locale }: Here): string {
  if (goals.length === 0)
    return confirmed ? m.focus_year_without({}, { locale }) : m.focus_year_open({}, { locale });
  return confirmed ? '' : m.focus_year_unconfirmed({}, { locale });
}

function reportOf(line: ReviewLine, at: number, { locale }: Here): ReportLine {
  const say = { locale };
  const year = line.year === null ? m.focus_report_undated({}, say) : String(line.year);
  const national = line.kind.startsWith('vnr');
  return {
    key: `${line.kind} ${at}`,
    label: national
      ? m.focus_report_national({ year }, say)
      : m.focus_report_local({ name: line.entity, year }, say),
    confirmed: line.confirmed,
    url: webAddress(line.url)
  };
}
