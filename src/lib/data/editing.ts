/**
 * Changes by people: proposed by an editor, decided by somebody else, never written directly.
 *
 * Contract: the client is signed in; the database decides what it may. Each proposal carries the
 * version it was made for. An EditError tells its HTTP status: 403 not yours to do, 404 not there,
 * 409 changed or decided meanwhile, 422 not a valid change, 503 anything else (keep the draft).
 */
import type { Form, Relevance, Status } from '../domain/model.ts';
import type { Client } from './client.ts';

/** What may change about a partnership; what is not named stays. Goals and topics of sources stay. */
export interface PartnershipPatch {
  form?: Form;
  status?: Status;
  since_year?: number | null;
  until_year?: number | null;
  /** ISO date, not in the future. */
  last_confirmed_at?: string;
  add_goals?: { goal: number; target?: string; relevance?: Relevance }[];
  remove_goals?: number[];
  add_topics?: string[];
  remove_topics?: string[];
}

/** What is said about every change: for whom, against which version, why, and where to read it. */
export interface Grounds {
  authority: string;
  /** Version that was read; 0 for a coverage that is not there yet. */
  version: number;
  reason: string;
  sourceUrl: string;
}

export interface CoverageStatement {
  state: 'confirmed_none' | 'confirmed_active';
  /** ISO date. */
  statedAt: string;
  /** The office that said so, never a person. */
  statedBy: string;
}

/** The database did not accept a change. */
export class EditError extends Error {
  readonly status: 403 | 404 | 409 | 422 | 503;
  readonly detail: string;
  constructor(message: string, code: string, detail: string) {
    super(message);
    this.name = 'EditError';
    this.status = STATUS[code] ?? 503;
    this.detail = detail;
  }
}

const STATUS: Record<string, EditError['status']> = {
  PT403: 403,
  '42501': 403,
  PGRST301: 403, // a token that is no longer valid
  PT404: 404,
  PT409: 409,
  PT422: 422,
  '22P02': 422,
  '23502': 422,
  '23514': 422
};

interface Answer {
  data: unknown;
  error: { message: string; code?: string; details?: string | null } | null;
}

function checked({ data, error }: Answer): unknown {
  if (error) throw new EditError(error.message, error.code ?? '', error.details ?? '');
  return data;
}

/** @returns the id of the proposal. @throws {EditError} */
export async function proposeChange(
  client: Client,
  partnership: string,
  patch: PartnershipPatch,
  grounds: Grounds
): Promise<string> {
  const answer = await client.rpc('propose_change', {
    p_entity_kind: 'partnership',
    p_entity_id: partnership,
    p_authority_id: grounds.authority,
    p_expected_version: grounds.version,
    p_patch: patch,
    p_reason: grounds.reason,
    p_source_url: grounds.sourceUrl
  });
  return String(checked(answer));
}

/** Proposes what an authority says about itself. @returns the id of the proposal. @throws {EditError} */
export async function setCoverage(
  client: Client,
  statement: CoverageStatement,
  grounds: Grounds
): Promise<string> {
  const answer = await client.rpc('set_coverage', {
    p_authority_id: grounds.authority,
    p_expected_version: grounds.version,
    p_state: statement.state,
    p_stated_at: statement.statedAt,
    p_stated_by: statement.statedBy,
    p_reason: grounds.reason,
    p_source_url: grounds.sourceUrl
  });
  return String(checked(answer));
}

/** Accepts (and applies) or rejects a proposal; a rejection needs a note. @throws {EditError} */
export async function reviewChange(
  client: Client,
  proposal: string,
  decision: 'accepted' | 'rejected',
  note = ''
): Promise<void> {
  checked(
    await client.rpc('review_change', { p_id: proposal, p_decision: decision, p_note: note })
  );
}

/** Takes an own proposal back while it is undecided. @throws {EditError} */
export async function withdrawChange(client: Client, proposal: string): Promise<void> {
  checked(await client.rpc('withdraw_change', { p_id: proposal }));
}
