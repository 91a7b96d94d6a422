/** Addresses of a selection as a file: the page's filters and snapshot, nothing of its view. Pure. */
import { localise } from '../i18n/locale.ts';
import { m } from '../i18n/paraglide/messages.js';
import { DEFAULT_VIEW, serialise, type Areas } from '../url/codec.ts';
import type { Here } from './links.ts';

export interface Download {
  label: string;
  href: string;
}

/**
 * @param areas what is shaded: then its table comes first
 * @param place only what it takes part in; null = all that is selected
 */
export function downloadsOf(
  { filters, view, locale }: Here,
  areas: Areas | null = null,
  place: string | null = null
): Download[] {
  const query = serialise(filters, { ...DEFAULT_VIEW, snapshot: view.snapshot, place });
  const file = (ending: string, more = '') => {
    const search = [query, more].filter(Boolean).join('&');
    return localise(`/api/v1/partnerships.${ending}${search && `?${search}`}`, locale);
  };
  const shaded = areas && serialise(filters, { ...DEFAULT_VIEW, snapshot: view.snapshot, areas });
  return [
    ...(shaded === null
      ? []
      : [
          {
            label: m.download_areas({}, { locale }),
            href: localise(
              `/api/v1/areas.csv?${shaded}${locale === 'de' ? '&trennzeichen=semikolon' : ''}`,
              locale
            )
          }
        ]),
    { label: 'CSV', href: file('csv') },
    { label: m.download_csv_excel({}, { locale }), href: file('csv', 'trenn=semikolon') },
    { label: 'GeoJSON', href: file('geojson') },
    { label: 'JSON', href: file('json') }
  ];
}
