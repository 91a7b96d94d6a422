/**
 * The question for goals and for the bases they rest on: one question, two lists of options.
 *
 * Contract: only goals on the bases asked for count; the options of the goals depend on `bases` and
 * `goalsAll`, those of the bases on `goals`.
 */
import type { Dataset } from './dataset.ts';
import type { Question } from './question.ts';
import type { Filters } from './filters.ts';
import { BASES, GOALS } from './model.ts';

/** Position of `keine` among the options. */
const NONE = GOALS.length;

export function goalQuestion(dataset: Dataset): Question {
  const columns = dataset.partnerships.goals;
  const all = (row: number) => columns.reduce((mask, column) => mask | column[row]!, 0);
  /** Goals of a tie on the bases asked for, bit g = goal g. */
  const counted = ({ bases }: Filters) => {
    if (bases.length === 0) return all;
    const chosen = columns.filter((_, k) => bases.includes(BASES[k]!));
    return (row: number) => chosen.reduce((mask, column) => mask | column[row]!, 0);
  };
  return {
    key: (row) => (all(row) === 0 ? '' : columns.map((column) => column[row]!).join()),
    asks(filters) {
      const mask = counted(filters);
      if (filters.goals.length > 0) {
        const fits = goalsFit(filters);
        return (row) => fits(mask(row));
      }
      return filters.bases.length > 0 ? (row) => mask(row) !== 0 : null;
    },
    known: (row) => all(row) !== 0,
    counts: [
      {
        name: 'goals',
        values: [...GOALS, 'keine'],
        options(filters) {
          const mask = counted(filters);
          if (!filters.goalsAll) return (row) => (mask(row) === 0 ? [NONE] : positions(mask(row)));
          // Each option is added to what is chosen.
          const fits = [...GOALS, 'keine' as const].map((goal) =>
            goalsFit({ ...filters, goals: [...filters.goals, goal] })
          );
          return (row) => fits.flatMap((fit, option) => (fit(mask(row)) ? [option] : []));
        }
      },
      {
        name: 'bases',
        values: BASES,
        options(filters) {
          const fits = filters.goals.length > 0 ? goalsFit(filters) : (mask: number) => mask !== 0;
          return (row) => columns.flatMap((column, k) => (fits(column[row]!) ? [k] : []));
        }
      }
    ]
  };
}

/** Whether goals (bit g = goal g) answer the question for `goals`, at least one. */
function goalsFit({ goals, goalsAll }: Filters): (mask: number) => boolean {
  const none = goals.includes('keine');
  let want = 0;
  for (const goal of goals) if (goal !== 'keine') want |= 1 << goal;
  if (goalsAll) return (mask) => (mask & want) === want && (!none || mask === 0);
  return (mask) => (mask & want) !== 0 || (none && mask === 0);
}

/** Options of a mask: goal g is bit g and stands at position g - 1. */
function positions(mask: number): number[] {
  const found: number[] = [];
  for (let option = 0; option < GOALS.length; option++)
    if (mask & (2 << option)) found.push(option);
  return found;
}
