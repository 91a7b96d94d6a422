/**
 * What the page that builds an embed is asked beside the view itself: the part of the URL grammar that
 * belongs to `/einbetten/<view>` alone. The look of the embed is asked as the embed asks it (`embed.ts`).
 *
 * Contract: like `codec.ts`: total, keeps what is valid, reports the rest, drops defaults. A form that is
 * sent without a script names everything, defaults too, and is understood as well.
 */
import { EMBED_PARAMETERS, readLook, writeLook, type EmbedLook } from './embed.ts';
import { Reader } from './read.ts';
import type { Issue } from './state.ts';
import { oneOf } from './values.ts';

export const LANGUAGES = ['de', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Room of the preview: a column of text, a phone, or all there is. */
export const PREVIEW_WIDTHS = ['spalte', 'handy', 'voll'] as const;
export type PreviewWidth = (typeof PREVIEW_WIDTHS)[number];

export const HEIGHTS = { least: 120, most: 5000 } as const;

export interface Building {
  look: EmbedLook;
  /** `sprache` of the embed; the page's own where nothing is said. */
  language: Language;
  /** `breite` of the preview: an embed is as wide as the page around it leaves it. */
  width: PreviewWidth;
  /** `hoehe=fest&px=…`, in pixels; null = by itself. */
  height: number | null;
}

/** In the order in which they are written. */
export const BUILDER_PARAMETERS = [
  ...EMBED_PARAMETERS,
  'sprache',
  'breite',
  'hoehe',
  'px'
] as const;

const pixels = (value: string): number | undefined =>
  /^\d{1,5}$/.test(value) && Number(value) >= HEIGHTS.least && Number(value) <= HEIGHTS.most
    ? Number(value)
    : undefined;

/**
 * @param language of the page
 * @param usual height where a fixed one is asked for and none is named
 */
export function readBuilding(
  params: URLSearchParams,
  language: Language,
  usual: number
): { building: Building; issues: Issue[] } {
  const { look, issues } = readLook(params);
  const read = new Reader(params);
  const fixed = read.as<'auto' | 'fest'>('hoehe', 'auto', oneOf(['auto', 'fest'])) === 'fest';
  // The form always sends its number; where the height is automatic, nobody asks for it.
  const height = fixed ? read.as('px', usual, pixels) : null;
  const building: Building = {
    look,
    language: read.as<Language>('sprache', language, oneOf(LANGUAGES)),
    width: read.as<PreviewWidth>('breite', 'spalte', oneOf(PREVIEW_WIDTHS)),
    height
  };
  return { building, issues: [...issues, ...read.issues] };
}

/** Query without `?`; '' when everything is at its default. @param page its language */
export function writeBuilding({ look, language, width, height }: Building, page: Language): string {
  return [
    writeLook(look),
    language === page ? '' : `sprache=${language}`,
    width === 'spalte' ? '' : `breite=${width}`,
    height === null ? '' : `hoehe=fest&px=${height}`
  ]
    .filter(Boolean)
    .join('&');
}
