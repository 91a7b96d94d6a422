/** The table of partnerships, as a part whose code comes late: see `faces.ts`. */
import Face from '../PartnershipTable.svelte';

export const face = { component: Face };
