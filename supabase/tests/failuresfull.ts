/**
 * A full disk.
 *
 * As root it is a real one: the parts of snapshots are moved to a tablespace on a tmpfs of 1 MB that
 * has no room left. Without root no file system can be mounted; then a trigger raises the same
 * SQLSTATE (53100), which is SYNTHETIC and says so in `how`.
 */
import { spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fragile } from './failures.ts';

export interface FullDisk {
  how: string;
  free(): Promise<void>;
}

export async function fillUp(db: Fragile): Promise<FullDisk> {
  const place = mkdtempSync(join(tmpdir(), 'atlas-full-'));
  const mounted =
    process.getuid?.() === 0 &&
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m,mode=0777', 'tmpfs', place]).status === 0;
  if (!mounted) {
    rmdirSync(place);
    return synthetic(db);
  }
  // Postgres runs as the owner of its store.
  const { uid, gid } = statSync(db.store);
  chownSync(place, uid, gid);
  await db.sql(`create tablespace full_disk location '${place}'`);
  await db.sql('alter table public.snapshot_part set tablespace full_disk');
  // All that is left, but for what the file system keeps for itself.
  const room = Number(
    spawnSync('df', ['--output=avail', '-B1', place]).stdout.toString().split('\n')[1]
  );
  writeFileSync(join(place, 'ballast'), Buffer.alloc(room));
  return {
    how: 'real: tablespace on a tmpfs without room',
    free: async () => {
      await db.sql('alter table public.snapshot_part set tablespace pg_default');
      await db.sql('drop tablespace full_disk');
      spawnSync('umount', [place]);
      rmdirSync(place);
    }
  };
}

async function synthetic(db: Fragile): Promise<FullDisk> {
  await db.sql(`create function public.synthetic_disk_full() returns trigger language plpgsql as $$
    begin raise exception 'could not extend file: the disk is full (synthetic)'
      using errcode = 'disk_full'; end $$`);
  await db.sql(`create trigger zz_full after insert on public.snapshot_part
    for each statement execute function public.synthetic_disk_full()`);
  return {
    how: 'SYNTHETIC: a trigger raises SQLSTATE 53100 (a real full disk needs root)',
    free: async () => {
      await db.sql('drop trigger zz_full on public.snapshot_part');
      await db.sql('drop function public.synthetic_disk_full()');
    }
  };
}
