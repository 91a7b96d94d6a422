import { facesOf, loadFaces } from '$lib/views/faces.ts';
import type { PageLoad } from './$types';

/** The code of what this address shows beside the picture, before the page wakes up. */
export const load: PageLoad = async ({ data }) => ({
  ...data,
  faces: await loadFaces(facesOf(data.atlas.view))
});
