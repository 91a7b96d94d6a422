/**
 * The batch: every row of every table, ready for one call of `import_batch`.
 *
 * Contract: pure; property names are column names; every row of a table has the same properties.
 * Columns that people edit later (merged_into, until_year, last_confirmed_at) are not in the batch,
 * so an import never overwrites them.
 */
import type { CountryRow } from './countries.ts';
import type { Ledger } from './ids.ts';
import {
  lookup,
  type GoalRow,
  type RuleRow,
  type SpellingRow,
  type TargetRow,
  type TopicRow
} from './reference.ts';
import { keyOf, type Foreign, type Member } from './members.ts';
import type { Outcome, Partnership } from './assemble.ts';
import { moreRecords, toMoreBatch, type MoreTable, type Row } from './morebatch.ts';
import { candidateRows, type CandidateRow } from './candidatebatch.ts';
import type { MergedRow } from './merges.ts';
import type { Prepared } from './prepare.ts';
import type { Body } from './register.ts';
import { SOURCES, type SourceRow } from './sources.ts';
import { tagsOf, type ProgrammeTag, type SdgTagRow, type TopicTag } from './tags.ts';

export interface AuthorityRow {
  id: string;
  kind: string;
  ags: string | null;
  ars: string | null;
  name: string;
  name_full: string;
  land_code: string;
  kreis_ags: string | null;
  population: number | null;
  population_date: string | null;
  postcode: string | null;
  lon: number;
  lat: number;
}
export interface PartnerRow {
  id: string;
  geonames_id: number | null;
  own_key: string | null;
  name: string;
  name_de: string;
  name_en: string;
  country_iso2: string;
  lon: number | null;
  lat: number | null;
}
export interface PartnershipRow {
  id: string;
  member_key: string;
  form: string;
  status: string;
  since_year: number | null;
  initiated: boolean;
  operator: boolean;
}
export interface MemberRow {
  partnership_id: string;
  member_id: string;
  authority_id: string | null;
  partner_id: string | null;
}
export interface RecordRow {
  source_id: string;
  source_key: string;
  row_number: number;
  raw: Record<string, string>;
  url: string;
  outcome: string;
  reason: string;
  detail: string;
  partnership_id: string | null;
  since_year: number | null;
  confidence: string;
  note: string;
  /** Kind and id of what a row attests when it is no partnership. */
  entity_kind: string | null;
  entity_id: string | null;
}

export interface Batch extends Record<MoreTable, Row[]> {
  source: readonly SourceRow[];
  land: { code: string; name: string }[];
  kreis: Prepared['register']['kreise'];
  country: CountryRow[];
  goal: GoalRow[];
  target: TargetRow[];
  topic: TopicRow[];
  topic_spelling: SpellingRow[];
  programme_rule: RuleRow[];
  authority: AuthorityRow[];
  partner: PartnerRow[];
  partnership: PartnershipRow[];
  partnership_member: MemberRow[];
  source_record: RecordRow[];
  partnership_programme: ProgrammeTag[];
  partnership_topic: TopicTag[];
  sdg_tag: SdgTagRow[];
  match_candidate: CandidateRow[];
  merged: MergedRow[];
}

const POPULATION_DATE = '2023-12-31';

