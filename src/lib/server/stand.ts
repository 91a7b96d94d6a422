/** What a page says about the snapshot it shows. */
import type { Locale } from '../i18n/locale.ts';
import { termsOf } from '../report/terms.ts';
import type { AsOf } from './asof.ts';
import { attributionsOf } from './attributions.ts';

/** Plain, in the reader's language: what source lines need. */
export function standOf({ manifest, dataset, stale, frozen }: AsOf, language: Locale) {
  const { edition } = manifest;
  return {
    version: manifest.version,
    publishedAt: manifest.published_at,
    stale,
    frozen,
    edition: edition && {
      title: language === 'de' ? edition.title_de : edition.title_en,
      note: language === 'de' ? edition.note_de : edition.note_en
    },
    licence: termsOf(dataset.sources).licence,
    attributions: attributionsOf({ dataset, manifest }, language)
  };
}
