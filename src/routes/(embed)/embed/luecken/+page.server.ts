import { embedPage } from '$lib/server/embedpage.ts';
import { lueckenEmbed } from '$lib/views/embed/luecken.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => embedPage(event, lueckenEmbed);
