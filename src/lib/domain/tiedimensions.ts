/** The questions asked of a partnership itself, its goals apart (`goals.ts`). */
import { FLAG_OPERATOR, type Dataset } from './dataset.ts';
import { derived, FACTS_BIT, INITIATED, OPERATOR_BIT } from './derived.ts';
import { plain, type Question } from './question.ts';
import { FORMS, PROGRAMMES, STATUSES } from './model.ts';

export function tieQuestions(dataset: Dataset): Question[] {
  return [
    forms(dataset),
    programmes(dataset),
    statuses(dataset),
    since(dataset),
    topics(dataset),
    evidence(dataset),
    inland(dataset)
  ];
}

/** Bits of the values asked for. */
const bits = <T>(list: readonly T[], asked: readonly T[]): number =>
  asked.reduce((mask, value) => mask | (1 << list.indexOf(value)), 0);

function forms({ partnerships: { form } }: Dataset): Question {
  const key = (row: number) => form[row]!;
  return {
    key,
    asks(filters) {
      const asked = bits(FORMS, filters.forms);
      return asked === 0 ? null : (row) => (asked & (1 << form[row]!)) !== 0;
    },
    known: (row) => form[row] !== 0,
    counts: [plain('forms', FORMS, (row) => [form[row]!])]
  };
}

function programmes(dataset: Dataset): Question {
  const { flags } = dataset.partnerships;
  const has = derived(dataset).programmes;
  const operator = (row: number) => (flags[row]! & FLAG_OPERATOR) !== 0;
  const positions = (mask: number) => PROGRAMMES.flatMap((_, k) => (mask & (1 << k) ? [k] : []));
  return {
    key: (row) => (operator(row) ? -1 : has[row]!),
    asks({ programmes: asked }) {
      const none = asked.includes('keine');
      const mask = bits(
        PROGRAMMES,
        asked.filter((programme) => programme !== 'keine')
      );
      return (row) => {
        if (operator(row)) return (mask & OPERATOR_BIT) !== 0;
        return asked.length === 0 || (has[row]! & mask) !== 0 || (none && has[row] === 0);
      };
    },
    base: (row) => !operator(row),
    known: (row) => has[row] !== 0,
    counts: [
      plain('programmes', [...PROGRAMMES, 'keine'], (row) => {
        if (operator(row)) return positions(OPERATOR_BIT);
        return has[row] === 0 ? [PROGRAMMES.length] : positions(has[row]!);
      })
    ]
  };
}

function statuses(dataset: Dataset): Question {
  const { status } = derived(dataset);
  return {
    key: (row) => status[row]!,
    asks(filters) {
      const asked = bits(STATUSES, filters.statuses) || ~(1 << INITIATED);
      return (row) => (asked & (1 << status[row]!)) !== 0;
    },
    base: (row) => status[row] !== INITIATED,
    known: (row) => status[row] !== 0,
    counts: [plain('statuses', STATUSES, (row) => [status[row]!])]
  };
}

function since({ partnerships }: Dataset): Question {
  const year = (row: number) => partnerships.since[row]!;
  const years = new Set(partnerships.since);
  years.delete(0);
  const found = [...years].sort((a, b) => a - b);
  const first = found[0] ?? 0;
  const all = Array.from(
    { length: found.length && found.at(-1)! - first + 1 },
    (_, i) => first + i
  );
  const decades = [...new Set(found.map((one) => one - (one % 10)))];
  return {
    key: year,
    asks({ since: asked }) {
      if (asked === null) return null;
      if (asked === 'unbekannt') return (row) => year(row) === 0;
      const from = asked.from ?? 1;
      const to = asked.to ?? 9999;
      return (row) => year(row) !== 0 && year(row) >= from && year(row) <= to;
    },
    known: (row) => year(row) !== 0,
    counts: [
      plain('since', [...decades, 'unbekannt'], (row) =>
        year(row) === 0 ? [decades.length] : [decades.indexOf(year(row) - (year(row) % 10))]
      ),
      {
        ...plain('years', all, (row) => (year(row) === 0 ? [] : [year(row) - first])),
        tiesOnly: true
      }
    ]
  };
}

function topics({ topics: list, partnerships: { topicStart, topicList } }: Dataset): Question {
  const of = (row: number) => [...topicList.subarray(topicStart[row], topicStart[row + 1])];
  const none = (row: number) => topicStart[row] === topicStart[row + 1];
  return {
    key: (row) => (none(row) ? '' : of(row).join()),
    asks({ topics: asked }) {
      if (asked.length === 0) return null;
      const wanted = list.map(({ id }) => asked.includes(id));
      return (row) =>
        none(row) ? asked.includes('keine') : of(row).some((topic) => wanted[topic]);
    },
    known: (row) => !none(row),
    counts: [
      plain('topics', [...list.map(({ id }) => id), 'keine'], (row) =>
        none(row) ? [list.length] : of(row)
      )
    ]
  };
}

function evidence({ partnerships: { layers } }: Dataset): Question {
  const attested = (row: number) => (layers[row]! & FACTS_BIT) !== 0;
  return {
    key: (row) => Number(attested(row)),
    asks({ evidence: asked }) {
      if (asked.length !== 1) return null;
      return asked[0] === 'belegt' ? attested : (row) => !attested(row);
    },
    counts: [plain('evidence', ['belegt', 'unbestaetigt'], (row) => [attested(row) ? 0 : 1])]
  };
}

function inland(dataset: Dataset): Question {
  const own = derived(dataset).inland;
  const abroad = (row: number) => own[row] === 0;
  return {
    key: (row) => own[row]!,
    asks: (filters) => (filters.inland ? null : abroad),
    base: abroad,
    counts: [plain('inland', [false, true], (row) => (abroad(row) ? [0, 1] : [1]))]
  };
}
