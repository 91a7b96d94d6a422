/**
 * The life of a command: what has to be ended, in which order, whatever ends it.
 *
 * Contract: `onEnd` hooks run once, last in first out, on SIGINT, SIGTERM, SIGHUP, `end`, or when the
 * npm that started the command is gone; then the process exits. A second signal while ending does
 * nothing; a hook that hangs is given up. (The scripts of package.json start with `exec`: the shell
 * between npm and node would else take npm's signals for itself and leave node behind.)
 */
const PATIENCE = 15_000;

export class Lifetime {
  readonly #hooks: (() => Promise<unknown> | unknown)[] = [];
  #ending: Promise<void> | undefined;

  constructor() {
    // Started by hand in the background, a command may outlive its shell; started by npm it may not.
    const parent = process.ppid;
    if (process.env.npm_lifecycle_event) {
      setInterval(() => {
        if (process.ppid !== parent) void this.end(1);
      }, 500).unref();
    }
    // Asked to stop, it did: exit code 0.
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(name, () => {
        if (this.#ending) return;
        if (name === 'SIGINT') console.log('');
        console.log('Stopping …');
        void this.end(0);
      });
    }
  }

  get ending(): boolean {
    return this.#ending !== undefined;
  }

  onEnd(hook: () => Promise<unknown> | unknown): void {
    this.#hooks.push(hook);
  }

  /** Run the hooks and exit. */
  end(code: number): Promise<void> {
    this.#ending ??= this.#run(code);
    return this.#ending;
  }

  async #run(code: number): Promise<void> {
    setTimeout(() => {
      console.error('Something did not stop in time.');
      process.exit(1);
    }, PATIENCE).unref();
    for (const hook of this.#hooks.reverse()) {
      try {
        await hook();
      } catch (error) {
        console.error(error instanceof Error ? error.message : error);
      }
    }
    process.exit(code);
  }
}
