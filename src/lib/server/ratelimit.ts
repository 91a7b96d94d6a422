/**
 * How often one client may ask for work that costs much: a number of times a minute, all at once if
 * it likes, then it waits for the minute to end.
 *
 * Contract: `take` counts and lets pass, or rejects with a 429 that says when to come again. Counted in
 * memory: every replica counts for itself. A client is an IPv4 address or an IPv6 network (/64), since
 * one reader owns all addresses of it.
 */
import { isIPv6 } from 'node:net';
import limiters from 'rate-limiter-flexible';
import { ApiError } from './api.ts';

/** What SvelteKit's event can tell; throws where a proxy's header was promised and is not there. */
export interface Caller {
  getClientAddress(): string;
}

const MINUTE = 60;

export class RateLimit {
  readonly #most: number;
  readonly #limiter: limiters.RateLimiterMemory;

  /** @param most times a minute; 0 = without limit */
  constructor(most: number) {
    this.#most = most;
    this.#limiter = new limiters.RateLimiterMemory({ points: most, duration: MINUTE });
  }

  /** @throws {ApiError} 429 */
  async take(caller: Caller): Promise<void> {
    if (this.#most === 0) return;
    try {
      await this.#limiter.consume(clientOf(caller));
    } catch (refusal) {
      if (refusal instanceof limiters.RateLimiterRes) throw tooOften(refusal.msBeforeNext);
      throw refusal;
    }
  }
}

/** Callers that cannot be told apart share one allowance: none of them may go without. */
function clientOf(caller: Caller): string {
  try {
    return networkOf(caller.getClientAddress());
  } catch {
    return '';
  }
}

/** `2001:db8::1` -> `2001:db8:0:0`; IPv4, also as `::ffff:192.0.2.1`, stays as it is. */
export function networkOf(address: string): string {
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!isIPv6(bare)) return bare;
  const [head = '', tail] = bare.toLowerCase().split('::');
  const parts = (text = '') => text.split(':').filter(Boolean);
  const [left, right] = [parts(head), parts(tail)];
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  const all = [...left, ...Array<string>(Math.max(0, zeros)).fill('0'), ...right];
  return all
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':');
}

/** Of a setting: a whole number, else what is usual. */
export function allowance(setting: string | undefined, usual: number): number {
  return /^\d{1,9}$/.test(setting ?? '') ? Number(setting) : usual;
}

function tooOften(wait: number): ApiError {
  const seconds = Math.max(1, Math.ceil(wait / 1000));
  return new ApiError(
    429,
    'too_many_requests',
    `Von dieser Adresse kamen gerade sehr viele Anfragen. Bitte versuchen Sie es in ${seconds} s noch einmal.`,
    `Very many requests came from this address just now. Please try again in ${seconds} s.`,
    null,
    seconds
  );
}
