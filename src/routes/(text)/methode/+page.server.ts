import { error } from '@sveltejs/kit';
import { m } from '$lib/i18n/paraglide/messages.js';
import { current, SnapshotUnavailable } from '$lib/server/snapshots.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
  try {
    const { manifest, dataset, details } = await current();
    const { topics, programmeRules, sources } = dataset;
    return { manifest, topics, programmeRules, sources, extras: details.extras ?? null };
  } catch (problem) {
    if (problem instanceof SnapshotUnavailable)
      error(503, { message: m.error_no_snapshot(), code: 'no-snapshot' });
    throw problem;
  }
};
