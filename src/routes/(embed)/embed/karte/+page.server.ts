import { embedPage } from '$lib/server/embedpage.ts';
import { outlinesFor } from '$lib/server/outlines.ts';
import { karteEmbed } from '$lib/views/embed/karte.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const answer = await embedPage(event, karteEmbed);
  const { areas } = answer.embed.body;
  return { ...answer, outlines: outlinesFor(areas?.level ?? 'laender', areas?.rows ?? []) };
};
