/** The gap matrix as a file: the page's filters, axes and opened cell, nothing else of its view. Pure. */
import { localise } from '../../i18n/locale.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { DEFAULT_VIEW, serialise } from '../../url/codec.ts';
import type { Download } from '../downloads.ts';
import type { Here } from '../links.ts';

export function gapFiles({ filters, view, locale }: Here): Download[] {
  const query = serialise(filters, { ...DEFAULT_VIEW, snapshot: view.snapshot, gaps: view.gaps });
  const file = (ending: string, more = '') => {
    const search = [query, more].filter(Boolean).join('&');
    return localise(`/api/v1/gaps${ending}${search && `?${search}`}`, locale);
  };
  const say = { locale };
  return [
    { label: m.gap_xlsx({}, say), href: file('.xlsx') },
    { label: m.gap_csv({}, say), href: file('.csv') },
    { label: m.gap_csv_excel({}, say), href: file('.csv', 'trennzeichen=semikolon') },
    { label: m.gap_json({}, say), href: file('') }
  ];
}
