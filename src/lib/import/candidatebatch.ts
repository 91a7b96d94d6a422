/**
 * The candidates as rows of `match_candidate`: only for quarantined rows and hard matches.
 *
 * Contract: pure; property names are column names. The chosen candidate, where there is one, has rank 1.
 */
import { choicesOf, isHard, MOST, type Choice } from './candidates.ts';
import type { Ledger } from './ids.ts';
import type { Prepared } from './prepare.ts';

export interface CandidateRow {
  source_id: string;
  source_key: string;
  side: 'german' | 'foreign';
  rank: number;
  candidate_kind: 'authority' | 'partner' | 'geonames';
  /** Id of the authority or of a partner without place; else the GeoNames id. */
  candidate_id: string;
  name: string;
  distance_km: number | null;
  score: number | null;
  chosen: boolean;
  reasons: string[];
}

/** @throws {Error} when a chosen unit has no id in the ledger */
export function candidateRows({ outcomes, gazetteer }: Prepared, ledger: Ledger): CandidateRow[] {
  return outcomes
    .filter((outcome) => isHard(outcome, gazetteer))
    .flatMap(({ row, reason }) =>
      choicesOf(row, gazetteer).flatMap(({ side, choices }) =>
        choices
          .filter((choice) => known(choice, ledger))
          .slice(0, MOST)
          .map((choice, i) => ({
            source_id: row.tie.layer,
            source_key: row.tie.key,
            side: side === 'german' ? ('german' as const) : ('foreign' as const),
            rank: i + 1,
            ...identity(choice, ledger),
            name: choice.name,
            // Kilometres with one digit: float noise would look like a change.
            distance_km: choice.distance === null ? null : Math.round(choice.distance * 10) / 10,
            score: null,
            chosen: choice.chosen,
            reasons: [choice.reason || 'candidate', ...(reason ? [reason] : [])]
          }))
      )
    );
}

/** An own unit of a quarantined row was never minted: it is a name, no candidate. */
const known = ({ key, body, place }: Choice, ledger: Ledger): boolean =>
  place !== null || ledger.missing(body ? 'a' : 'p', [key]).length === 0;

function identity(
  { key, body, place }: Choice,
  ledger: Ledger
): Pick<CandidateRow, 'candidate_kind' | 'candidate_id'> {
  if (body) return { candidate_kind: 'authority', candidate_id: ledger.id('a', key) };
  if (place) return { candidate_kind: 'geonames', candidate_id: String(place.id) };
  return { candidate_kind: 'partner', candidate_id: ledger.id('p', key) };
}
