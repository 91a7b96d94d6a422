import { embedPage } from '$lib/server/embedpage.ts';
import { satzEmbed } from '$lib/views/embed/satz.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => embedPage(event, satzEmbed);
