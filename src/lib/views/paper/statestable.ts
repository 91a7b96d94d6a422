/** The states of Gemeinden as a table: by Land, or by size where only one Land is asked about. */
import { gemeindenBy, SMALL } from '../../domain/areas.ts';
import { areasOf } from '../../domain/areas.ts';
import { SIZE_CLASSES } from '../../domain/model.ts';
import { countStates, STATES, type State, type StateCounts } from '../../domain/states.ts';
import { collator, formatNumber, formatShare } from '../../i18n/format.ts';
import { m } from '../../i18n/paraglide/messages.js';
import type { TableBlock } from '../../report/paper.ts';
import { asksTies, stateWords } from '../areawords.ts';
import { sizeWords } from '../labels.ts';
import { figuresAt, plain, type Drafting } from './request.ts';

interface Row {
  name: string;
  n: number;
  counts: StateCounts;
}

/** @returns null where the snapshot does not know how many Gemeinden are asked about */
export function statesTable(drafting: Drafting): TableBlock | null {
  const { parsed, locale } = drafting;
  const { filters } = parsed;
  const say = { locale };
  const bySize = filters.laender.length === 1 || filters.kreise.length > 0;
  const rows = bySize ? sizeRows(drafting) : landRows(drafting);
  if (!rows || rows.length === 0) return null;
  const asked = asksTies(filters);
  // Where nothing is asked of partnerships, every record fits: three states are left.
  const states: readonly State[] = asked ? STATES : ['match', 'confirmed_none', 'no_record'];
  const number = (value: number) => formatNumber(value, locale);
  const line = ({ name, n, counts }: Row) => [
    plain(name),
    plain(number(n)),
    ...states.map((state) => plain(number(counts[state]))),
    plain(n < SMALL ? '–' : formatShare(counts.match / n, locale))
  ];
  const title = (state: State) =>
    !asked && state === 'match' ? m.paper_column_recorded({}, say) : stateWords[state]({}, say);
  return {
    kind: 'table',
    id: 'zustaende',
    on: true,
    caption: bySize ? m.paper_table_sizes({}, say) : m.paper_table_laender({}, say),
    address: figuresAt(drafting, '/', { areas: 'laender', view: 'tabelle' }),
    columns: [
      {
        title: bySize ? m.paper_column_size({}, say) : m.paper_column_land({}, say),
        number: false
      },
      { title: m.paper_column_n({}, say), number: true },
      ...states.map((state) => ({ title: title(state), number: true })),
      { title: m.paper_column_share({}, say), number: true }
    ],
    rows: [...rows, ...(rows.length > 1 ? [together(rows, m.paper_total({}, say))] : [])].map(line),
    note: m.paper_table_note({}, say)
  };
}

function landRows({ dataset, parsed, locale }: Drafting): Row[] | null {
  const { compare } = collator(locale);
  return (
    areasOf(dataset, parsed.filters, 'laender')
      ?.map(({ name, n, counts }) => ({ name, n, counts }))
      .sort((a, b) => compare(a.name, b.name)) ?? null
  );
}

function sizeRows({ dataset, parsed, locale }: Drafting): Row[] | null {
  const { filters } = parsed;
  const all = SIZE_CLASSES.map(({ id }) =>
    filters.sizes.length > 0 && !filters.sizes.includes(id)
      ? 0
      : (gemeindenBy(dataset, { ...filters, sizes: [id] }, 'laender')?.reduce((a, b) => a + b, 0) ??
        null)
  );
  if (!all.every((n) => n !== null)) return null;
  const counts = countStates(
    dataset,
    filters,
    ({ kind, size }) => (kind === 'gemeinde' ? size : -1),
    all
  );
  return SIZE_CLASSES.map(({ id }, at) => ({
    name: sizeWords[id]({}, { locale }),
    n: all[at]!,
    counts: counts[at]!
  })).filter(({ n }) => n > 0);
}

function together(rows: readonly Row[], name: string): Row {
  const sum = (of: (row: Row) => number) => rows.reduce((all, row) => all + of(row), 0);
  const counts = STATES.map((state) => [state, sum((row) => row.counts[state])]);
  return { name, n: sum(({ n }) => n), counts: Object.fromEntries(counts) as StateCounts };
}
