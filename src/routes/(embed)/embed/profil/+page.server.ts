import { embedPage } from '$lib/server/embedpage.ts';
import { profilEmbed } from '$lib/views/embed/profil.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => embedPage(event, profilEmbed);
