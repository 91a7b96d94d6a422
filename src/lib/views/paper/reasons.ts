/** The reasons of a paper: what the decision is for, its goals, the limits of the figures. */
import { m } from '../../i18n/paraglide/messages.js';
import type { Block } from '../../report/paper.ts';
import { formatList } from '../../i18n/format.ts';
import { goalName } from '../labels.ts';
import { textBlock, type Drafting } from './request.ts';

export function reasonBlocks(drafting: Drafting): Block[] {
  const { dataset, parsed, locale } = drafting;
  const say = { locale };
  const goals = dataset.goals.filter(({ goal }) => parsed.filters.goals.includes(goal));
  const list = goals.map((goal) => `- SDG ${goal.goal}: ${goalName(goal, locale)}`);
  const text = [
    m.paper_reason_base({}, say),
    ...(goals.length > 0
      ? [`${m.paper_reason_goals({}, say)}\n${list.join('\n')}`, review(drafting)]
      : []),
    m.paper_reason_limits({}, say),
    m.paper_reason_own({}, say)
  ];
  return [
    textBlock(
      'begruendung',
      m.paper_label_begruendung({}, say),
      text.filter((part) => part !== '').join('\n\n')
    )
  ];
}

/** The next review by the United Nations of one of the goals; '' where none is confirmed. */
function review({ extras, parsed, locale, day }: Drafting): string {
  const year = Number(day.slice(0, 4));
  const found = (extras?.reviews ?? [])
    .filter(({ kind, confirmed }) => kind === 'hlpf' && confirmed)
    .map((line) => ({
      year: line.year ?? 0,
      goals: line.goals.filter((goal) => parsed.filters.goals.includes(goal))
    }))
    .filter((line) => line.year >= year && line.goals.length > 0)
    .sort((a, b) => a.year - b.year)[0];
  if (!found) return '';
  const goals = formatList(found.goals.map(String), locale, 'and');
  return m.paper_reason_review(
    { count: found.goals.length, goals, year: String(found.year) },
    { locale }
  );
}
