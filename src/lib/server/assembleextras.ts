/**
 * What is published beside partnerships: memberships, examples, actors, funding, reviews, requests,
 * the rules with their reasons, and the accounting of every source.
 *
 * Contract: pure; sorted, so that the same records give the same bytes. Ids of merged bodies lead on.
 */
import type { Records } from '../data/records.ts';
import type { AccountLine, Detail, Extras, RuleLine } from '../domain/detail.ts';
import { bySequence, byId, successors } from './gather.ts';

/** @returns undefined where the records hold nothing of it */
export function assembleExtras(
  records: Records,
  details: ReadonlyMap<string, Detail>
): Extras | undefined {
  if (!records.accounts) return undefined;
  const final = successors([...records.authorities, ...records.partners]);
  const body = (id: string | null) => (id ? final(id) : '');
  const produced = tagsByRule(details);
  return {
    networks: (records.networks ?? []).map((n) => ({
      id: n.id,
      nameDe: n.name_de,
      nameEn: n.name_en,
      kind: n.kind
    })),
    memberships: (records.memberships ?? []).toSorted(bySequence).map((m) => ({
      authority: body(m.authority_id),
      network: m.network_id ?? '',
      programme: m.programme,
      year: m.year,
      caveat: m.note,
      url: m.source_url
    })),
    examples: (records.examples ?? []).toSorted(bySequence).map((e) => ({
      id: e.id,
      authority: body(e.authority_id),
      partnership: e.partnership_id ?? '',
      partnerName: e.partner_name ?? '',
      title: e.title,
      summary: e.summary,
      goals: e.goals,
      topics: e.topics,
      url: e.source_url
    })),
    actors: (records.actors ?? []).toSorted(bySequence).map((a) => ({
      id: a.id,
      authority: body(a.authority_id),
      partner: body(a.partner_id),
      partnerName: a.partner_name ?? '',
      name: a.name,
      kind: a.kind,
      since: a.since_year,
      note: a.note,
      url: a.source_url
    })),
    funding: (records.funding ?? []).toSorted(byId).map((f) => ({
      id: f.id,
      nameDe: f.name_de,
      nameEn: f.name_en,
      provider: f.provider,
      level: f.level,
      whatDe: f.what_de,
      eligible: f.eligible,
      least: f.amount_min_eur,
      most: f.amount_max_eur,
      ownShare: f.co_funding_share,
      from: f.valid_from ?? '',
      to: f.valid_to ?? '',
      status: f.status,
      stateAsOf: f.state_as_of ?? '',
      note: f.note,
      url: f.source_url
    })),
    reviews: (records.reviews ?? []).toSorted(bySequence).map((r) => ({
      kind: r.kind,
      year: r.year,
      goals: r.goals,
      occasion: r.occasion,
      from: r.date_from ?? '',
      to: r.date_to ?? '',
      entity: r.entity,
      authority: body(r.authority_id),
      confirmed: r.confirmed,
      note: r.note,
      url: r.source_url
    })),
    requests: (records.requests ?? []).toSorted(bySequence).map((r) => ({
      partner: body(r.partner_id),
      name: r.partner_name,
      country: r.country_iso2,
      date: r.request_date ?? '',
      historic: r.marked_historic,
      topics: r.topics,
      note: r.note,
      url: r.source_url
    })),
    topicRules: records.topics.toSorted(byId).map((t): RuleLine => ({
      id: t.id,
      rationale: t.rationale ?? '',
      rationaleDe: t.rationale_de ?? '',
      url: '',
      from: '',
      to: '',
      tags: produced.get(`topic ${t.id}`) ?? 0
    })),
    programmeRules: records.programme_rules.toSorted(byId).map((r): RuleLine => ({
      id: r.id,
      rationale: r.rationale ?? '',
      rationaleDe: r.rationale_de ?? '',
      url: r.source_url ?? '',
      from: r.valid_from ?? '',
      to: r.valid_to ?? '',
      tags: produced.get(`programme ${r.id}`) ?? 0
    })),
    accounts: records.accounts.map((a): AccountLine => ({
      source: a.source_id,
      kind: a.kind,
      imported: a.imported,
      merged: a.merged,
      quarantined: a.quarantined,
      reasons: Object.fromEntries(
        (records.reasons ?? [])
          .filter((r) => r.source_id === a.source_id && r.kind === a.kind)
          .map((r) => [r.reason, r.rows])
      )
    })),
    changes: records.changes ?? 0
  };
}

/** Goal tags that each rule produces, over all partnerships. */
function tagsByRule(details: ReadonlyMap<string, Detail>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { tags } of details.values())
    for (const { basis, by } of tags) {
      const key = `${basis} ${by}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return counts;
}
