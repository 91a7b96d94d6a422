/** What the shades and signs of the gap matrix mean, in words; only what occurs. */
import { DENSITY_STEPS, SHARE_STEPS, type GapShade } from '../../charts/gapshade.ts';
import { legendOf } from '../../charts/shades.ts';
import type { GapMeasure } from '../../domain/gaps.ts';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { m } from '../../i18n/paraglide/messages.js';
import type { Grid } from './marks.ts';
import { formatDensity } from './words.ts';

export interface Key {
  sign: GapShade | 'thin' | 'fewer' | 'more';
  words: string;
}

const SHADES = ['s1', 's2', 's3', 's4', 's5'] as const;

export function legendKeys(
  { marks, rows, columns, steps }: Grid,
  measure: GapMeasure,
  locale: Locale
): Key[] {
  const say = { locale };
  // Totals have no shade.
  const inside = marks.filter(
    ({ row, column }) => row < rows.length - 1 && column < columns.length - 1
  );
  const has = (sign: GapShade) => inside.some(({ shade }) => shade === sign);
  const other: [GapShade, string][] = [
    ['few', m.areas_few({}, say)],
    ['few_other', m.areas_few_other({}, say)],
    ['confirmed', m.areas_confirmed({}, say)],
    ['empty', m.areas_empty({}, say)],
    ['none', m.gap_no_gemeinde({}, say)]
  ];
  const striking = (kind: 'fewer' | 'more') =>
    inside.some(({ expected }) => expected?.striking === kind);
  return [
    ...(has('s0') ? [{ sign: 's0' as const, words: m.gap_zero({}, say) }] : []),
    ...stepKeys(
      measure,
      inside.map(({ partnerships, shade }) => (shade === 'unknown' ? 0 : partnerships)),
      steps,
      locale
    ),
    ...other.flatMap(([sign, words]) => (has(sign) ? [{ sign, words }] : [])),
    ...(inside.some(({ thin }) => thin)
      ? [{ sign: 'thin' as const, words: m.areas_thin({}, say) }]
      : []),
    ...(striking('fewer') ? [{ sign: 'fewer' as const, words: m.gap_fewer({}, say) }] : []),
    ...(striking('more') ? [{ sign: 'more' as const, words: m.gap_more({}, say) }] : [])
  ];
}

/** Steps of shares and densities are fixed and all there; of counts those that occur. */
function stepKeys(
  measure: GapMeasure,
  counts: readonly number[],
  steps: readonly number[],
  locale: Locale
): Key[] {
  const say = { locale };
  if (measure === 'partnerschaften')
    return legendOf(
      counts.filter((count) => count > 0),
      steps
    ).map(({ shade, from, to }) => {
      const [a, b] = [from, to ?? from].map((count) => formatNumber(count, locale));
      const words =
        to === null ? m.gap_step_last({ from: a! }, say) : from === to ? a! : `${a}–${b}`;
      return { sign: `s${shade}` as GapShade, words };
    });
  const ends = measure === 'je100000' ? DENSITY_STEPS : SHARE_STEPS;
  const word = (end: number) =>
    measure === 'je100000' ? formatDensity(end, locale) : formatShare(end, locale);
  const bare = (end: number) => word(end).replace(/\s?%$/, '');
  return SHADES.map((sign, i) => {
    const [from, to] = [ends[i - 1], ends[i]];
    if (from === undefined) return { sign, words: m.gap_step_first({ to: word(to!) }, say) };
    if (to === undefined) return { sign, words: m.gap_step_last({ from: word(from) }, say) };
    return { sign, words: m.gap_step({ from: bare(from), to: word(to) }, say) };
  });
}
