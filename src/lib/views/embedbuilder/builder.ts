/**
 * The page that builds an embed: what is embedded, what can be chosen, what is copied.
 *
 * Contract: pure and plain, like `buildAtlas`: answers on the server for an address. What it gives for
 * copying is exactly what its preview shows, in the language of the embed; absolute where it leaves the
 * site. The table begins at its first row, whatever page of it the address asks for.
 */
import type { Locale } from '../../i18n/locale.ts';
import { m } from '../../i18n/paraglide/messages.js';
import type { Building } from '../../url/builder.ts';
import type { Parsed } from '../../url/codec.ts';
import type { Data } from '../atlas.ts';
import { chipsOf } from '../chips.ts';
import { standOption, type StandLike } from '../delta/stands.ts';
import type { Download } from '../downloads.ts';
import {
  builderAddress,
  EMBED_HEIGHTS,
  embedAddress,
  fromFirstRow,
  pageAddress,
  pictureAddress,
  pressAddress,
  previewAddress,
  type AskedView,
  type ViewId
} from '../embedded.ts';
import { embeddedTitle } from '../embeddedtitle.ts';
import type { FrameWords } from './snippets.ts';

export interface BuilderAsked {
  view: ViewId;
  data: Data;
  parsed: Parsed;
  building: Building;
  /** The snapshot that the data are of, and the newest one. */
  stands: { shown: StandLike; current: StandLike };
  /** Language of the page. */
  locale: Locale;
  /** Scheme and host of the site. */
  origin: string;
}

export interface Builder {
  view: ViewId;
  /** What the view is called, in the language of the page. */
  title: string;
  /** Labels of the filters that are set. */
  filters: string[];
  /** The page that shows the same. */
  back: string;
  building: Building;
  /** `stand` as it is chosen, and what can be: '' = always the newest. */
  stand: string;
  stands: { value: string; label: string }[];
  /** Where the form leads, and what of the address stays as it is. */
  form: { path: string; query: string };
  /** Height that is written where nobody measured one. */
  frame: FrameWords;
  /** Address of `embed.js`. */
  script: string;
  /** For those who ask `/oembed`: see `pasted`. */
  address: string;
  pictures: Download[];
  /** Where a sentence is built from the same filters; null on that page itself. */
  sentence: string | null;
  press: string;
}

/** @returns null where the address asks for a place that nobody knows, or for none */
export function buildBuilder(asked: BuilderAsked): Builder | null {
  const { view, data, building, stands, locale, origin } = asked;
  const parsed = fromFirstRow(view, asked.parsed);
  const { language, look, height } = building;
  const frozen = parsed.view.snapshot === null ? null : stands.shown;
  const title = embeddedTitle(view, data, parsed, null, locale);
  const embedded = embeddedTitle(view, data, parsed, frozen, language);
  if (title === null || embedded === null) return null;
  const live: AskedView = { ...parsed, view: { ...parsed.view, snapshot: null } };
  const [path = '', query = ''] = builderAddress(view, live, locale).split('?');
  const kreise = new Map(data.dataset.kreise.map(({ code, name }) => [code, name]));
  return {
    view,
    title,
    filters: chipsOf({ ...parsed, locale }, data.dataset, kreise).map(({ label }) => label),
    back: pageAddress(view, parsed, locale),
    building,
    stand: frozen ? String(frozen.version) : '',
    stands: standChoices(stands, locale),
    form: { path, query },
    frame: {
      src: origin + embedAddress(view, parsed, language, look),
      title: `${embedded} – ${m.site_name({}, { locale: language })}`,
      height: height ?? EMBED_HEIGHTS[view]
    },
    script: `${origin}/embed.js`,
    address: origin + pasted(view, parsed, building),
    pictures: picturesOf(view, parsed, building, locale),
    sentence: view === 'satz' ? null : builderAddress('satz', parsed, locale),
    press: pressAddress(view, parsed, locale)
  };
}

/** Live, the snapshot that is shown, and the newest one where that is another. */
function standChoices({ shown, current }: BuilderAsked['stands'], locale: Locale) {
  const fixed = shown.version === current.version ? [shown] : [shown, current];
  return [
    { value: '', label: m.builder_stand_live({}, { locale }) },
    ...fixed.map((one) => {
      const { label } = standOption(one, current.version, locale);
      return {
        value: String(one.version),
        label: m.builder_stand_fixed({ stand: label }, { locale })
      };
    })
  ];
}

/** A sentence has no page of its own: there the embed itself is what is pasted. */
const pasted = (view: ViewId, parsed: Parsed, { language, look }: Building): string =>
  view === 'satz'
    ? embedAddress(view, parsed, language, look)
    : pageAddress(view, parsed, language);

function picturesOf(
  view: ViewId,
  parsed: Parsed,
  { language, look }: Building,
  locale: Locale
): Download[] {
  const say = { locale };
  const file = (format: 'svg' | 'png') => pictureAddress(view, parsed, language, format, look);
  return [
    { label: m.picture_svg({}, say), href: file('svg') },
    { label: m.picture_png({}, say), href: file('png') },
    { label: m.builder_preview_file({}, say), href: previewAddress(view, parsed, language, look) }
  ];
}
