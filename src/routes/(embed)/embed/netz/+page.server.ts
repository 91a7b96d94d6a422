import { embedPage } from '$lib/server/embedpage.ts';
import { netzEmbed } from '$lib/views/embed/netz.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => embedPage(event, netzEmbed);
