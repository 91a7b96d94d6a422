/** Whom to name for what a snapshot shows. */
import type { Locale } from '../i18n/locale.ts';
import type { Loaded } from './load.ts';

/** In the reader's language; only sources of what is shown, not of the machinery. */
export const attributionsOf = (
  { dataset, manifest }: Pick<Loaded, 'dataset' | 'manifest'>,
  language: Locale
): string[] =>
  manifest.licences
    .filter((licence) => dataset.sources.some((s) => s.id === licence.source && s.layer >= 0))
    .map((licence) => (language === 'de' ? licence.attribution_de : licence.attribution_en));
