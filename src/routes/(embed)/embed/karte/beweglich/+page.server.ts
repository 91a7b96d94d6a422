import { embedPage } from '$lib/server/embedpage.ts';
import { outlinesFor } from '$lib/server/outlines.ts';
import { movableEmbed } from '$lib/views/embed/beweglich.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const answer = await embedPage(event, movableEmbed);
  const { areas } = answer.embed.body;
  return { ...answer, outlines: outlinesFor(areas?.level ?? 'laender', areas?.rows ?? []) };
};
