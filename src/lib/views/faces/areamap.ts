import Face from '../../charts/AreaMap.svelte';

export const face = { component: Face };
