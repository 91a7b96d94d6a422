import type { Reroute } from '@sveltejs/kit';
import { deLocalizeUrl } from '$lib/i18n/paraglide/runtime.js';

/** `/en/…` is served by the same routes as the German address without prefix. */
export const reroute: Reroute = ({ url }) => deLocalizeUrl(url).pathname;
