/** An error of the embedded stack whose message is written for the person at the keyboard. */
export class StackError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'StackError';
  }
}

/** The text of anything thrown. */
export function reason(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
