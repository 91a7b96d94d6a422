import { embedPage } from '$lib/server/embedpage.ts';
import { tabelleEmbed } from '$lib/views/embed/tabelle.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => embedPage(event, tabelleEmbed);
