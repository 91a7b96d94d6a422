import { unzipSync } from 'fflate';
import { afterEach, expect, it } from 'vitest';
import { zip } from './zip.ts';

const files = [
  {
    name: 'LIESMICH.txt',
    bytes: new TextEncoder().encode('Stand 3: Köln, München\r\n'.repeat(50))
  },
  { name: 'karte-stand-3.png', bytes: Uint8Array.from({ length: 300 }, (_, i) => (i * 97) & 255) }
];
const zone = process.env.TZ;

afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

it('gives back what was put in', () => {
  const read = unzipSync(zip(files, '2026-11-22'));
  expect(Object.keys(read)).toEqual(files.map(({ name }) => name));
  for (const { name, bytes } of files) expect(read[name]).toEqual(bytes);
});

it('gives the same bytes in every time zone, also on days whose clocks are changed', () => {
  for (const day of ['2026-11-22', '2026-03-29', '2024-02-29']) {
    const packed = ['UTC', 'Europe/Berlin', 'Pacific/Kiritimati', 'America/St_Johns'].map(
      (name) => {
        process.env.TZ = name;
        return Buffer.from(zip(files, day)).toString('base64');
      }
    );
    expect(new Set(packed).size, day).toBe(1);
  }
  const other = zip(files, '2026-11-23');
  expect(other).not.toEqual(zip(files, '2026-11-22'));
});

it('takes no name that a program could read in another way, and none twice', () => {
  for (const name of ['../a.txt', 'a/b.txt', 'Köln.csv', '', '.a', 'a\u0000.txt'])
    expect(() => zip([{ name, bytes: new Uint8Array() }], '2026-11-22'), name).toThrow();
  expect(() => zip([files[0]!, files[0]!], '2026-11-22')).toThrow();
});
