import { error } from '@sveltejs/kit';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { PageServerLoad } from './$types';

/** A view that there is not, or not any more: said in the frame, not by the site's own error page. */
export const load: PageServerLoad = () => {
  error(404, { message: m.embed_no_view(), code: 'no-view' });
};
