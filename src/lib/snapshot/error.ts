/** A snapshot part that is not what it says: truncated, corrupt, or of a format not known here. */
export class SnapshotError extends Error {
  readonly code: 'json' | 'format' | 'shape' | 'hash';
  constructor(code: SnapshotError['code'], message: string) {
    super(message);
    this.name = 'SnapshotError';
    this.code = code;
  }
}
