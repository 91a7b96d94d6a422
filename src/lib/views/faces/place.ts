/** The panel of a place, as a part whose code comes late: see `faces.ts`. */
import Face from '../PlacePanel.svelte';

export const face = { component: Face };
