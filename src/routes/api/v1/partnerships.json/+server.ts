import { otherMethods } from '$lib/server/api.ts';
import { partnershipsText } from '$lib/server/download.ts';
import { selectedFile } from '$lib/server/selected.ts';
import type { RequestHandler } from './$types';

/** All partnerships of a selection in one JSON file: the page's filters and `stand`. */
export const GET: RequestHandler = (event) =>
  selectedFile(
    event,
    () => null,
    (loaded, { rows }) => ({
      body: partnershipsText(loaded, { ...loaded, rows }),
      type: 'application/json; charset=utf-8',
      ending: 'json'
    })
  );

export const fallback: RequestHandler = otherMethods;
