import Face from '../PlacePanel.svelte';

export const face = { component: Face };
