import Face from '../AreaLegend.svelte';

export const face = { component: Face };
