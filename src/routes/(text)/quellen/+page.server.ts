import { error } from '@sveltejs/kit';
import { m } from '$lib/i18n/paraglide/messages.js';
import { termsOf } from '$lib/report/terms.ts';
import { current, SnapshotUnavailable } from '$lib/server/snapshots.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
  try {
    const { manifest, dataset } = await current();
    return { manifest, sources: dataset.sources, licence: termsOf(dataset.sources).licence };
  } catch (problem) {
    if (problem instanceof SnapshotUnavailable)
      error(503, { message: m.error_no_snapshot(), code: 'no-snapshot' });
    throw problem;
  }
};
