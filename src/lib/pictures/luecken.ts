/** The picture of the gap page: its matrix for an address. */
import { buildGaps } from '../views/gaps/gaps.ts';
import { linesOf } from '../views/gaps/words.ts';
import { gapMeasureWords } from '../views/gapwords.ts';
import { gapsPlate, gapsSmall, type GapDrawing } from './plates/gaps.ts';
import type { Asked, Shown } from './shown.ts';

export function lueckenShown({ data, parsed, locale }: Asked): Shown {
  const { atlas, title, sentence, reading, grid, legend, nothing } = buildGaps(
    data,
    parsed,
    locale
  );
  const { measure } = parsed.view.gaps;
  const drawing: GapDrawing | null = grid && {
    grid,
    legend,
    title: gapMeasureWords[measure]({}, { locale }),
    lines: (mark) => linesOf(mark, measure, grid.roomy, locale)
  };
  return {
    atlas,
    title,
    sentence: nothing ?? sentence,
    notes: reading ? [reading] : [],
    draw: drawing && ((pen) => gapsPlate(drawing, pen)),
    ...(drawing && { small: gapsSmall(drawing) })
  };
}
