import { error } from '@sveltejs/kit';
import { facets } from '$lib/domain/facets.ts';
import { NO_FILTERS } from '$lib/domain/filters.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { current, SnapshotUnavailable } from '$lib/server/snapshots.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
  try {
    const { manifest, dataset, details } = await current();
    const { topics, programmeRules, sources } = dataset;
    const all = facets(dataset, NO_FILTERS);
    const known = {
      evidence: all.evidence.options.find(({ value }) => value === 'belegt')?.partnerships ?? 0,
      since: all.since.known.partnerships,
      forms: all.forms.known.partnerships,
      programmes: all.programmes.known.partnerships,
      topics: all.topics.known.partnerships,
      goals: all.goals.known.partnerships,
      statuses: all.statuses.known.partnerships
    };
    return { manifest, known, topics, programmeRules, sources, extras: details.extras ?? null };
  } catch (problem) {
    if (problem instanceof SnapshotUnavailable)
      error(503, { message: m.error_no_snapshot(), code: 'no-snapshot' });
    throw problem;
  }
};
