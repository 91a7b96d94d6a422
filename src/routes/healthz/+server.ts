import { store } from '$lib/server/snapshots.ts';
import type { RequestHandler } from './$types';

/** 200 while a snapshot can be served, else 503. */
export const GET: RequestHandler = async () => {
  const { database, snapshot } = await store().health();
  const status = snapshot === null ? 'down' : database === 'up' ? 'ok' : 'degraded';
  return Response.json(
    { status, database, snapshot },
    { status: snapshot === null ? 503 : 200, headers: { 'cache-control': 'no-store' } }
  );
};
