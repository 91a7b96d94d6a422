/** Rows of what is known beside partnerships: memberships, examples, organisations, funding, reviews. */
import * as v from 'valibot';
import { amount, goal, link, maybeText, text, whole, year } from './values.ts';

/** Missing where a test makes its own records. */
export const beside = {
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
