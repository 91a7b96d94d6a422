import Face from '../PartnershipTable.svelte';

export const face = { component: Face };
