/**
 * What a picture's address asks for: `/bild/<view>.<format>?…`, the page's parameters and
 * `breite` (px), `skala` (PNG: pixels per px), `farben=hell|dunkel`, or `zuschnitt=vorschau` for the
 * fixed size that social media show. Pure.
 */
import { WIDTHS } from '../pictures/frame.ts';
import { THEMES, type Theme } from '../pictures/colours.ts';
import type { Dataset } from '../domain/dataset.ts';
import { parse, vocabularyOf, type Issue, type Parsed } from '../url/codec.ts';
import { ApiError } from './api.ts';

export type Format = 'svg' | 'png';

export interface PictureOrder {
  parsed: Parsed;
  /** px; null = the preview of a link, whose size is fixed. */
  width: number | null;
  /** Pixels of the file per px; 1 for SVG. */
  scale: number;
  theme: Theme;
}

export const SCALES = { least: 1, usual: 1, most: 4 } as const;
/** Pixels of a side, and of the whole file. */
const MOST_WIDE = 4800;
export const MOST_PIXELS = 24_000_000;

const OWN = ['breite', 'skala', 'farben', 'zuschnitt'];
const PREVIEW = 'vorschau';

/** @throws {ApiError} 400 with everything that is wrong */
export function orderOf(params: URLSearchParams, format: Format, dataset: Dataset): PictureOrder {
  const known = format === 'png' ? OWN : OWN.filter((name) => name !== 'skala');
  const parsed = parse(params, vocabularyOf(dataset), known);
  const issues: Issue[] = [...parsed.issues];
  const wrong = (name: string, value: string) =>
    issues.push({ parameter: name, value: value.slice(0, 100), reason: 'unknown_value' });
  const number = (
    name: string,
    shape: RegExp,
    { least, usual, most }: { least: number; usual: number; most: number }
  ): number => {
    const given = params.get(name) ?? '';
    if (given === '') return usual;
    const value = shape.test(given) ? Number(given) : NaN;
    if (value >= least && value <= most) return value;
    wrong(name, given);
    return usual;
  };
  const width = number('breite', /^\d{1,5}$/, WIDTHS);
  const scale = format === 'png' ? number('skala', /^\d([.]\d)?$/, SCALES) : 1;
  const asked = params.get('farben') || THEMES[0];
  const theme = THEMES.find((one) => one === asked);
  if (!theme) wrong('farben', asked);
  const cut = params.get('zuschnitt') ?? '';
  if (cut !== '' && cut !== PREVIEW) wrong('zuschnitt', cut);
  if (cut === PREVIEW)
    for (const name of ['breite', 'skala']) if (params.get(name)) wrong(name, params.get(name)!);
  if (issues.length > 0 || !theme) throw badOrder(issues);
  if (cut === PREVIEW) return { parsed, width: null, scale: 1, theme };
  if (width * scale > MOST_WIDE) throw tooLarge();
  return { parsed, width, scale, theme };
}

const badOrder = (issues: Issue[]): ApiError =>
  new ApiError(
    400,
    'bad_parameters',
    `Einige Angaben in der Adresse sind nicht gültig. breite: ${WIDTHS.least} bis ${WIDTHS.most}; skala (nur PNG): ${SCALES.least} bis ${SCALES.most}; farben: ${THEMES.join(' oder ')}; zuschnitt: ${PREVIEW}, ohne breite und skala.`,
    `Some parameters of the address are not valid. breite (width): ${WIDTHS.least} to ${WIDTHS.most}; skala (scale, PNG only): ${SCALES.least} to ${SCALES.most}; farben (colours): ${THEMES.join(' or ')}; zuschnitt (cut): ${PREVIEW}, without breite and skala.`,
    issues
  );

export const tooLarge = (): ApiError =>
  new ApiError(
    400,
    'too_large',
    `Das Bild wäre zu groß: höchstens ${MOST_WIDE} Pixel breit und ${MOST_PIXELS / 1e6} Millionen Pixel insgesamt. Bitte eine kleinere breite oder skala wählen.`,
    `The picture would be too large: at most ${MOST_WIDE} pixels wide and ${MOST_PIXELS / 1e6} million pixels in all. Please choose a smaller breite (width) or skala (scale).`
  );

/**
 * The picture of a place needs one.
 * @param isPlace whether the snapshot knows the id
 * @throws {ApiError} 400 without a place, 404 where nobody has the id
 */
export function checkPlace(place: string | null, isPlace: (id: string) => boolean): void {
  if (place === null)
    throw new ApiError(
      400,
      'bad_parameters',
      'Dieses Bild zeigt einen Ort: Bitte geben Sie ihn mit ort=a… (Kommune) oder ort=p… (Partnerort) an.',
      'This picture shows a place: please name it by ort=a… (municipality) or ort=p… (partner place).',
      [{ parameter: 'ort', value: '', reason: 'unknown_value' } satisfies Issue]
    );
  if (!isPlace(place))
    throw new ApiError(
      404,
      'not_found',
      'Diesen Ort gibt es in diesem Stand nicht.',
      'There is no such place in this snapshot.'
    );
}
