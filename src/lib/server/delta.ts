/**
 * Two snapshots to compare, as an address names them: `von`, `bis`, and the filters of every page.
 *
 * Contract: where nothing is named, the current snapshot is compared with the one before it, or with
 * an edition where there is none. A number that no snapshot has is never replaced by another: it comes
 * back as a problem, and then nothing is compared. Comparisons asked for last are kept.
 */
import { deltaOf, type Delta } from '../domain/delta.ts';
import { gapShifts, type GapShifts } from '../domain/deltagaps.ts';
import { gapMatrix, type GapMatrix, type GapQuestion } from '../domain/gaps.ts';
import type { Filters } from '../domain/filters.ts';
import { parse, serialise, vocabularyOf, type Parsed } from '../url/codec.ts';
import type { Manifest } from '../snapshot/manifest.ts';
import { Recent } from './recent.ts';
import { SnapshotWithdrawn, store, type Loaded } from './snapshots.ts';

export interface StandProblem {
  parameter: 'von' | 'bis';
  value: string;
  reason: 'unknown' | 'withdrawn' | 'none_before';
}

export interface DeltaAsked {
  parsed: Parsed;
  /** The axes of the gap matrix. */
  question: GapQuestion;
  before: Loaded | null;
  after: Loaded | null;
  problems: StandProblem[];
  /** All snapshots, newest first. */
  manifests: Manifest[];
  /** Number of the current one. */
  current: number;
}

/** Parameters of the comparison beside the filters. */
const OWN = ['von', 'bis', 'liste'];

/** @throws {SnapshotUnavailable} while there is nothing, or nobody can tell */
export async function deltaAsked(
  params: URLSearchParams,
  known: readonly string[] = []
): Promise<DeltaAsked> {
  const now = await store().current();
  const manifests = await store().list();
  const problems: StandProblem[] = [];
  const named = async (parameter: 'von' | 'bis', otherwise: number | null) => {
    const value = params.get(parameter)?.trim() ?? '';
    const version = value === '' ? otherwise : /^[1-9]\d{0,6}$/.test(value) ? Number(value) : 0;
    if (version === null) {
      problems.push({ parameter, value, reason: 'none_before' });
      return null;
    }
    try {
      const loaded = version === 0 ? null : await store().at(version);
      if (loaded) return loaded;
      problems.push({ parameter, value: value.slice(0, 20), reason: 'unknown' });
    } catch (problem) {
      if (!(problem instanceof SnapshotWithdrawn)) throw problem;
      problems.push({ parameter, value, reason: 'withdrawn' });
    }
    return null;
  };
  const after = await named('bis', now.manifest.version);
  const before = await named('von', earlier(manifests, after?.manifest ?? now.manifest));
  const { dataset } = after ?? now;
  const parsed = parse(params, vocabularyOf(dataset), [...OWN, ...known]);
  const { row, column } = parsed.view.gaps;
  const question: GapQuestion = { row, column };
  return {
    ...{ parsed, question, before, after, problems, manifests },
    current: now.manifest.version
  };
}

/** What one compares with by default: the whole before, else an edition. */
export function earlier(manifests: readonly Manifest[], { version }: Manifest): number | null {
  const found =
    manifests.find((one) => !one.edition && one.version < version) ??
    manifests.find((one) => one.edition && one.version !== version);
  return found?.version ?? null;
}

export interface Compared {
  delta: Delta;
  /** null where one of the two cannot say, e.g. no memberships in it. */
  gaps: { before: GapMatrix; after: GapMatrix; shifts: GapShifts } | null;
}

const kept = new Recent<string, Compared>(8);

export function compared(
  before: Loaded,
  after: Loaded,
  filters: Filters,
  question: GapQuestion
): Compared {
  const hashes = [before, after].map(({ manifest }) => `${manifest.version} ${manifest.hash}`);
  const key = JSON.stringify([...hashes, serialise(filters), question]);
  const found = kept.get(key);
  if (found) return found;
  const [old, now] = [before, after].map(({ dataset, register, details }) =>
    gapMatrix(dataset, filters, question, { register, extras: details.extras ?? null })
  );
  const made: Compared = {
    delta: deltaOf(before, after, filters),
    gaps: old && now ? { before: old, after: now, shifts: gapShifts(old, now) } : null
  };
  kept.set(key, made);
  return made;
}
