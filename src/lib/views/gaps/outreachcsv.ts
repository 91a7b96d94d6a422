/** The outreach list as CSV, with notes where the browser has them. Pure. */
import type { Dataset } from '../../domain/dataset.ts';
import {
  fileCells,
  linesCsv,
  OUTREACH_COLUMNS,
  type SpotsCsvOptions
} from '../../report/spotscsv.ts';
import type { OutreachItem } from './outreach.ts';

type Item = Pick<OutreachItem, 'id' | 'name' | 'about' | 'reasons' | 'mentors'>;

/** @param noteOf '' = none */
export function outreachCsv(
  dataset: Dataset,
  items: readonly Item[],
  noteOf: (id: string) => string,
  options: SpotsCsvOptions
): string {
  const file = fileCells(dataset, options.locale);
  const records = items.map(({ id, name, about, reasons, mentors }, at) => [
    ...[at + 1, id, name, about, noteOf(id)],
    reasons.map(({ text }) => text).join(' | '),
    ...[0, 1, 2].map((k) => (mentors[k] ? `${mentors[k].name}: ${mentors[k].text}` : '')),
    ...file
  ]);
  return linesCsv(OUTREACH_COLUMNS, records, options);
}
