/**
 * Which snapshot an address is about: the one its `stand` names, else the current one.
 *
 * Contract: whoever cites a number gets that snapshot or is told why not; never the current numbers
 * under an old address.
 */
import { error } from '@sveltejs/kit';
import { m } from '../i18n/paraglide/messages.js';
import { SnapshotUnavailable, SnapshotWithdrawn, store, type Current } from './snapshots.ts';

export interface AsOf extends Current {
  /** The address names a snapshot, and it stays this one. */
  frozen: boolean;
}

/**
 * @throws 404 where no snapshot has the number, or it is none; 410 where it was withdrawn; 503
 * while nobody can tell
 */
export async function asOf(params: URLSearchParams): Promise<AsOf> {
  const asked = params.get('stand')?.trim() ?? '';
  try {
    if (asked === '') return { ...(await store().current()), frozen: false };
    const version = /^[1-9]\d{0,6}$/.test(asked) ? Number(asked) : null;
    const loaded = version === null ? null : await store().at(version);
    if (loaded) return { ...loaded, stale: false, frozen: true };
  } catch (problem) {
    if (problem instanceof SnapshotWithdrawn)
      error(410, { message: m.error_stand_withdrawn({ version: asked }), code: 'stand-withdrawn' });
    if (problem instanceof SnapshotUnavailable)
      error(503, { message: m.error_no_snapshot(), code: 'no-snapshot' });
    throw problem;
  }
  error(404, {
    message: m.error_stand_unknown({ version: asked.slice(0, 20) }),
    code: 'stand-unknown'
  });
}
