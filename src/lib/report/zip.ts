/**
 * Several files as one ZIP.
 *
 * Contract: pure; the same files of the same day give the same bytes, whatever machine or time zone
 * packs them. Names are plain ASCII without folders, so that every program unpacks them alike.
 */
import { zipSync, type Zippable } from 'fflate';

export interface ZipFile {
  name: string;
  bytes: Uint8Array;
}

/** @param day ISO date that every file bears, e.g. `2026-11-22` */
export function zip(files: readonly ZipFile[], day: string): Uint8Array<ArrayBuffer> {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  // A ZIP knows local time only. Noon is there on every day of every zone.
  const mtime = new Date(year, month - 1, date, 12);
  const entries: Zippable = {};
  for (const { name, bytes } of files) {
    if (!/^[A-Za-z0-9][\w.-]*$/.test(name) || Object.hasOwn(entries, name))
      throw new Error(`No name for a file: ${name}`);
    // PNG is packed already.
    entries[name] = [bytes, { level: name.endsWith('.png') ? 0 : 6 }];
  }
  return zipSync(entries, { mtime });
}
