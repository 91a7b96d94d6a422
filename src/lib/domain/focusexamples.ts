/**
 * Good examples for a focus: stories whose goals are among those asked for.
 *
 * Contract: pure. A goal counts where the story's own page names it, or by the rule of a recorded
 * topic; which of the two is said. The other filters hold as far as the story can answer them: its
 * body for Land, Kreis and size, its partnership for everything else.
 */
import type { Dataset } from './dataset.ts';
import type { ExampleLine } from './detail.ts';
import { isFiltered, type Filters } from './filters.ts';
import { select } from './selection.ts';
import { OUTSIDE, statesOf } from './states.ts';

export interface FocusExample {
  line: ExampleLine;
  /** Row of the body; -1 where it has no record. */
  authority: number;
  /** Goals asked for that the page names. */
  named: number[];
  /** Topics that lead to goals asked for, as ids. */
  topics: string[];
}

/** @returns named goals first, then in the order of the data; all where no goal is asked for */
export function examplesFor(
  dataset: Dataset,
  examples: readonly ExampleLine[],
  filters: Filters
): FocusExample[] {
  const goals = new Set(filters.goals.filter((goal) => goal !== 'keine'));
  const rest = { ...filters, goals: [], goalsAll: false, bases: [] };
  const rows = new Map(dataset.authorities.id.map((id, row) => [id, row]));
  const states = statesOf(dataset, rest);
  const asksTies = isFiltered({ ...rest, laender: [], kreise: [], sizes: [], inland: false });
  const inside = new Set(
    asksTies ? Array.from(select(dataset, rest).rows, (row) => dataset.partnerships.id[row]!) : []
  );
  const asksBodies = filters.laender.length + filters.kreise.length + filters.sizes.length > 0;
  const found = examples.flatMap((line): FocusExample[] => {
    const authority = rows.get(line.authority) ?? -1;
    const outside = authority < 0 ? asksBodies : states[authority] === OUTSIDE;
    if (outside || (asksTies && !inside.has(line.partnership))) return [];
    const named = line.goals.filter((goal) => goals.has(goal));
    const topics = line.topics.filter((id) =>
      dataset.topics.find((topic) => topic.id === id)?.goals.some(({ goal }) => goals.has(goal))
    );
    if (goals.size > 0 && named.length + topics.length === 0) return [];
    return [{ line, authority, named, topics }];
  });
  return [
    ...found.filter((one) => one.named.length > 0),
    ...found.filter((one) => one.named.length === 0)
  ];
}