/** @throws {Error} when an entity has no id in the ledger */
export function toBatch(prepared: Prepared, ledger: Ledger): Batch {
  const { reference } = prepared;
  const memberId = (member: Member) => ledger.id(member.body ? 'a' : 'p', keyOf(member));
  const tieId = (partnership: Partnership) => ledger.id('t', partnership.key);
  const english = englishNames(prepared.outcomes);
  const look = lookup(reference);
  const tags = prepared.outcomes.flatMap((outcome) =>
    outcome.partnership ? [tagsOf(outcome.row.tie, tieId(outcome.partnership), look)] : []
  );
  return {
    source: SOURCES,
    land: prepared.register.laender,
    kreis: prepared.register.kreise,
    country: prepared.countries.rows,
    goal: reference.goals,
    target: reference.targets,
    topic: reference.topics,
    topic_spelling: reference.spellings,
    programme_rule: reference.rules,
    authority: prepared.bodies.map((body) => authorityRow(body, ledger.id('a', body.key))),
    partner: prepared.partners.map((partner) =>
      partnerRow(partner, ledger.id('p', partner.key), english, prepared.seats)
    ),
    partnership: prepared.partnerships.map((partnership) => ({
      id: tieId(partnership),
      member_key: partnership.members.map(memberId).sort().join('|'),
      form: partnership.form,
      status: partnership.status,
      since_year: partnership.since,
      initiated: partnership.initiated,
      operator: partnership.operator
    })),
    partnership_member: prepared.partnerships.flatMap((partnership) =>
      partnership.members.map((member) => ({
        partnership_id: tieId(partnership),
        member_id: memberId(member),
        authority_id: member.body ? memberId(member) : null,
        partner_id: member.foreign ? memberId(member) : null
      }))
    ),
    source_record: [
      ...prepared.outcomes.map((outcome) =>
        recordRow(outcome, outcome.partnership ? tieId(outcome.partnership) : null)
      ),
      ...moreRecords(prepared.more, ledger)
    ],
    ...toMoreBatch(prepared.more, ledger),
    partnership_programme: tags.flatMap((tag) => tag.programmes),
    partnership_topic: tags.flatMap((tag) => tag.topics),
    sdg_tag: tags.flatMap((tag) => tag.goals),
    match_candidate: candidateRows(prepared, ledger),
    merged: prepared.merged
  };
}

function authorityRow(body: Body, id: string): AuthorityRow {
  return {
    id,
    kind: body.kind,
    ags: body.ags,
    ars: body.ars,
    name: body.name,
    name_full: body.nameFull,
    land_code: body.land,
    kreis_ags: body.kreis,
    population: body.population,
    population_date: body.population === null ? null : POPULATION_DATE,
    postcode: body.postcode,
    lon: body.at[0],
    lat: body.at[1]
  };
}

function partnerRow(
  partner: Foreign,
  id: string,
  english: ReadonlyMap<string, string>,
  seats: Prepared['seats']
): PartnerRow {
  const { place, key } = partner;
  const [lon, lat] = (place ?? seats.get(key))?.at ?? [null, null];
  return {
    id,
    geonames_id: place ? place.id : null,
    own_key: place ? null : key.replace(/^own:/, ''),
    name: place?.name ?? partner.label,
    name_de: place?.nameDe || (place?.name ?? partner.label),
    name_en: english.get(key) ?? place?.name ?? partner.label,
    country_iso2: partner.country,
    lon,
    lat
  };
}

/** English names of partners: the label Wikidata (CC0) gives most often, without its qualifier. */
function englishNames(outcomes: readonly Outcome[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { row } of outcomes) {
    const foreign = row.members?.[1].foreign;
    if (!foreign || row.tie.layer !== 'wikidata-2017') continue;
    const label = row.tie.partner.label.split(',')[0]!;
    const names = counts.get(foreign.key) ?? new Map<string, number>();
    counts.set(foreign.key, names.set(label, (names.get(label) ?? 0) + 1));
  }
  return new Map(
    [...counts].map(([key, names]) => [
      key,
      [...names].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0]
    ])
  );
}

function recordRow(
  { row, outcome, reason, detail }: Outcome,
  partnership: string | null
): RecordRow {
  const { tie } = row;
  return {
    source_id: tie.layer,
    source_key: tie.key,
    row_number: tie.row,
    raw: tie.raw,
    url: tie.fact?.url ?? '',
    outcome,
    reason,
    detail,
    partnership_id: partnership,
    since_year: tie.fact?.since ?? null,
    confidence: tie.fact?.confidence ?? '',
    note: tie.fact?.note ?? '',
    entity_kind: null,
    entity_id: null
  };
}
