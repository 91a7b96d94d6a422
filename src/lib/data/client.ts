/**
 * The one way to the database: supabase-js clients and their error contract.
 *
 * `@supabase/*` is imported only in this folder. Reading uses the publishable key; importing and
 * publishing use the secret key and never run in a browser.
 */
import { createClient, type SupabaseClient } from '@supabase/supabase-js';

export type Client = SupabaseClient;

/** The database could not be reached, or refused: carries the code PostgREST or Postgres gave. */
export class DataError extends Error {
  readonly code: string;
  constructor(message: string, code: string) {
    super(message);
    this.name = 'DataError';
    this.code = code;
  }
}

/**
 * A client without session handling.
 * @param url the project's address, e.g. `http://127.0.0.1:54321`
 * @param key publishable key, secret key, or a signed role token
 * @param timeout milliseconds after which a request is given up (default 10 s)
 */
export function connect(url: string, key: string, timeout = 10_000): Client {
  return createClient(url, key, {
    // A caller knows better whether to wait or to serve what it has: no hidden retries.
    db: { retry: false },
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: {
      fetch: (input, init) =>
        fetch(input, { ...init, signal: init?.signal ?? AbortSignal.timeout(timeout) })
    }
  });
}

/**
 * The data of an answer, or a DataError.
 * @throws {DataError} when the answer is an error or has no data
 */
export function unwrap<T>(answer: {
  data: T | null;
  error: { message: string; code?: string } | null;
}): T {
  if (answer.error) throw new DataError(answer.error.message, answer.error.code ?? 'unreachable');
  if (answer.data === null) throw new DataError('The answer has no data.', 'empty');
  return answer.data;
}
