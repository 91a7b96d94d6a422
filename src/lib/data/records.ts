/**
 * Everything of the database that a snapshot is made of, read for publishing.
 *
 * Contract: one statement (`publishable_records`), so an import that ends meanwhile is seen wholly
 * or not at all, and no row limit of the API cuts a table short. Rows are parsed here, once; what
 * does not have the promised shape is an error and never reaches a snapshot. Needs the secret key.
 */
import * as v from 'valibot';
import { AUTHORITY_KINDS, FORMS, PROGRAMMES, RELEVANCES, STATUSES } from '../domain/model.ts';
import { DataError, unwrap, type Client } from './client.ts';

const text = v.string();
const maybeText = v.nullable(text);
const whole = v.pipe(v.number(), v.integer());
const year = v.nullable(v.pipe(whole, v.minValue(1000), v.maxValue(2100)));
/** Euro or a share; a row of before says nothing of it. */
const amount = v.optional(v.nullable(v.number()), null);
const goal = v.pipe(whole, v.minValue(1), v.maxValue(17));
const degrees = v.pipe(v.number(), v.minValue(-180), v.maxValue(180));

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

const link = v.pipe(text, v.regex(/^https?:\/\//));
const ruleReason = { rationale: text, rationale_de: text };
/** What is known beside partnerships. */
const more = {
  accounts: v.array(
    v.object({ source_id: text, kind: text, imported: whole, merged: whole, quarantined: whole })
  ),
  reasons: v.array(v.object({ source_id: text, kind: text, reason: text, rows: whole })),
  networks: v.array(v.object({ id: text, name_de: text, name_en: text, kind: text })),
  memberships: v.array(
    v.object({
      id: text,
      authority_id: text,
      network_id: maybeText,
      programme: text,
      year: text,
      note: text,
      source_url: link
    })
  ),
  examples: v.array(
    v.object({
      id: text,
      authority_id: text,
      partnership_id: maybeText,
      partner_name: maybeText,
      title: text,
      summary: text,
      goals: v.array(goal),
      topics: v.array(text),
      source_url: link
    })
  ),
  actors: v.array(
    v.object({
      id: text,
      authority_id: maybeText,
      partner_id: maybeText,
      partner_name: maybeText,
      name: text,
      kind: text,
      since_year: year,
      note: text,
      source_url: link
    })
  ),
  funding: v.array(
    v.object({
      id: text,
      name_de: text,
      name_en: text,
      provider: text,
      level: text,
      what_de: text,
      eligible: v.optional(text, ''),
      amount_min_eur: amount,
      amount_max_eur: amount,
      co_funding_share: amount,
      valid_from: maybeText,
      valid_to: maybeText,
      status: text,
      state_as_of: maybeText,
      note: text,
      source_url: link
    })
  ),
  reviews: v.array(
    v.object({
      id: text,
      kind: text,
      year,
      goals: v.array(goal),
      occasion: text,
      date_from: v.optional(maybeText, null),
      date_to: v.optional(maybeText, null),
      entity: text,
      authority_id: maybeText,
      confirmed: v.boolean(),
      note: text,
      source_url: link
    })
  ),
  requests: v.array(
    v.object({
      id: text,
      partner_id: maybeText,
      partner_name: text,
      country_iso2: text,
      request_date: maybeText,
      marked_historic: v.boolean(),
      topics: v.array(text),
      note: text,
      source_url: link
    })
  ),
  /** What bodies said about themselves. */
  coverage: v.array(v.object({ authority_id: text, state: text })),
  /** Partnerships that lead to another one. */
  merged_partnerships: v.array(v.object({ id: text, merged_into: text })),
  changes: whole
};

const Records = v.object({
  /** Missing where a test makes its own records. */
  ...v.partial(v.object(more)).entries,
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
