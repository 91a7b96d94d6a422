/**
 * What every embed says, and what it leads to.
 *
 * Contract: pure and plain. An embed is a page's own view model in a bare layout: the same words, the
 * same ids, and an address on the site that shows exactly this. Links lead to the site, in a window of
 * their own; controls lead to another embed, in the same frame.
 */
import type { Locale } from '../../i18n/locale.ts';
import type { Issue, Parsed, ViewState } from '../../url/codec.ts';
import type { EmbedLook } from '../../url/embed.ts';
import type { Filters } from '../../domain/filters.ts';
import type { Atlas, Data } from '../atlas.ts';
import { goalsKnown } from '../choices.ts';
import { embedAddress, type ViewId } from '../embedded.ts';

export interface Asked {
  data: Data;
  parsed: Parsed;
  look: EmbedLook;
  locale: Locale;
  /** When the snapshot was published (ISO), and what it is called where only some layers are in it. */
  snapshot: { publishedAt: string; edition: string | null };
}

/** Ways to change what is shown, as links within the frame. */
export interface Control {
  label: string;
  choices: { label: string; href: string; current: boolean }[];
}

export interface Embed {
  view: ViewId;
  title: string;
  /** '' = the picture says it all. */
  sentence: string;
  /** What must be known to read it. */
  notes: string[];
  /** Whose ground a map is drawn on; '' = there is none. */
  ground: string;
  /** What in the address was not understood. */
  issues: Issue[];
  /** Of the page that shows exactly this, of a table the page that holds its first row: path and query. */
  page: string;
  controls: Control[];
  look: EmbedLook;
}

/** An embed with its own picture. */
export type EmbedOf<Body> = Embed & { body: Body };

/** The same embed with something of it changed: path and query. */
export const changed = (
  view: ViewId,
  { parsed, look, locale }: Pick<Asked, 'parsed' | 'look' | 'locale'>,
  filters: Partial<Filters>,
  state: Partial<ViewState> = {}
): string =>
  embedAddress(
    view,
    { filters: { ...parsed.filters, ...filters }, view: { ...parsed.view, ...state } },
    locale,
    look
  );

/** Goals are asked for, and recorded of few. */
export function goalsNote({ filters }: Parsed, { choices }: Atlas, locale: Locale): string[] {
  return filters.goals.length > 0 ? [goalsKnown({ filters, choices }, locale)].filter(Boolean) : [];
}
