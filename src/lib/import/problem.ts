/**
 * What is wrong with an input, said so that a person can mend it.
 *
 * Contract: every message exists in German and English and names the row (1 = header line).
 */
export interface Problem {
  /** Line of the table, 1 = header; 0 = the file as a whole. */
  row: number;
  code: string;
  de: string;
  en: string;
}

/** The file as a whole can't be read; nothing of it was taken. */
export class InputError extends Error {
  readonly file: string;
  readonly problems: Problem[];
  constructor(file: string, problems: Problem[]) {
    super(`${file}: ${problems.map((p) => `row ${p.row}: ${p.en}`).join('; ')}`);
    this.name = 'InputError';
    this.file = file;
    this.problems = problems;
  }
}
