/** A page of the build before finds its script and its styles; one of two builds before does not. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { assetsIn, bringBack, putAside, type Folders } from './generation.ts';

let root: string;
let folders: Folders;
/** What the builds so far made themselves, the last one last: as the stamp of a build says. */
let own: string[];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'atlas-build-'));
  folders = { assets: join(root, 'immutable'), aside: join(root, 'aside') };
  own = [];
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A build empties its folder and writes these files. */
function write(files: Record<string, string>): void {
  rmSync(folders.assets, { recursive: true, force: true });
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folders.assets, name)), { recursive: true });
    writeFileSync(join(folders.assets, name), content);
  }
}
function deploy(files: Record<string, string>): void {
  putAside(folders, own);
  write(files);
  own = assetsIn(folders.assets);
  bringBack(folders);
}
const kept = () => assetsIn(folders.assets).toSorted();

test('the assets of the build before stay, those of two before go', () => {
  deploy({ 'assets/alive.1.js': 'one', 'assets/frame.1.css': 'one' });
  deploy({ 'assets/alive.2.js': 'two', 'assets/frame.1.css': 'one' });
  expect(kept()).toEqual(['assets/alive.1.js', 'assets/alive.2.js', 'assets/frame.1.css']);
  expect(readFileSync(join(folders.assets, 'assets/alive.1.js'), 'utf8')).toBe('one');
  deploy({ 'assets/alive.3.js': 'three' });
  expect(kept()).toEqual(['assets/alive.2.js', 'assets/alive.3.js', 'assets/frame.1.css']);
  expect(assetsIn(folders.aside)).toEqual([]);
});

test('a build that was interrupted loses nothing of the one before', () => {
  deploy({ 'assets/alive.1.js': 'one' });
  putAside(folders, own);
  write({ 'assets/alive.2.js': 'half' });
  // It left no stamp: the next build knows of no assets of its own.
  own = [];
  deploy({ 'assets/alive.2.js': 'whole' });
  expect(kept()).toEqual(['assets/alive.1.js', 'assets/alive.2.js']);
  expect(readFileSync(join(folders.assets, 'assets/alive.2.js'), 'utf8')).toBe('whole');
});
