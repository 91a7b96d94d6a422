import Face from '../AreasTable.svelte';

export const face = { component: Face };
