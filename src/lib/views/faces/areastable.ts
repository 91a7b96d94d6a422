/** The table of Länder or Kreise, as a part whose code comes late: see `faces.ts`. */
import Face from '../AreasTable.svelte';

export const face = { component: Face };
