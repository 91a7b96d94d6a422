/**
 * What stands behind a partnership, row by row of its sources, and what is known beside
 * partnerships. Not needed for map, filters or
 * table, therefore a snapshot part of its own; keyed by partnership id (`t…`).
 */
import type { Basis, Relevance } from './model.ts';

export interface DetailSource {
  /** Id in `Dataset.sources`. */
  source: string;
  /** The cited page; '' where the layer has none. */
  url: string;
  note: string;
  confidence: string;
  /** Start year this source gives; null = none. */
  since: number | null;
}

export interface DetailTag {
  goal: number;
  /** Target id such as `6.1`; '' = the goal as a whole. */
  target: string;
  relevance: Relevance;
  basis: Basis;
  /** Programme rule id or topic id for goals by rule, else the cited page's URL. */
  by: string;
}

export interface Detail {
  sources: DetailSource[];
  /** Topic ids. */
  topics: string[];
  /** Programme rule ids. */
  programmes: string[];
  tags: DetailTag[];
}

/** Details by partnership id, and what the part holds beside them. */
export interface Details extends ReadonlyMap<string, Detail> {
  /** Missing in snapshots before 22 November 2026 and in those without any of it. */
  readonly extras?: Extras;
}

export interface MembershipLine {
  authority: string;
  /** Network or programme id. */
  network: string;
  /** As the source has it, with round or rank. */
  programme: string;
  /** A year, a period, or '' when the page names none. */
  year: string;
  /** `draft_only`, `report_or_statement`, `accompanied` or ''. */
  caveat: string;
  url: string;
}

export interface ExampleLine {
  id: string;
  authority: string;
  /** Partnership id; '' where none is recorded. */
  partnership: string;
  partnerName: string;
  title: string;
  summary: string;
  goals: number[];
  topics: string[];
  url: string;
}

export interface ActorLine {
  id: string;
  /** '' = an organisation without a municipality of its own. */
  authority: string;
  /** Partner id; '' where the place abroad is only named. */
  partner: string;
  partnerName: string;
  name: string;
  kind: string;
  since: number | null;
  /** Caveat in the words of the reader, English. */
  note: string;
  url: string;
}

export interface FundingLine {
  id: string;
  nameDe: string;
  nameEn: string;
  provider: string;
  level: string;
  whatDe: string;
  /** Who may apply, in words; missing in parts from before it. */
  eligible?: string;
  /** Euro; null = not named. Missing in parts from before it. */
  least?: number | null;
  most?: number | null;
  /** Least own share of the applicant, 0..1; null = not named. */
  ownShare?: number | null;
  from: string;
  to: string;
  /** `expired`, `historic`, `unknown`, `ongoing_by_source`: never an offer without its date. */
  status: string;
  stateAsOf: string;
  note: string;
  url: string;
}

export interface ReviewLine {
  kind: string;
  year: number | null;
  goals: number[];
  occasion: string;
  /** Day, month or year; '' = not named. Missing in parts from before it. */
  from?: string;
  to?: string;
  entity: string;
  authority: string;
  /** false: announced or not verified; not to be shown as a fact. */
  confirmed: boolean;
  note: string;
  url: string;
}

export interface RequestLine {
  partner: string;
  name: string;
  country: string;
  /** A day, month or year; '' = undated. */
  date: string;
  /** Over, as its source or a reader says: never shown as current. */
  historic: boolean;
  topics: string[];
  note: string;
  url: string;
}

/** A rule as its table stands, with the reason for it; its goals are in the dataset. */
export interface RuleLine {
  id: string;
  /** In English. */
  rationale: string;
  /** In German; missing or '' where nobody wrote it. */
  rationaleDe?: string;
  url: string;
  from: string;
  to: string;
  /** Goal tags the rule produces in this snapshot. */
  tags: number;
}

/** Rows of one kind from one source, and what became of them. */
export interface AccountLine {
  source: string;
  kind: string;
  imported: number;
  merged: number;
  quarantined: number;
  /** Quarantined rows by reason. */
  reasons: Record<string, number>;
}

export interface Extras {
  networks: { id: string; nameDe: string; nameEn: string; kind: string }[];
  memberships: MembershipLine[];
  examples: ExampleLine[];
  actors: ActorLine[];
  funding: FundingLine[];
  reviews: ReviewLine[];
  requests: RequestLine[];
  topicRules: RuleLine[];
  programmeRules: RuleLine[];
  accounts: AccountLine[];
  /** Territorial changes on record. */
  changes: number;
}
