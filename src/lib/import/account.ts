/**
 * The accounting: what became of every row, and the totals of what came out.
 *
 * Contract: pure. rows = imported + merged + quarantined per file; `imported` splits into new, updated
 * and unchanged only against a database.
 */
import type { Outcome } from './assemble.ts';
import type { Batch } from './batch.ts';
import { entriesOf, type More } from './more.ts';

export interface FileAccount {
  source: string;
  file: string;
  /** Rows of the file with a German side. */
  rows: number;
  /** Rows that have none and are not kept. */
  outOfScope: number;
  imported: number;
  merged: number;
  quarantined: number;
  reasons: Record<string, number>;
}

export interface Totals {
  partnerships: number;
  pairs: number;
  inland: number;
  authorities: number;
  authorities_with_partnership: number;
  partners: number;
  partners_located: number;
  countries: number;
  oda: number;
  with_year: number;
  with_topic: number;
  with_programme: number;
  initiated: number;
  operator: number;
  /** Distinct goals per partnership and basis, summed; by rule as the tables stand. */
  sdg_tags: { source: number; programme: number; topic: number };
  forms: Record<string, number>;
}

export function accountOf(outcomes: readonly Outcome[], outOfScope: number): FileAccount[] {
  const accounts = new Map<string, FileAccount>();
  for (const { row, outcome, reason } of outcomes) {
    const { layer, file } = row.tie;
    const account = accounts.get(file) ?? {
      source: layer,
      file,
      rows: 0,
      outOfScope: layer === 'wikipedia-2026' ? outOfScope : 0,
      imported: 0,
      merged: 0,
      quarantined: 0,
      reasons: {}
    };
    accounts.set(file, account);
    account.rows++;
    account[outcome]++;
    if (outcome === 'quarantined') count(account.reasons, reason);
  }
  return [...accounts.values()];
}

/** The same for the further lists: memberships, examples, actors and the like. */
export function accountOfMore(more: More): FileAccount[] {
  const accounts = new Map<string, FileAccount>();
  for (const { source, file, outcome, reason } of entriesOf(more)) {
    const account = accounts.get(file) ?? {
      source,
      file,
      rows: 0,
      outOfScope: 0,
      imported: 0,
      merged: 0,
      quarantined: 0,
      reasons: {}
    };
    accounts.set(file, account);
    account.rows++;
    account[outcome]++;
    if (outcome === 'quarantined') count(account.reasons, reason);
  }
  return [...accounts.values()];
}

export function totalsOf(batch: Batch): Totals {
  const oda = new Set(batch.country.filter((c) => c.oda).map((c) => c.iso2));
  const country = new Map(batch.partner.map((partner) => [partner.id, partner.country_iso2]));
  const members = Map.groupBy(batch.partnership_member, (member) => member.partnership_id);
  const abroad = (id: string) =>
    (members.get(id) ?? []).flatMap((m) => (m.partner_id ? [country.get(m.partner_id)!] : []));
  const forms: Record<string, number> = {};
  for (const { form } of batch.partnership) count(forms, form);
  return {
    partnerships: batch.partnership.length,
    pairs: new Set(batch.partnership.map((p) => p.member_key)).size,
    inland: batch.partnership.filter((p) => abroad(p.id).length === 0).length,
    authorities: batch.authority.length,
    authorities_with_partnership: new Set(
      batch.partnership_member.flatMap((m) => m.authority_id ?? [])
    ).size,
    partners: batch.partner.length,
    partners_located: batch.partner.filter((p) => p.lon !== null).length,
    countries: new Set(batch.partner.map((p) => p.country_iso2)).size,
    oda: batch.partnership.filter((p) => abroad(p.id).some((iso2) => oda.has(iso2))).length,
    with_year: batch.partnership.filter((p) => p.since_year !== null).length,
    with_topic: new Set(batch.partnership_topic.map((t) => t.partnership_id)).size,
    with_programme: new Set(batch.partnership_programme.map((t) => t.partnership_id)).size,
    initiated: batch.partnership.filter((p) => p.initiated).length,
    operator: batch.partnership.filter((p) => p.operator).length,
    sdg_tags: sdgTags(batch),
    forms
  };
}

function sdgTags(batch: Batch): Totals['sdg_tags'] {
  const goalsOf = (rows: { id: string; goals_main: number[]; goals_significant: number[] }[]) =>
    new Map(rows.map((row) => [row.id, [...row.goals_main, ...row.goals_significant]]));
  const rules = goalsOf(batch.programme_rule);
  const topics = goalsOf(batch.topic);
  const distinct = (tags: { partnership_id: string; goals: number[] }[]) =>
    new Set(tags.flatMap((tag) => tag.goals.map((goal) => `${tag.partnership_id} ${goal}`))).size;
  return {
    source: distinct(batch.sdg_tag.map((tag) => ({ ...tag, goals: [tag.goal] }))),
    programme: distinct(
      batch.partnership_programme.map((tag) => ({ ...tag, goals: rules.get(tag.rule_id) ?? [] }))
    ),
    topic: distinct(
      batch.partnership_topic.map((tag) => ({ ...tag, goals: topics.get(tag.topic_id) ?? [] }))
    )
  };
}

function count(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}
