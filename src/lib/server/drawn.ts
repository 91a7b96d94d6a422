/**
 * Files that cost much to make (pictures, and what is packed of them): made once, few at a time, kept
 * within bounds, and not too many for one reader.
 *
 * Contract: the key names everything the bytes depend on. Many who ask for the same at once wait for
 * one; what is kept is free. Work must not ask for another file of this kind while it has its turn.
 */
import { env } from '$env/dynamic/private';
import { createHash } from 'node:crypto';
import { ApiError } from './api.ts';
import { ByteCache } from './bytecache.ts';
import { allowance, RateLimit, type Caller } from './ratelimit.ts';
import { TooBusy, Turns } from './turns.ts';

export interface Drawn {
  bytes: Uint8Array<ArrayBuffer>;
  etag: string;
}

const files = new ByteCache<Drawn>(48 * 1024 * 1024);
const coming = new Map<string, Promise<Drawn>>();
const turns = new Turns(2, 24);
/** What is drawn already costs nothing and is free. */
const drawings = new RateLimit(allowance(env.DRAWINGS_PER_MINUTE, 60));

/** @throws {ApiError} 429 for a reader who had too much, 503 where too many wait */
export async function drawnOnce(
  key: string,
  caller: Caller,
  make: () => Promise<Uint8Array<ArrayBuffer>>
): Promise<Drawn> {
  const kept = files.get(key);
  if (kept) return kept;
  if (!coming.has(key)) await drawings.take(caller);
  let made = coming.get(key);
  if (!made) {
    made = turns.take(async () => tagged(await make())).finally(() => coming.delete(key));
    coming.set(key, made);
  }
  const file = await made.catch((error: unknown) => {
    throw error instanceof TooBusy ? busy() : error;
  });
  files.put(key, file, file.bytes.length);
  return file;
}

const tagged = (bytes: Uint8Array<ArrayBuffer>): Drawn => ({
  bytes,
  etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
});

const busy = (): ApiError =>
  new ApiError(
    503,
    'busy',
    'Gerade werden zu viele Bilder gezeichnet. Bitte versuchen Sie es in Kürze erneut.',
    'Too many pictures are being drawn at the moment. Please try again shortly.'
  );
