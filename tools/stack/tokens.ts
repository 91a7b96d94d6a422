/**
 * Keys and role tokens.
 *
 * Contract: `signer` makes HS256 tokens of the kind Supabase Auth makes; `bearerFor` says with which
 * token a request goes on to PostgREST, or null when it must be refused.
 *
 * Decision: the gateway knows opaque keys (`sb_publishable_…`, `sb_secret_…`) and swaps them for role
 * tokens, as the platform's own gateway does. Code that works here then works there: with keys that
 * are tokens themselves, a key sent as Bearer would pass here and fail on a hosted project.
 */
import { SignJWT, jwtVerify } from 'jose';
import type { Secrets } from './settings.ts';

export type Role = 'anon' | 'authenticated' | 'service_role';
export type Claims = Record<string, unknown>;

/** @returns a function that signs a token for a role, valid for an hour unless `exp` is claimed */
export function signer(jwtSecret: string): (role: Role, claims?: Claims) => Promise<string> {
  const key = new TextEncoder().encode(jwtSecret);
  return (role, claims = {}) => {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({ iss: 'partnerschaftsatlas', iat: now, exp: now + 3600, ...claims, role })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .sign(key);
  };
}

/** The token PostgREST shall see for the two headers of a request; null: not allowed in. */
export type BearerFor = (
  apikey: string | undefined,
  authorization: string | undefined
) => Promise<string | null>;

export async function bearerFor(secrets: Secrets): Promise<BearerFor> {
  const sign = signer(secrets.jwtSecret);
  const secret = new TextEncoder().encode(secrets.jwtSecret);
  // PostgREST listens on loopback only, so these never leave the machine; no end of validity.
  const roles = new Map([
    [secrets.publishableKey, await sign('anon', { exp: undefined })],
    [secrets.secretKey, await sign('service_role', { exp: undefined })]
  ]);
  return async (apikey, authorization) => {
    const bearer = authorization?.replace(/^Bearer\s+/i, '') ?? '';
    const key = apikey ?? bearer;
    const role = roles.get(key);
    // A signed role token may stand in for the key, as the platform's older keys do.
    if (!role && !(await isSigned(key, secret))) return null;
    if (!bearer) return role ?? key;
    return roles.get(bearer) ?? bearer;
  };
}

async function isSigned(token: string, secret: Uint8Array): Promise<boolean> {
  try {
    await jwtVerify(token, secret, { algorithms: ['HS256'] });
    return true;
  } catch {
    return false;
  }
}
