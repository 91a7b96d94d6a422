/**
 * Everything of the database that a snapshot is made of, read for publishing.
 *
 * Contract: one statement (`publishable_records`), so an import that ends meanwhile is seen wholly
 * or not at all, and no row limit of the API cuts a table short. Rows are parsed here, once; what
 * does not have the promised shape is an error and never reaches a snapshot. Needs the secret key.
 */
import * as v from 'valibot';
import { AUTHORITY_KINDS, FORMS, PROGRAMMES, RELEVANCES, STATUSES } from '../domain/model.ts';
import { beside } from './beside.ts';
import { DataError, unwrap, type Client } from './client.ts';
import { degrees, goal, maybeText, text, whole, year } from './values.ts';

const Source = v.object({
  id: text,
  layer: v.nullable(whole),
  title: text,
  url: text,
  licence: text,
  licence_url: text,
  attribution_de: text,
  attribution_en: text,
  retrieved_at: text,
  state_de: text,
  state_en: text
});

const Country = v.object({
  iso2: text,
  name_de: text,
  name_en: text,
  subregion_code: text,
  subregion_de: text,
  subregion_en: text,
  oda: v.boolean(),
  ldc: v.boolean(),
  sids: v.boolean(),
  lon: v.nullable(degrees),
  lat: v.nullable(degrees)
});

const Goal = v.object({
  goal,
  colour: text,
  short_de: text,
  short_en: text,
  title_de: text,
  title_en: text
});

const rule = {
  id: text,
  name_de: text,
  name_en: text,
  goals_main: v.array(goal),
  goals_significant: v.array(goal)
};

const Authority = v.object({
  id: text,
  kind: v.picklist(AUTHORITY_KINDS),
  ags: maybeText,
  name: text,
  land_code: text,
  kreis_ags: maybeText,
  population: v.nullable(whole),
  postcode: maybeText,
  lon: degrees,
  lat: degrees,
  merged_into: maybeText
});

const Partner = v.object({
  id: text,
  name_de: text,
  name_en: text,
  country_iso2: text,
  lon: v.nullable(degrees),
  lat: v.nullable(degrees),
  merged_into: maybeText
});

const Partnership = v.object({
  id: text,
  form: v.picklist(FORMS),
  status: v.picklist(STATUSES),
  since_year: year,
  initiated: v.boolean(),
  operator: v.boolean()
});

const SourceRecord = v.object({
  source_id: text,
  source_key: text,
  partnership_id: text,
  url: text,
  since_year: year,
  confidence: text,
  note: text
});

const Tag = v.object({
  partnership_id: text,
  goal,
  target_id: maybeText,
  relevance: v.picklist(RELEVANCES),
  basis: v.picklist(['source', 'editor']),
  url: text
});

const ruleReason = { rationale: text, rationale_de: text };
const Records = v.object({
  ...v.partial(v.object(beside)).entries,
  sources: v.array(Source),
  laender: v.array(v.object({ code: text, name: text })),
  kreise: v.array(v.object({ ags: text, name: text })),
  countries: v.array(Country),
  goals: v.array(Goal),
  topics: v.array(v.object({ ...rule, ...v.partial(v.object(ruleReason)).entries })),
  programme_rules: v.array(
    v.object({
      ...rule,
      ...v.partial(v.object({ ...ruleReason, source_url: text, valid_from: text, valid_to: text }))
        .entries,
      programme: v.nullable(v.picklist(PROGRAMMES))
    })
  ),
  /** Merged ones too: they say where their id went. */
  authorities: v.array(Authority),
  partners: v.array(Partner),
  /** Without merged ones. */
  partnerships: v.array(Partnership),
  members: v.array(v.object({ partnership_id: text, member_id: text })),
  /** Rows of sources that attest a partnership. */
  records: v.array(SourceRecord),
  /** Number of rows that wait for a decision. */
  quarantined: whole,
  programmes: v.array(v.object({ partnership_id: text, rule_id: text })),
  partnership_topics: v.array(v.object({ partnership_id: text, topic_id: text })),
  tags: v.array(Tag)
});
export type Records = v.InferOutput<typeof Records>;

/**
 * @param client with the secret key and time for a long answer (about 10 MB)
 * @throws {DataError} when the database refuses, or a row is not what it should be (`row`)
 */
export async function readRecords(client: Client): Promise<Records> {
  return parseRecords(unwrap<unknown>(await client.rpc('publishable_records')));
}

/** @throws {DataError} with code `row` that names the first wrong row */
export function parseRecords(value: unknown): Records {
  const parsed = v.safeParse(Records, value, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new DataError(`Record ${v.getDotPath(issue) ?? ''}: ${issue.message}`, 'row');
}
