/** Of how many partnerships a goal is recorded: what lenses on goals say first. Pure. */
import { select } from '../../domain/selection.ts';
import { formatNumber, shareNote } from '../../i18n/format.ts';
import { m } from '../../i18n/paraglide/messages.js';
import type { Asked } from './lens.ts';

/** Partnerships under all filters that do not ask for goals: of these the coverage is a share. */
export function wholeOf({ dataset, filters, selection }: Asked): number {
  if (filters.goals.length === 0 && filters.bases.length === 0) return selection.rows.length;
  return select(dataset, { ...filters, goals: [], goalsAll: false, bases: [] }).rows.length;
}

/** @param known partnerships of the selection with a goal that counts; all are more than none */
export function coverageSentence(asked: Asked, known: number, all: number): string {
  const { filters, selection, locale } = asked;
  const say = { locale };
  const number = (value: number) => formatNumber(value, locale);
  const share = (part: number) => shareNote(part, all, locale);
  const { goals, bases } = filters;
  if (goals.length > 0 && goals.every((goal) => goal === 'keine')) {
    const none = selection.rows.length;
    return m.net_goals_none({ none: number(none), all: number(all), share: share(none) }, say);
  }
  const words = { known: number(known), all: number(all), share: share(known) };
  return goals.length > 0 || bases.length > 0
    ? m.net_goals_fit(words, say)
    : m.net_ziele_known(words, say);
}
