/** Gaps closed and opened between two snapshots, told row by row. Pure. */
import type { Dataset } from '../../domain/dataset.ts';
import type { Extras } from '../../domain/detail.ts';
import type { GapShift, GapShifts } from '../../domain/deltagaps.ts';
import { GAP_AXES, type GapAxisId, type GapMatrix, type GapQuestion } from '../../domain/gaps.ts';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { gapAxisWords, gapValueWords } from '../gapwords.ts';

export interface ShiftRow {
  label: string;
  cells: { label: string; numbers: string }[];
}

export interface GapsView {
  row: string;
  column: string;
  sentence: string;
  closed: ShiftRow[];
  opened: ShiftRow[];
  /** Where an axis was hardly recorded: what a closed gap means there. */
  caveats: string[];
}

export const axisChoices = (locale: Locale): { id: GapAxisId; label: string }[] =>
  GAP_AXES.map((id) => ({ id, label: gapAxisWords[id]({}, { locale }) }));

/** Known for less than this share is hardly known. */
const HARDLY = 0.2;

export function gapsViewOf(
  dataset: Dataset,
  extras: Extras | null,
  question: GapQuestion,
  { before, after, shifts }: { before: GapMatrix; after: GapMatrix; shifts: GapShifts },
  locale: Locale
): GapsView {
  const say = { locale };
  const number = (value: number) => formatNumber(value, locale);
  const word = (axis: GapAxisId, id: string) =>
    gapValueWords({ dataset, extras }, axis, id, locale);
  const rowsOf = (list: GapShift[]): ShiftRow[] =>
    [...Map.groupBy(list, ({ row }) => row)].map(([row, own]) => ({
      label: word(question.row, row),
      cells: own.map(({ column, before, after, n }) => ({
        label: word(question.column, column),
        numbers: m.delta_gap_numbers(
          { before: number(before), after: number(after), n: number(n) },
          say
        )
      }))
    }));
  const caveats = (['row', 'column'] as const).flatMap((side) => {
    const known = [before, after].map((matrix) => matrix.known[side]);
    if (!known[0] || !known[1]) return [];
    const [then, now] = known.map((k) => (k!.of === 0 ? 0 : k!.partnerships / k!.of));
    if (then! >= HARDLY && now! >= HARDLY) return [];
    return [
      m.delta_gap_caveat(
        {
          axis: gapAxisWords[question[side]]({}, say),
          before: formatShare(then!, locale),
          after: formatShare(now!, locale)
        },
        say
      )
    ];
  });
  return {
    row: gapAxisWords[question.row]({}, say),
    column: gapAxisWords[question.column]({}, say),
    sentence: m.delta_gap_sum(
      {
        cells: number(shifts.cells),
        before: number(shifts.gaps.before),
        after: number(shifts.gaps.after),
        closed: number(shifts.closed.length),
        opened: number(shifts.opened.length)
      },
      say
    ),
    closed: rowsOf(shifts.closed),
    opened: rowsOf(shifts.opened),
    caveats
  };
}
