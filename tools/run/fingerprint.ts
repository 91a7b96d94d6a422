/** A hash over files, to know whether work that depends on them has to be done again. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Files below a path (or the file itself), sorted, as absolute paths. */
export function filesBelow(path: string, skip: RegExp = /^$/): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !skip.test(file.replaceAll('\\', '/')))
    .sort();
}

/**
 * @param root what the paths are relative to
 * @param contents paths of which names and contents count
 * @param names paths of which names and sizes count: large files that nobody edits in place
 */
export function fingerprint(
  root: string,
  contents: string[],
  skip?: RegExp,
  names: string[] = []
): string {
  const hash = createHash('sha256');
  for (const file of contents.flatMap((path) => filesBelow(join(root, path), skip))) {
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  for (const file of names.flatMap((path) => filesBelow(join(root, path), skip))) {
    hash.update(`${relative(root, file)}\0${statSync(file).size}\0`);
  }
  return hash.digest('hex');
}
