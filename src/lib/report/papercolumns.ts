/**
 * How much of a sheet's width each column of a table gets.
 *
 * Contract: pure; shares add up to 1. By the longest word and the usual length of a cell, so that
 * figures stay narrow and sentences get room.
 */
import type { TableBlock } from './paper.ts';

const LEAST = 6;
const MOST = 34;

export function columnShares(columns: TableBlock['columns'], rows: TableBlock['rows']): number[] {
  const weights = columns.map(({ title, number }, at) => {
    const cells = rows.map((row) => row[at]?.text ?? '');
    const words = [title, ...cells].flatMap((text) => text.split(/[\s/–-]+/));
    const word = Math.max(...words.map((one) => one.length));
    const lengths = cells.map((text) => text.length).sort((a, b) => a - b);
    const usual = lengths[Math.floor(lengths.length * 0.85)] ?? 0;
    // Short names stay on one line, sentences do not.
    const line = usual <= 24 ? usual + 1 : usual * 0.75;
    const need = number ? word + 3 : Math.max(word + 3, line);
    return Math.min(MOST, Math.max(LEAST, need));
  });
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / all);
}
