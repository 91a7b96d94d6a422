/**
 * The supervisor's side of the keeper.
 *
 * Contract: as long as `open`, a keeper runs and the parts that were started run; a keeper that is
 * killed is replaced, after the parts it left behind were ended. Trouble is told by `log`.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StackError } from './errors.ts';
import type { FromKeeper, PartName, PartSpec, ToKeeper } from './protocol.ts';
import { end } from './processes.ts';
import type { Places } from './settings.ts';

const NAMES: Record<PartName, string> = { postgres: 'Postgres', postgrest: 'PostgREST' };
/** After so many failures in a row the log says more than "starting again". */
const MANY = 4;

export class Keeping {
  readonly #place: Places;
  readonly #log: (line: string) => void;
  readonly #specs = new Map<PartName, PartSpec>();
  readonly #pids = new Map<PartName, number>();
  readonly #listeners = new Set<(message: FromKeeper) => void>();
  /** What a part of ours has on its command line. */
  readonly #marks: Record<PartName, string>;
  #child: ChildProcess | undefined;
  #open = true;
  #url = '';

  constructor(place: Places, marks: Record<PartName, string>, log: (line: string) => void) {
    this.#place = place;
    this.#marks = marks;
    this.#log = log;
  }

  get pids(): Partial<Record<PartName | 'keeper', number>> {
    return { ...Object.fromEntries(this.#pids), keeper: this.#child?.pid };
  }

  /** Starts the keeper; rejects when another one holds the folder. */
  async open(): Promise<void> {
    const log = openSync(join(this.#place.dir, 'keeper.log'), 'w', 0o600);
    const script = fileURLToPath(new URL('./keeper.ts', import.meta.url));
    const child = spawn(process.execPath, [script, this.#place.dir, String(process.pid)], {
      detached: true,
      cwd: '/',
      stdio: ['ignore', log, log, 'ipc']
    });
    closeSync(log);
    this.#child = child;
    child.on('message', (message: FromKeeper) => this.#hear(message));
    child.once('error', () => undefined);
    child.once('exit', () => {
      if (this.#child === child && this.#open) void this.#replace();
    });
    await new Promise<void>((resolve, reject) => {
      const failed = (): void =>
        reject(new StackError(`The keeper ended; see ${this.#place.dir}/keeper.log.`));
      child.once('exit', failed);
      child.on('message', (message: FromKeeper) => {
        if (message.type === 'locked') {
          child.off('exit', failed);
          resolve();
        } else if (message.type === 'busy') {
          this.#open = false;
          reject(busy(this.#place.dir, message));
        }
      });
    });
  }

  /** What the lock tells others. */
  announce(url: string): void {
    this.#url = url;
    this.#send({ type: 'url', url });
  }

  /** Start a part and wait until it says it is ready. */
  async start(part: PartName, spec: PartSpec, patience = 60_000): Promise<void> {
    this.#specs.set(part, spec);
    const ready = this.#until(part, 'ready', patience, `${NAMES[part]} did not become ready`);
    this.#send({ type: 'start', part, spec });
    await ready;
  }

  /** Start again what `halt` stopped. */
  async resume(part: PartName): Promise<void> {
    const spec = this.#specs.get(part);
    if (spec) await this.start(part, spec);
  }

  /** Stop one part and leave it stopped. */
  async halt(part: PartName): Promise<void> {
    const stopped = this.#until(part, 'stopped', 20_000, `${NAMES[part]} did not stop`);
    this.#send({ type: 'stop', part });
    await stopped;
  }

  /** End all parts and the keeper. */
  async close(): Promise<void> {
    this.#open = false;
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    this.#send({ type: 'end' });
    const hard = setTimeout(() => child.kill('SIGKILL'), 20_000);
    await gone;
    clearTimeout(hard);
    // A keeper that was killed in the middle of it leaves its parts to us.
    await this.#endParts();
  }

  /** Wait for a message about `part`; too many failures in the meantime end the wait. */
  #until(part: PartName, type: 'ready' | 'stopped', patience: number, text: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const finish = (error?: StackError): void => {
        clearTimeout(timer);
        this.#listeners.delete(listener);
        if (error) reject(error);
        else resolve();
      };
      const listener = (message: FromKeeper): void => {
        if (!('part' in message) || message.part !== part) return;
        if (message.type === type) finish();
        if (message.type === 'died' && message.failures >= MANY) {
          finish(new StackError(`${text}:\n${message.tail || message.how}`));
        }
      };
      const timer = setTimeout(
        () => finish(new StackError(`${text} within ${patience / 1000} s.`)),
        patience
      );
      this.#listeners.add(listener);
    });
  }

  #hear(message: FromKeeper): void {
    if (message.type === 'up') this.#pids.set(message.part, message.pid);
    if (message.type === 'stopped') this.#pids.delete(message.part);
    if (message.type === 'died' && this.#open) this.#tellDeath(message);
    for (const listener of [...this.#listeners]) listener(message);
  }

  #tellDeath({ part, how, failures, tail }: Extract<FromKeeper, { type: 'died' }>): void {
    const last = tail.split('\n').at(-1) ?? '';
    const file = part === 'postgres' ? this.#place.postgresLog : this.#place.postgrestLog;
    this.#log(
      failures < MANY
        ? `${NAMES[part]} ended (${how}); starting it again.`
        : `${NAMES[part]} ended ${failures} times in a row (${how}): ${last} Still trying; see ${basename(file)} in ${this.#place.dir}.`
    );
  }

  async #replace(): Promise<void> {
    this.#log('The keeper of the database ended; starting it and its parts again.');
    try {
      await this.#endParts();
      if (!this.#open) return;
      await this.open();
      this.announce(this.#url);
      for (const part of ['postgres', 'postgrest'] as const) {
        if (this.#specs.has(part)) await this.resume(part);
      }
    } catch (error) {
      this.#log(`The database could not be started again: ${(error as Error).message}`);
    }
  }

  async #endParts(): Promise<void> {
    const ends = [...this.#pids].map(([part, pid]) =>
      end(pid, this.#marks[part], part === 'postgres' ? 'SIGINT' : 'SIGTERM')
    );
    await Promise.all(ends);
    this.#pids.clear();
  }

  #send(message: ToKeeper): void {
    if (this.#child?.connected) this.#child.send(message, () => undefined);
  }
}

function busy(dir: string, { holder }: Extract<FromKeeper, { type: 'busy' }>): StackError {
  const at = holder.url ? ` and serves ${holder.url}` : '';
  return new StackError(
    `The store ${dir} is already in use by process ${holder.owner}${at}. Stop that one first (Ctrl-C there, or \`kill ${holder.owner}\`).`
  );
}
