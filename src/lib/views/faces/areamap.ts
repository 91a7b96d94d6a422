/** The drawn map of Länder or Kreise, as a part whose code comes late: see `faces.ts`. */
import Face from '../../charts/AreaMap.svelte';

export const face = { component: Face };
