/**
 * From resolved rows to partnerships: rows of the same two members are one partnership.
 *
 * Contract: pure. Identity is the set of members; only a utility's tie (`betreiberpartnerschaft`)
 * stands beside the administrations' partnership, under a key of its own. Form and year may be
 * corrected later without changing the key. Facts win over bulk rows; topic updates enrich.
 */
import type { Form, Status } from '../domain/model.ts';
import { keyOf, type Member } from './members.ts';
import type { Resolved } from './resolve.ts';
import type { Fact } from './ties.ts';

export interface Partnership {
  /** `ags:05315000~geonames:3620269`, with `~betreiber` for a utility's tie. */
  key: string;
  members: [Member, Member];
  form: Form;
  status: Status;
  since: number | null;
  initiated: boolean;
  operator: boolean;
  /** All rows that attest it, the leading one first. */
  rows: Resolved[];
}

export interface Outcome {
  row: Resolved;
  outcome: 'imported' | 'merged' | 'quarantined';
  reason: string;
  detail: string;
  partnership: Partnership | null;
}

const STRENGTH: Form[] = ['partnerschaft', 'freundschaft', 'projektpartnerschaft', 'kontakt'];
const FORMS: Record<string, Form> = {
  staedtepartnerschaft: 'partnerschaft',
  freundschaft: 'freundschaft',
  projektpartnerschaft: 'projektpartnerschaft'
};
const OPERATOR = 'betreiberpartnerschaft';
const TYPE_UNKNOWN = /\btypes? (is )?not\b|\bexact type\b|\btype by us\b/i;
const DORMANT = /\bsuspended\b|\bon ice\b|\bbroken off\b/i;

/** Groups rows; every row gets exactly one outcome, in the order of the input. */
export function assemble(rows: readonly Resolved[]): {
  partnerships: Partnership[];
  outcomes: Outcome[];
} {
  const groups = new Map<string, Resolved[]>();
  for (const row of rows) {
    if (!row.members || row.tie.fact?.update) continue;
    const key = pairKey(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const updates = new Map<string, Resolved[]>();
  for (const row of rows) {
    if (!row.members || !row.tie.fact?.update) continue;
    const key = groups.has(pairKey(row)) ? pairKey(row) : '';
    const group = updates.get(key);
    if (group) group.push(row);
    else updates.set(key, [row]);
  }
  const byRow = new Map<Resolved, Partnership>();
  const partnerships = [...groups].map(([key, group]) => {
    const partnership = build(key, group, updates.get(key) ?? []);
    for (const row of partnership.rows) byRow.set(row, partnership);
    return partnership;
  });
  return { partnerships, outcomes: rows.map((row) => outcome(row, byRow.get(row) ?? null)) };
}

function outcome(row: Resolved, partnership: Partnership | null): Outcome {
  const detail = row.members ? row.evidence : row.detail;
  if (!row.members)
    return { row, outcome: 'quarantined', reason: row.reason, detail, partnership: null };
  if (!partnership)
    return { row, outcome: 'quarantined', reason: 'update_without_pair', detail, partnership };
  const first = partnership.rows[0]!;
  if (first === row) return { row, outcome: 'imported', reason: '', detail, partnership };
  const reason = row.tie.fact?.update
    ? 'topic_update'
    : partnership.rows.find(({ tie }) => tie.layer === row.tie.layer) === row
      ? 'same_pair'
      : 'same_pair_same_layer';
  return { row, outcome: 'merged', reason, detail, partnership };
}

function pairKey({ members, tie }: Resolved): string {
  const keys = members!.map(keyOf).sort();
  return [...keys, ...(tie.fact?.type === OPERATOR ? ['betreiber'] : [])].join('~');
}

function build(key: string, rows: Resolved[], updates: Resolved[]): Partnership {
  const facts = rows.flatMap(({ tie }) => tie.fact ?? []);
  const bulk = rows.length > facts.length;
  const initiated = !bulk && facts.every((fact) => fact.confidence === 'initiated');
  const said = initiated ? facts : facts.filter((fact) => fact.confidence !== 'initiated');
  const more = updates.flatMap(({ tie }) => tie.fact ?? []);
  const form = strongest(said) ?? strongest(more) ?? 'unbekannt';
  const dormant = [...facts, ...more].some((fact) => DORMANT.test(fact.note));
  return {
    key,
    members: rows[0]!.members!,
    form,
    status: initiated ? 'in_anbahnung' : dormant ? 'ruhend' : 'unbekannt',
    since: start(form, said, more, bulk),
    initiated,
    operator: facts.some((fact) => fact.type === OPERATOR),
    rows: [...rows, ...updates]
  };
}

function formOf(fact: Fact): Form {
  return TYPE_UNKNOWN.test(fact.note) ? 'unbekannt' : (FORMS[fact.type] ?? 'unbekannt');
}

const strongest = (facts: Fact[]): Form | undefined =>
  STRENGTH.find((form) => facts.some((fact) => formOf(fact) === form));

/**
 * The year the form began, as the rows of that form say. A tie known by programme rows alone began,
 * as far as anyone recorded, with the programme; beside a bulk row the programme's year says nothing
 * about the older twinning, so the year stays unknown.
 */
function start(form: Form, facts: Fact[], updates: Fact[], bulk: boolean): number | null {
  const years = (list: Fact[]) =>
    list.flatMap((fact) => (formOf(fact) === form && fact.since ? [fact.since] : []));
  if (form === 'unbekannt' && bulk) return null;
  for (const list of [years(facts), years(updates)]) if (list.length) return Math.min(...list);
  return null;
}
