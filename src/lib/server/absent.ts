/** Why a snapshot that was asked for is not served. */

/** No snapshot in memory, on disk or in the database: answer 503 with a friendly page. */
export class SnapshotUnavailable extends Error {
  constructor(message = 'No snapshot can be served yet.') {
    super(message);
    this.name = 'SnapshotUnavailable';
  }
}

/** What was asked for was published once and has been taken back: answer 410. */
export class SnapshotWithdrawn extends Error {
  constructor(what: string) {
    super(`${what} was withdrawn.`);
    this.name = 'SnapshotWithdrawn';
  }
}
