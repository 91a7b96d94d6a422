import { builderPage } from '$lib/server/builderpage.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => builderPage(event, event.params.view);
