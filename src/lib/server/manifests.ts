/** A manifest as the API tells it: with the addresses of its parts. */
import type { Manifest } from '../snapshot/manifest.ts';

/** Address of a part: it names the content, therefore it never changes. */
export const partUrl = (hash: string, name: string): string => `/daten/${hash}/${name}.json`;

export function describe(manifest: Manifest) {
  const { version, published_at, format, hash, parts, counts, licences, edition } = manifest;
  return {
    version,
    published_at,
    format,
    hash,
    parts: Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [
        name,
        { url: partUrl(part.hash, name), bytes: part.bytes, hash: part.hash }
      ])
    ),
    counts,
    licences,
    ...(edition && { edition })
  };
}
