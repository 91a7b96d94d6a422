import { error } from '@sveltejs/kit';
import { m } from '$lib/i18n/paraglide/messages.js';
import { deltaPage } from '$lib/server/deltapage.ts';
import { SnapshotUnavailable } from '$lib/server/snapshots.ts';
import type { PageServerLoad } from './$types';

/** The comparison an address asks for; where it names a snapshot that is not there, words instead. */
export const load: PageServerLoad = async ({ url }) => {
  try {
    return await deltaPage(url.searchParams);
  } catch (problem) {
    if (problem instanceof SnapshotUnavailable)
      error(503, { message: m.error_no_snapshot(), code: 'no-snapshot' });
    throw problem;
  }
};
