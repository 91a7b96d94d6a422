/**
 * How the API answers: JSON, open to every origin, read-only, errors in both languages.
 *
 * Contract: never a 5xx because of what was asked; 503 while no snapshot can be served. Every good
 * answer has an ETag, so asking again is cheap.
 */
import { createHash } from 'node:crypto';
import { SnapshotUnavailable, SnapshotWithdrawn } from './store.ts';

const OPEN = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, retry-after',
  'cross-origin-resource-policy': 'cross-origin'
};

/** Fresh for a minute, then asked again by ETag. */
export const SHORT = 'public, max-age=60, stale-while-revalidate=600';
export const IMMUTABLE = 'public, max-age=31536000, immutable';

export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly en: string;
  readonly details: unknown;
  /** Seconds to wait before asking again; null = no use in waiting. */
  readonly retryAfter: number | null;

  constructor(
    status: number,
    code: string,
    de: string,
    en: string,
    details: unknown = null,
    retryAfter: number | null = status === 503 ? 10 : null
  ) {
    super(de);
    this.status = status;
    this.code = code;
    this.en = en;
    this.details = details;
    this.retryAfter = retryAfter;
  }
}

export const notFound = (): ApiError =>
  new ApiError(404, 'not_found', 'Das gibt es hier nicht.', 'There is no such thing here.');

export const noSnapshot = (): ApiError =>
  new ApiError(
    404,
    'no_such_snapshot',
    'Diesen Datenstand gibt es nicht.',
    'There is no such snapshot.'
  );

/** A JSON answer, or 304 where the reader has it already. */
export const json = (request: Request, value: unknown, cacheControl = SHORT): Response =>
  text(request, JSON.stringify(value), 'application/json; charset=utf-8', cacheControl);

/** The same for what is text of another kind. */
export function text(request: Request, body: string, type: string, cacheControl = SHORT): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers = { ...OPEN, 'cache-control': cacheControl, etag };
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
  return new Response(body, {
    headers: { ...headers, 'content-type': type }
  });
}

/** Whether If-None-Match names the tag; weak tags count, as RFC 9110 has it for GET. */
export function isKnown(request: Request, etag: string): boolean {
  const asked = request.headers.get('if-none-match');
  if (asked === null) return false;
  return asked
    .split(',')
    .some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}

export function failure(error: ApiError): Response {
  const { status, code, message, en, details, retryAfter } = error;
  const value = { error: { code, message_de: message, message_en: en, details } };
  return new Response(JSON.stringify(value), {
    status,
    headers: {
      ...OPEN,
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      ...(retryAfter === null ? {} : { 'retry-after': String(retryAfter) })
    }
  });
}

/** Runs a GET handler; what it throws becomes a JSON error. */
export async function answer(handler: () => Promise<Response>): Promise<Response> {
  try {
    return await handler();
  } catch (error) {
    if (error instanceof ApiError) return failure(error);
    if (error instanceof SnapshotWithdrawn)
      return failure(
        new ApiError(
          410,
          'withdrawn',
          'Dieser Datenstand wurde zurückgezogen.',
          'This snapshot has been withdrawn.'
        )
      );
    if (error instanceof SnapshotUnavailable)
      return failure(
        new ApiError(
          503,
          'no_snapshot',
          'Zurzeit ist kein Datenstand verfügbar. Bitte versuchen Sie es in Kürze erneut.',
          'No snapshot is available at the moment. Please try again shortly.'
        )
      );
    console.error(error);
    return failure(
      new ApiError(500, 'internal', 'Ein Fehler ist aufgetreten.', 'Something went wrong.')
    );
  }
}

/** For `export const fallback`: preflight is answered, every other method refused. */
export function otherMethods({ request }: { request: Request }): Response {
  const allow = { allow: 'GET, HEAD, OPTIONS' };
  if (request.method === 'OPTIONS')
    return new Response(null, {
      status: 204,
      headers: {
        ...OPEN,
        ...allow,
        'access-control-allow-methods': 'GET, HEAD',
        'access-control-allow-headers': 'if-none-match',
        'access-control-max-age': '86400'
      }
    });
  const response = failure(
    new ApiError(
      405,
      'method_not_allowed',
      'Diese Schnittstelle kann nur gelesen werden.',
      'This interface is read-only.'
    )
  );
  response.headers.set('allow', allow.allow);
  return response;
}
