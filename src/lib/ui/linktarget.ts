/**
 * Where the links of a picture open.
 *
 * Contract: `<base target>` holds for links of HTML, and not for those inside SVG. Whoever draws marks
 * as links asks here; in a frame they would otherwise lead to a page that refuses to be framed.
 */
import { getContext, setContext } from 'svelte';

const KEY = Symbol('target of links');

/** For all that is drawn below the component that calls this while it is set up. */
export const openLinksIn = (target: '_blank'): void => void setContext(KEY, target);

/** Called while a component is set up. */
export const linkTarget = (): '_blank' | undefined => getContext<'_blank' | undefined>(KEY);
