/** The comparison of two snapshots as the API tells it: strict where the page is lenient. */
import { isChanged, isConfirmed, type Delta, type KeptTie } from '../domain/delta.ts';
import type { GapShifts } from '../domain/deltagaps.ts';
import { termsOf } from '../report/terms.ts';
import { isReversed } from '../views/delta/stands.ts';
import { ApiError, noSnapshot } from './api.ts';
import { compared, deltaAsked, type Compared } from './delta.ts';
import { SnapshotWithdrawn, type Loaded } from './snapshots.ts';
import type { GapQuestion } from '../domain/gaps.ts';

export const NOTE_DE =
  'Verglichen werden zwei Datenstände, nicht zwei Zustände der Welt: „new“ heißt seitdem erfasst, „gone“ heißt nicht mehr in den Daten.';
export const NOTE_EN =
  'Two snapshots of the data are compared, not two states of the world: “new” means recorded since, “gone” means no longer in the data.';

export interface Answer extends Compared {
  before: Loaded;
  after: Loaded;
  question: GapQuestion;
}

/**
 * @throws {ApiError} 400 with all that is wrong, 404 where a snapshot is not there
 * @throws {SnapshotWithdrawn} where one was taken back
 */
export async function deltaAnswer(params: URLSearchParams): Promise<Answer> {
  const { before, after, parsed, question, problems } = await deltaAsked(params);
  if (problems.some(({ reason }) => reason === 'withdrawn')) throw new SnapshotWithdrawn('It');
  if (!before || !after) throw noSnapshot();
  if (parsed.issues.length > 0)
    throw new ApiError(
      400,
      'bad_parameters',
      'Einige Angaben in der Adresse sind nicht gültig.',
      'Some parameters of the address are not valid.',
      parsed.issues
    );
  return { before, after, question, ...compared(before, after, parsed.filters, question) };
}

/** Ids and codes; what stands behind an id, `/api/v1/partnerships` and the parts tell. */
export function deltaJson({ before, after, delta, gaps, question }: Answer) {
  return {
    note_de: NOTE_DE,
    note_en: NOTE_EN,
    before: standJson(before),
    after: standJson(after),
    reversed: isReversed(before.manifest, after.manifest),
    counts: {
      before: delta.before.rows.length,
      after: delta.after.rows.length,
      new: delta.added.length,
      ended: delta.ended.length,
      gone: delta.gone.length,
      confirmed: delta.kept.filter(isConfirmed).length,
      changed: delta.kept.filter(isChanged).length,
      unchanged: delta.kept.filter((tie) => !isChanged(tie) && !isConfirmed(tie)).length,
      first_record: delta.first.length,
      last_record_gone: delta.last.length
    },
    ...listsJson(before, after, delta),
    gaps: gaps && gapsJson(question, gaps.shifts),
    terms: termsOf([...before.dataset.sources, ...after.dataset.sources])
  };
}

function listsJson(before: Loaded, after: Loaded, delta: Delta) {
  const ids = ({ dataset }: Loaded, rows: number[]) =>
    rows.map((row) => dataset.partnerships.id[row]!);
  const tie = ({ id, changes, confirmedBy, fits, merged }: KeptTie) => ({
    ...{ id, changes, confirmed_by: confirmedBy, fits, merged }
  });
  return {
    new: ids(after, delta.added),
    ended: delta.ended.map(tie),
    gone: ids(before, delta.gone),
    kept: delta.kept.filter((one) => isChanged(one) || isConfirmed(one)).map(tie),
    first_record: delta.first.map(({ id }) => id),
    last_record_gone: delta.last.map(({ id }) => id)
  };
}

const gapsJson = ({ row, column }: GapQuestion, shifts: GapShifts) => ({
  axes: { row, column },
  ...shifts
});

function standJson({ manifest }: Loaded) {
  const { version, published_at, hash, edition } = manifest;
  return { version, published_at, hash, ...(edition && { edition }) };
}
