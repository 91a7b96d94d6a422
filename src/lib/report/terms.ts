/**
 * Under which terms a download may be used, and whom to name: the one place that says so.
 *
 * Contract: pure. Attribution texts come from the sources of the snapshot (the table `source`),
 * never from here. `alle` is the whole compilation (CC BY-SA 4.0, because Wikipedia is in it);
 * `ohne-wikipedia` holds nothing that only Wikipedia attests and is under CC BY 4.0.
 */
import type { Source } from '../domain/dataset.ts';

export const SCOPES = ['alle', 'ohne-wikipedia'] as const;
export type Scope = (typeof SCOPES)[number];

/** The layer whose rows are under CC BY-SA. */
export const SHARE_ALIKE = 'wikipedia-2026';

export interface Terms {
  scope: Scope;
  licence: string;
  licence_url: string;
  /** One line per source. */
  attributions_de: string[];
  attributions_en: string[];
}

const LICENCES: Record<Scope, Pick<Terms, 'licence' | 'licence_url'>> = {
  alle: {
    licence: 'CC BY-SA 4.0',
    licence_url: 'https://creativecommons.org/licenses/by-sa/4.0/'
  },
  'ohne-wikipedia': {
    licence: 'CC BY 4.0',
    licence_url: 'https://creativecommons.org/licenses/by/4.0/'
  }
};

/** @param sources all sources of what is handed out: what is not among them needs no mention */
export function termsOf(sources: readonly Source[]): Terms {
  const scope = sources.some(({ id }) => id === SHARE_ALIKE) ? 'alle' : 'ohne-wikipedia';
  const lines = (of: (source: Source) => string) => [...new Set(sources.map(of))];
  return {
    scope,
    ...LICENCES[scope],
    attributions_de: lines((source) => source.attributionDe),
    attributions_en: lines((source) => source.attributionEn)
  };
}
