/** One snapshot in memory, from the bytes of its parts. */
import type { RegisterEntry } from '../domain/register.ts';
import { decodeSnapshot, type Decoded } from '../snapshot/decode.ts';
import { SnapshotError } from '../snapshot/error.ts';
import type { Manifest, PartName } from '../snapshot/manifest.ts';

export interface Loaded extends Decoded {
  manifest: Manifest;
  registerById: ReadonlyMap<string, RegisterEntry>;
}

/**
 * Reads and decodes all parts.
 * @param bytesOf the bytes of a part, their hash checked; null when they can't be had
 * @returns the snapshot, and the bytes by `name/hash`
 * @throws {SnapshotError} when a part is missing or corrupt, or the format is unknown
 */
export async function loadSnapshot(
  manifest: Manifest,
  bytesOf: (name: PartName, hash: string) => Promise<Buffer | null>
): Promise<{ loaded: Loaded; parts: [string, Uint8Array][] }> {
  const texts = new Map<PartName, string>();
  const parts: [string, Uint8Array][] = [];
  for (const [key, { hash }] of Object.entries(manifest.parts)) {
    const name = key as PartName;
    const bytes = await bytesOf(name, hash);
    if (!bytes) throw new SnapshotError('shape', `The part ${name} is missing.`);
    texts.set(name, bytes.toString('utf8'));
    parts.push([`${name}/${hash}`, bytes]);
  }
  const { version, published_at: publishedAt, format } = manifest;
  const decoded = decodeSnapshot(format, texts, { version, publishedAt });
  const registerById = new Map(decoded.register.map((entry) => [entry.id, entry]));
  return { loaded: { manifest, ...decoded, registerById }, parts };
}
