/** The view over time, as a part whose code comes late: see `faces.ts`. */
import Face from '../TimeFace.svelte';

export const face = { component: Face };
