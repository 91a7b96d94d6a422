/**
 * What is asked of partnerships, as one object: "eine erfasste Klimapartnerschaft zu SDG 13 in Namibia
 * mit Beginn ab 2015".
 *
 * Contract: pure. The order is fixed: kind, form, goals, topic, what is not recorded, where, years; so
 * nothing can be taken to belong to the place. Only a text that is searched for takes a subordinate
 * clause, at the end.
 */
import type { Filters } from '../../domain/filters.ts';
import { BASES } from '../../domain/model.ts';
import { formatList } from '../../i18n/format.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { named } from '../labels.ts';
import { basisNouns, formNouns, programmeNouns, statusAdjectives } from './asks.ts';
import { or, type Say } from './names.ts';
import { whereOf } from './where.ts';

/** In place of all that, where it would be too long to read. */
export const anyObject = (some: boolean, { locale }: Say): string =>
  m.claim_object_any({ a: article(some, locale) }, { locale });

const article = (some: boolean, locale: Say['locale']): string =>
  some ? m.claim_a({}, { locale }) : m.claim_no({}, { locale });

/** @param some false: "keine erfasste …" */
export function objectOf(filters: Filters, some: boolean, say: Say): string {
  const words = { locale: say.locale };
  const statuses = filters.statuses.filter((status) => status !== 'unbekannt');
  const unknown = filters.statuses.includes('unbekannt');
  const status = or(
    statuses.map((one) => quoted(statusAdjectives[one]({}, words), say)),
    say
  );
  const inputs = {
    a: article(some, say.locale),
    more: evidenceWords(filters, say),
    noun: nounOf(filters, say)
  };
  const object =
    status !== '' && !unknown
      ? m.claim_object_status({ ...inputs, status }, words)
      : m.claim_object(inputs, words);
  const where = whereOf(filters, say);
  const english = say.locale === 'en';
  const parts = [
    object,
    // "a partnership abroad on SDG 13", "eine Partnerschaft zu SDG 13 im Ausland"
    english ? where : '',
    formsWords(filters, say),
    goalsWords(filters, say),
    topicsWords(filters, say),
    unknown && status !== '' ? statusWords(status, say) : '',
    formatList(withoutWords(filters, say), say.locale, 'and'),
    english ? '' : where,
    sinceWords(filters, say)
  ].filter((part) => part !== '');
  const text = filters.text.trim().replace(/\s+/g, ' ');
  const search = text === '' ? '' : m.claim_text({ text: quoted(text, say) }, words);
  return parts.join(' ') + search;
}

/** Dimensions of which nothing but "not recorded" is asked. */
function withoutWords(filters: Filters, { locale }: Say): string[] {
  const { programmes, forms, goals, topics, statuses, since } = filters;
  const nothingBut = (list: readonly unknown[], value: string) =>
    list.length === 1 && list[0] === value;
  return [
    ...(nothingBut(programmes, 'keine') ? [m.claim_programme_none({}, { locale })] : []),
    ...(nothingBut(forms, 'unbekannt') ? [m.claim_forms_none({}, { locale })] : []),
    ...(nothingBut(goals, 'keine') ? [m.claim_goals_none({}, { locale })] : []),
    ...(nothingBut(topics, 'keine') ? [m.claim_topics_none({}, { locale })] : []),
    ...(nothingBut(statuses, 'unbekannt') ? [m.claim_status_none({}, { locale })] : []),
    ...(since === 'unbekannt' ? [m.claim_since_unknown({}, { locale })] : [])
  ];
}

function evidenceWords({ evidence }: Filters, { locale }: Say): string {
  if (evidence.length !== 1) return '';
  return evidence[0] === 'belegt'
    ? m.claim_more_belegt({}, { locale })
    : m.claim_more_unbestaetigt({}, { locale });
}

/** "Klima- oder Nachhaltigkeitspartnerschaft" */
function nounOf({ programmes }: Filters, say: Say): string {
  const words = { locale: say.locale };
  const kinds = programmes.filter((one) => one !== 'keine');
  if (kinds.length === 0) return m.claim_noun({}, words);
  const list = kinds.map((kind, i) =>
    programmeNouns[kind]({ form: i < kinds.length - 1 ? 'stem' : 'full' }, words)
  );
  const none = programmes.includes('keine') ? [m.claim_noun_without({}, words)] : [];
  return or([or(list, say), ...none], say);
}

function formsWords({ forms }: Filters, say: Say): string {
  const words = { locale: say.locale };
  const list = forms.flatMap((form) => (form === 'unbekannt' ? [] : formNouns[form]({}, words)));
  if (list.length === 0) return '';
  const none = forms.includes('unbekannt') ? [m.claim_forms_none({}, words)] : [];
  return or([m.claim_forms({ forms: or(list, say) }, words), ...none], say);
}

function goalsWords({ goals, goalsAll, bases }: Filters, say: Say): string {
  const words = { locale: say.locale };
  if (goals.length === 0) return bases.length > 0 ? m.claim_goals_any({}, words) : '';
  const numbers = goals.filter((goal) => goal !== 'keine').map(String);
  if (numbers.length === 0) return '';
  const list = formatList(numbers, say.locale, goalsAll ? 'and' : 'or');
  const one = m.claim_goals({ goals: list }, words);
  if (!goals.includes('keine')) return one;
  const other = m.claim_goals_none({}, words);
  return goalsAll ? m.claim_both({ one, other }, words) : or([one, other], say);
}

/** On what goals must rest to count; '' where anything will do. All four together restrict nothing. */
export function basesWords({ bases }: Filters, say: Say): string {
  if (bases.length === 0 || bases.length === BASES.length) return '';
  const nouns = bases.map((basis) => basisNouns[basis]({}, { locale: say.locale }));
  return m.claim_note_bases({ bases: or(nouns, say) }, { locale: say.locale });
}

function topicsWords({ topics }: Filters, say: Say): string {
  const words = { locale: say.locale };
  const asked = topics.filter((id) => id !== 'keine');
  if (asked.length === 0) return '';
  const list = asked.map((id) => {
    const topic = say.names.topics.find((one) => one.id === id);
    return quoted(topic ? named(topic, say.locale) : id, say);
  });
  const few = asked.length <= Math.max(1, Math.min(say.most, 3));
  const one = few
    ? m.claim_topics({ topics: or(list, say) }, words)
    : m.claim_topics_many({ count: asked.length }, words);
  return topics.includes('keine') ? or([one, m.claim_topics_none({}, words)], say) : one;
}

function sinceWords({ since }: Filters, { locale }: Say): string {
  if (since === null || since === 'unbekannt') return '';
  const [from, to] = [String(since.from ?? ''), String(since.to ?? '')];
  if (since.to === null) return m.claim_since_from({ from }, { locale });
  if (since.from === null) return m.claim_since_to({ to }, { locale });
  return from === to
    ? m.claim_since_year({ from }, { locale })
    : m.claim_since_range({ from, to }, { locale });
}

/** Where it may be not recorded, too. */
function statusWords(status: string, { locale }: Say): string {
  const none = m.claim_status_none({}, { locale });
  return or([m.claim_status_with({ list: status }, { locale }), none], { locale });
}

const quoted = (text: string, { locale }: Say): string => m.claim_quoted({ text }, { locale });
