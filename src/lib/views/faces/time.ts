import Face from '../TimeFace.svelte';

export const face = { component: Face };
