/**
 * The keeper: a small process of its own that owns Postgres and PostgREST.
 *
 * Contract: it restarts a part that dies, and ends both gently as soon as its IPC channel closes.
 * So however the supervisor ends, `kill -9` included, no part outlives it. It is started in a
 * session of its own: Ctrl-C in a terminal reaches the supervisor alone, which then ends in order.
 *
 * Usage: `node keeper.ts <dir> <supervisor pid>`, spawned with an IPC channel.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { takeLock, type Holder } from './lock.ts';
import { Part } from './part.ts';
import type { FromKeeper, PartName, ToKeeper } from './protocol.ts';

const dir = process.argv[2] ?? '';
const self: Holder = {
  owner: Number(process.argv[3]),
  keeper: process.pid,
  url: '',
  ending: false
};
const parts = new Map<PartName, Part>();

process.on('message', (message: ToKeeper) => {
  if (message.type === 'url') self.url = message.url;
  else if (message.type === 'end') void endAll();
  else if (message.type === 'stop') void parts.get(message.part)?.stop();
  else if (!self.ending) {
    const known = parts.get(message.part);
    const part = known ?? new Part(message.part, report);
    parts.set(message.part, part);
    part.start(message.spec);
  }
});
process.once('disconnect', () => void endAll());
for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
  process.once(name, () => void endAll());
process.on('uncaughtException', (error) => {
  console.error(error);
  void endAll();
});
// Last: the supervisor may be gone at any moment, so the handlers come first.
await lock();

async function lock(): Promise<void> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const holder = await takeLock(dir, () => self);
    if (!holder) {
      await tell({ type: 'locked' });
      return;
    }
    // The one before is still closing the store: worth waiting for.
    if (!holder.ending || Date.now() > deadline) {
      await tell({ type: 'busy', holder });
      process.exit(0);
    }
    await sleep(100);
  }
}

function report(message: FromKeeper): void {
  if (message.type === 'up') {
    const pids = [...parts].map(([name, part]) => [name, part.pid]);
    writeFileSync(join(dir, 'parts.json'), JSON.stringify(Object.fromEntries(pids)));
  }
  // PostgREST waits ever longer between tries to reach a lost database: a new one is quicker.
  if (message.type === 'ready' && message.part === 'postgres') parts.get('postgrest')?.renew();
  void tell(message);
}

function tell(message: FromKeeper): Promise<void> {
  return new Promise((resolve) => {
    if (!process.connected || !process.send) resolve();
    else process.send(message, () => resolve());
  });
}

async function endAll(): Promise<void> {
  if (self.ending) return;
  self.ending = true;
  await parts.get('postgrest')?.stop();
  await parts.get('postgres')?.stop();
  process.exit(0);
}
