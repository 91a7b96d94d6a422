/** What a paper is drafted from, and small words that all its parts need. */
import type { Dataset } from '../../domain/dataset.ts';
import type { Extras } from '../../domain/detail.ts';
import type { Selection } from '../../domain/selection.ts';
import { formatDate } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Block, PaperCell, TextBlock } from '../../report/paper.ts';
import { DEFAULT_VIEW, type Parsed, type ViewState } from '../../url/codec.ts';
import type { Data } from '../atlas.ts';
import { linkTo, type Page } from '../links.ts';

export interface PaperRequest {
  data: Data;
  parsed: Parsed;
  locale: Locale;
  /** The address names axes of the gap matrix. */
  gaps: boolean;
  /** ISO date of the draft: funding that ended before says so. */
  day: string;
}

/** A request with what is worked out once for all its parts. */
export interface Drafting extends PaperRequest {
  dataset: Dataset;
  extras: Extras | null;
  selection: Selection;
  /** The filters in words. */
  title: string;
}

/** Address of a page of the same selection, frozen at the snapshot of the paper. */
export function figuresAt(
  { parsed, dataset, locale }: Drafting,
  page: Page,
  view: Partial<ViewState> = {}
): string {
  const { filters } = parsed;
  const frozen = { ...DEFAULT_VIEW, snapshot: dataset.version, ...view };
  return linkTo({ filters, view: frozen, locale, page });
}

export const textBlock = (id: string, label: string, text: string): TextBlock => ({
  kind: 'text',
  id,
  on: true,
  label,
  text,
  draft: text
});

export const plain = (text: string, url = ''): PaperCell => ({ text, url });

/** As the source gives it: `2026-10-15` -> `15.10.2026`, `2026-10` -> `10/2026`, a year as it is. */
export const sourceDate = (date: string, locale: Locale): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(date)
    ? formatDate(date, locale)
    : date.replace(/^(\d{4})-(\d{2})$/, '$2/$1');

/** Without what a part has nothing to say about. */
export const present = (blocks: (Block | null)[]): Block[] =>
  blocks.filter((block) => block !== null);
