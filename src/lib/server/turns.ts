/**
 * Few at a time, the others wait their turn, and too many are turned away at once.
 *
 * Contract: `take` runs the work when it is its turn; with a full queue it rejects with `TooBusy`.
 */
export class TooBusy extends Error {
  constructor() {
    super('Too much work is waiting.');
    this.name = 'TooBusy';
  }
}

export class Turns {
  readonly #most: number;
  readonly #queue: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  /** @param most at a time @param queue that may wait */
  constructor(most: number, queue: number) {
    this.#most = most;
    this.#queue = queue;
  }

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= this.#most) {
      if (this.#waiting.length >= this.#queue) throw new TooBusy();
      // Whoever ends hands the turn on: `#running` stays as it is.
      await new Promise<void>((go) => this.#waiting.push(go));
    } else this.#running++;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running--;
    }
  }
}
