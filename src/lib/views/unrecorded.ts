/**
 * For a place without a record: where was looked, and what could be a first step.
 *
 * Contract: pure; nothing is offered as current that its source or its date calls over.
 */
import type { Dataset } from '../domain/dataset.ts';
import type { Details, FundingLine } from '../domain/detail.ts';
import { formatPartialDate } from '../i18n/format.ts';
import type { Locale } from '../i18n/locale.ts';
import { m } from '../i18n/paraglide/messages.js';
import { webAddress } from './links.ts';
import { named } from './labels.ts';

export interface Looked {
  name: string;
  /** What time the source speaks of. */
  state: string;
}

/** The sources partnerships come from. */
export function lookedAt(dataset: Dataset, locale: Locale): Looked[] {
  return dataset.sources
    .filter(({ layer }) => layer >= 0)
    .map(({ id, title, stateDe, stateEn }) => ({
      name: id === 'facts-2026' ? m.looked_pages({}, { locale }) : title.split(',')[0]!,
      state: locale === 'de' ? stateDe : stateEn
    }));
}

export interface Step {
  key: string;
  name: string;
  about: string;
  url: string;
}

export interface Steps {
  funding: Step[];
  requests: Step[];
}

/** @returns null while the details are not here, or where they hold nothing of it */
export function stepsOf(dataset: Dataset, details: Details | null, locale: Locale): Steps | null {
  const extras = details?.extras;
  if (!extras) return null;
  const today = dataset.publishedAt.slice(0, 10);
  const funding = extras.funding
    .filter((line) => line.status === 'ongoing_by_source' && !isOver(line.to, today))
    .map((line) => ({
      key: line.id,
      name: named(line, locale),
      about: fundingAbout(line, locale),
      url: webAddress(line.url)
    }));
  const requests = extras.requests
    .filter((line) => !line.historic)
    .map((line, i) => {
      const country = dataset.countries.find(({ iso2 }) => iso2 === line.country);
      const date = line.date
        ? formatPartialDate(line.date, locale)
        : m.steps_undated({}, { locale });
      return {
        key: `r${i}`,
        name: line.name,
        about: [country && named(country, locale), date].filter(Boolean).join(', '),
        url: webAddress(line.url)
      };
    });
  return funding.length + requests.length > 0 ? { funding, requests } : null;
}

/** A day, month or year is over when its last day is: texts of the same kind sort as dates. */
const isOver = (to: string, today: string) => to !== '' && to < today.slice(0, to.length);

function fundingAbout({ provider, to }: FundingLine, locale: Locale): string {
  const until = to && m.steps_until({ date: formatPartialDate(to, locale) }, { locale });
  return [provider, until].filter(Boolean).join(', ');
}
