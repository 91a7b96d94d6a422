/**
 * One keeper per folder.
 *
 * Contract: `takeLock` resolves to null when this process now holds the folder, else to what the
 * holder says of itself. A socket is the lock because the system lets go of it when its process
 * dies, however it dies; no file can go stale.
 */
import { createHash } from 'node:crypto';
import { rmSync, statSync, unlinkSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Holder {
  /** The process that asked for the stack, and its keeper. */
  owner: number;
  keeper: number;
  /** Address of the gateway once it listens. */
  url: string;
  ending: boolean;
}

/** Address of the folder's lock: the folder itself counts, not the path it was named by. */
function address(dir: string): string {
  const { dev, ino } = statSync(dir);
  const id = createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 24);
  const name = `partnerschaftsatlas-${id}`;
  return process.platform === 'linux' ? `\0${name}` : join(tmpdir(), `${name}.sock`);
}

/** @param self what to tell others who ask */
export async function takeLock(dir: string, self: () => Holder): Promise<Holder | null> {
  const path = address(dir);
  if (await listen(path, self)) return null;
  const holder = await askLock(dir);
  if (holder) return holder;
  // Nobody answers: outside Linux a socket file can be left over.
  if (!path.startsWith('\0')) unlinkSync(path);
  return (await listen(path, self)) ? null : { owner: 0, keeper: 0, url: '', ending: true };
}

function listen(path: string, self: () => Holder): Promise<Server | null> {
  return new Promise((resolve) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.end(JSON.stringify(self()));
    });
    server.once('error', () => resolve(null));
    server.listen(path, () => resolve(server));
  });
}

/** Do something that only one process may do in a folder at a time; others wait. */
export async function alone<T>(dir: string, work: () => Promise<T>): Promise<T> {
  const self: Holder = { owner: process.pid, keeper: 0, url: '', ending: false };
  let server: Server | null;
  while (!(server = await listen(address(dir), () => self))) {
    await sleep(200);
    if (!(await askLock(dir)) && process.platform !== 'linux') {
      rmSync(address(dir), { force: true });
    }
  }
  try {
    return await work();
  } finally {
    server.close();
  }
}

/** Who holds the folder, null when nobody does. */
export function askLock(dir: string): Promise<Holder | null> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(address(dir));
    socket.setTimeout(2000, () => socket.destroy());
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.once('error', () => resolve(null));
    socket.once('close', () => {
      try {
        resolve(JSON.parse(text) as Holder);
      } catch {
        resolve(null);
      }
    });
  });
}
