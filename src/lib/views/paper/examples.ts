/** Good examples that have to do with the selection, as a list of a paper. */
import { m } from '../../i18n/paraglide/messages.js';
import type { ListBlock } from '../../report/paper.ts';
import { webAddress } from '../links.ts';
import { figuresAt, type Drafting } from './request.ts';

const SHOWN = 5;

/**
 * First those of a partnership of the selection, then those of its bodies, then those that name one
 * of its goals; none from outside the places asked about.
 * @returns null where there is none
 */
export function examplesBlock(drafting: Drafting): ListBlock | null {
  const { dataset, extras, selection, parsed, locale } = drafting;
  const { filters } = parsed;
  const ties = new Set([...selection.rows].map((row) => dataset.partnerships.id[row]!));
  const bodies = new Set([...selection.authorities].map((row) => dataset.authorities.id[row]!));
  const names = new Map(
    dataset.authorities.id.map((id, row) => [id, dataset.authorities.name[row]!])
  );
  const anywhere =
    filters.laender.length + filters.kreise.length + filters.sizes.length === 0 &&
    filters.text.trim() === '';
  const rank = ({
    partnership,
    authority,
    goals
  }: {
    partnership: string;
    authority: string;
    goals: number[];
  }) => {
    if (ties.has(partnership)) return 0;
    // A body's other stories fit only where nothing but the place is asked about.
    if (bodies.has(authority) && goals.some((goal) => filters.goals.includes(goal))) return 1;
    return anywhere && goals.some((goal) => filters.goals.includes(goal)) ? 2 : -1;
  };
  const seen = new Set<string>();
  const found = (extras?.examples ?? [])
    .map((line) => ({ line, rank: rank(line) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank || (a.line.id < b.line.id ? -1 : 1))
    // One of each body, so that the list shows how different they are.
    .filter(({ line }) => !seen.has(line.authority) && seen.add(line.authority))
    .slice(0, SHOWN);
  if (found.length === 0) return null;
  const say = { locale };
  return {
    kind: 'list',
    id: 'beispiele',
    on: true,
    caption: m.paper_examples({}, say),
    address: figuresAt(drafting, '/'),
    items: found.map(({ line }) => ({
      title: [names.get(line.authority), line.title].filter(Boolean).join(': '),
      text: line.summary,
      url: webAddress(line.url)
    })),
    note: m.paper_examples_note({}, say)
  };
}
