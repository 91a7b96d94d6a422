/**
 * Looking at and ending processes by number.
 *
 * Contract: a process is ended only when its command line names our folder, so a number that the
 * system gave to somebody else's process in the meantime is never touched.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Command line of a process, '' when there is none. A zombie has none. */
export function commandLine(pid: number): string {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    } catch {
      return '';
    }
  }
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
}

/** Whether `pid` runs and its command line contains `mark`. */
export function isOurs(pid: number, mark: string): boolean {
  return Number.isInteger(pid) && pid > 1 && commandLine(pid).includes(mark);
}

/**
 * End a process that is ours: `gently`, after `patience` milliseconds by SIGKILL.
 * @returns whether there was one to end
 */
export async function end(
  pid: number,
  mark: string,
  gently: NodeJS.Signals,
  patience = 8000
): Promise<boolean> {
  if (!isOurs(pid, mark)) return false;
  signal(pid, gently);
  const deadline = Date.now() + patience;
  while (isOurs(pid, mark)) {
    if (Date.now() > deadline) {
      signal(pid, 'SIGKILL');
      await sleep(200);
      break;
    }
    await sleep(20);
  }
  return true;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself between the look and the signal.
  }
}
