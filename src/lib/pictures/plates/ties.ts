/** Partnerships row by row, as in the table of the map page; narrow: two columns of it in one. */
import { m } from '../../i18n/paraglide/messages.js';
import type { SortKey } from '../../url/codec.ts';
import { goalsOfTies } from '../../views/groups.ts';
import { arrow, orderOf } from '../../views/sorting.ts';
import { PAGE_SIZE, type Table } from '../../views/table.ts';
import { formOf, layersOf, placesOf, sidesOf } from '../../views/tablewords.ts';
import type { Tie } from '../../views/ties.ts';
import { goalKey } from '../goalkey.ts';
import { gridPlate, type Column, type Part } from '../grid.ts';
import { stacked } from '../legend.ts';
import { NARROW, type Pen, type Plate } from '../plate.ts';
import { rowsNote } from './rowsnote.ts';

/** Rows a reader takes in at once. */
export const MOST_ROWS = 20;

interface Facet extends Column {
  parts: (tie: Tie) => Part[];
}

export function tiesPlate({ rows, total, page, sort }: Table, pen: Pen): Plate {
  const say = { locale: pen.locale };
  const shown = rows.slice(0, MOST_ROWS);
  const head = (label: string, key: SortKey) =>
    [label, arrow(orderOf(sort, key))].filter(Boolean).join('\u00a0');
  const unknown: Part = { text: m.not_recorded({}, say), muted: true };
  const told = (text: string): Part[] => (text === '' ? [unknown] : [{ text }]);
  const since = (tie: Tie) => (tie.since === null ? '' : String(tie.since));
  const german: Facet = {
    head: [head(m.column_german({}, say), 'kommune')],
    parts: (tie) =>
      sidesOf(tie).german.flatMap(({ name, where }) => [
        { text: name },
        { text: where, muted: true }
      ])
  };
  const partner: Facet = {
    head: [head(m.column_partner({}, say), 'partner')],
    parts: (tie) => sidesOf(tie).partners.map(({ name }) => ({ text: name }))
  };
  const country: Facet = {
    head: [head(m.column_country({}, say), 'staat')],
    parts: (tie) => [{ text: placesOf(sidesOf(tie).partners) }]
  };
  const year: Facet = {
    head: [head(m.column_since({}, say), 'seit')],
    parts: (tie) => told(since(tie))
  };
  const form: Facet = {
    head: [m.column_form({}, say)],
    parts: (tie) => told(formOf(tie))
  };
  const goals: Facet = {
    head: [m.column_goals({}, say)],
    parts: ({ goals: marks }) =>
      marks.length === 0 ? [unknown] : [{ goals: marks.map(({ goal }) => goal) }]
  };
  const evidence: Facet = {
    head: [m.column_evidence({}, say)],
    parts: (tie) => [
      {
        text: (tie.confirmed ? m.evidence_short_belegt : m.evidence_short_unbestaetigt)({}, say)
      },
      { text: layersOf(tie, pen.locale), muted: true }
    ]
  };
  // What is not known is said once where two share a column.
  const both = (a: Facet, b: Facet, quiet: (part: Part) => Part): Facet => ({
    head: [...a.head, ...b.head],
    parts: (tie) => {
      const all = [...a.parts(tie), ...b.parts(tie).map(quiet)];
      const known = all.filter((part) => part !== unknown);
      return known.length > 0 ? known : [unknown];
    }
  });
  const muted = (part: Part): Part => ('text' in part ? { ...part, muted: true } : part);
  const facets =
    pen.width >= NARROW
      ? [german, partner, country, year, form, goals, evidence]
      : [
          german,
          both(partner, country, muted),
          both(year, form, (part) => part),
          both(goals, evidence, muted)
        ];
  const table = gridPlate(
    {
      columns: facets,
      rows: shown.map((tie) => ({
        id: tie.id,
        cells: facets.map(({ parts }) =>
          parts(tie).filter((part) => !('text' in part) || part.text !== '')
        )
      }))
    },
    pen
  );
  const from = (page - 1) * PAGE_SIZE + 1;
  const note = rowsNote({ from, shown: shown.length, all: total }, pen);
  return stacked(10, table, goalKey(goalsOfTies(shown), pen), note);
}
