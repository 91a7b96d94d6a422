import { pressPage } from '$lib/server/presskitpage.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => pressPage(event, event.params.view);
