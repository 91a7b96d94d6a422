import { locale } from '$lib/i18n/locale.ts';
import { geojson } from '$lib/report/geojson.ts';
import { otherMethods } from '$lib/server/api.ts';
import { label, selectedFile } from '$lib/server/selected.ts';
import type { RequestHandler } from './$types';

/** All partnerships of a selection as GeoJSON (RFC 7946): the page's filters and `stand`. */
export const GET: RequestHandler = (event) =>
  selectedFile(
    event,
    () => null,
    ({ dataset, details }, selection) => ({
      body: JSON.stringify(geojson(dataset, selection, { locale: locale(), label, details })),
      type: 'application/geo+json',
      ending: 'geojson'
    })
  );

export const fallback: RequestHandler = otherMethods;
