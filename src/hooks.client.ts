/**
 * The language of a page is asked for once: each message asks for it, and reading it from the address
 * costs more than the message. Another language is another document (its links reload).
 */
import { getLocale, overwriteGetLocale } from '$lib/i18n/paraglide/runtime.js';

const own = getLocale();
overwriteGetLocale(() => own);
