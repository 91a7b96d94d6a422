/**
 * One program under the keeper's care.
 *
 * Contract: between `start` and `stop` the program runs; when it ends unasked it is started again,
 * at once the first time, then with growing pauses. `stop` resolves when it is gone.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { openSync, writeSync } from 'node:fs';
import type { FromKeeper, PartName, PartSpec } from './protocol.ts';

/** Pause before the n-th restart in a row, in milliseconds. */
const PAUSES = [50, 300, 1000, 2000, 4000, 8000];
/** A run this long clears the count of failures. */
const SETTLED = 20_000;
const PATIENCE = 8000;

export class Part {
  readonly #name: PartName;
  readonly #report: (message: FromKeeper) => void;
  #spec: PartSpec | undefined;
  #child: ChildProcess | undefined;
  #wanted = false;
  #renewing = false;
  #failures = 0;
  #timer: NodeJS.Timeout | undefined;
  #log: number | undefined;

  constructor(name: PartName, report: (message: FromKeeper) => void) {
    this.#name = name;
    this.#report = report;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  start(spec: PartSpec): void {
    this.#spec = spec;
    this.#wanted = true;
    this.#failures = 0;
    if (!this.#child && !this.#timer) this.#spawn(spec);
  }

  /** Start it anew, because what it depends on did. */
  renew(): void {
    if (!this.#child) return;
    this.#renewing = true;
    this.#child.kill('SIGTERM');
  }

  async stop(): Promise<void> {
    this.#wanted = false;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const child = this.#child;
    if (child && child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill(this.#spec?.stop ?? 'SIGTERM');
      const hard = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
      await gone;
      clearTimeout(hard);
    }
    this.#report({ type: 'stopped', part: this.#name });
  }

  #spawn(spec: PartSpec): void {
    this.#timer = undefined;
    const { file, args, uid, gid } = spec.command;
    const env = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8' };
    // The root as working directory: no folder is held, and every account may enter it.
    const child = spawn(file, args, { uid, gid, env, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    this.#log ??= openSync(spec.log, 'w', 0o600);
    const began = Date.now();
    let tail = '';
    let ready = false;
    const hear = (chunk: Buffer): void => {
      const text = chunk.toString();
      writeSync(this.#log ?? 2, text);
      tail = (tail + text).slice(-2000);
      if (ready || !tail.includes(spec.ready)) return;
      ready = true;
      this.#report({ type: 'ready', part: this.#name });
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    let over = false;
    const after = (how: string): void => {
      if (over) return;
      over = true;
      this.#child = undefined;
      if (this.#wanted) this.#again(spec, how, Date.now() - began, tail.trim());
    };
    child.once('error', (error) => after(error.message));
    // `exit`, not `close`: backends of a killed postmaster may hold the pipe a while longer.
    child.once('exit', (code, signal) => after(signal ?? `exit code ${code}`));
    if (child.pid) this.#report({ type: 'up', part: this.#name, pid: child.pid });
  }

  #again(spec: PartSpec, how: string, ran: number, tail: string): void {
    const asked = this.#renewing;
    this.#renewing = false;
    this.#failures = asked ? 0 : ran > SETTLED ? 1 : this.#failures + 1;
    if (!asked) {
      this.#report({ type: 'died', part: this.#name, how, failures: this.#failures, tail });
    }
    const pause = asked ? 0 : (PAUSES[this.#failures - 1] ?? PAUSES.at(-1));
    this.#timer = setTimeout(() => this.#spawn(spec), pause);
  }
}
