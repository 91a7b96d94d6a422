/**
 * The one address of the embedded stack, laid out like a Supabase project.
 *
 * Contract: `/rest/v1/*` goes to PostgREST with the caller's role; `/auth/v1/*` answers 501; all
 * else 404. Listens on 127.0.0.1 only. A database or PostgREST that is away is a 503 in PostgREST's
 * own error form, so that supabase-js hands its code on.
 */
import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { StackError } from './errors.ts';
import type { Ports, Secrets } from './settings.ts';
import { bearerFor, type BearerFor } from './tokens.ts';

export interface Gateway {
  url: string;
  close(): Promise<void>;
}

const REST = '/rest/v1';
const HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'te', 'trailer']);

export async function startGateway(ports: Ports, secrets: Secrets): Promise<Gateway> {
  const agent = new Agent({ keepAlive: true });
  const bearer = await bearerFor(secrets);
  const server = createServer((incoming, answer) => {
    const path = incoming.url ?? '/';
    if (path === REST || path.startsWith(`${REST}/`) || path.startsWith(`${REST}?`)) {
      void toPostgrest(incoming, answer, path.slice(REST.length), bearer, agent, ports.postgrest);
    } else if (path.startsWith('/auth/v1')) {
      refuse(answer, 501, 'no_auth', 'The embedded stack has no sign-in yet; sign a role token.');
    } else {
      refuse(answer, 404, 'no_route', `Nothing is served under ${path.slice(0, 100)}.`);
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) =>
      reject(new StackError(`The gateway could not listen: ${cause.message}`, cause))
    );
    server.listen(ports.gateway, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${ports.gateway}`,
    close: () =>
      new Promise((resolve) => {
        agent.destroy();
        server.close(() => resolve());
        server.closeAllConnections();
      })
  };
}

async function toPostgrest(
  incoming: IncomingMessage,
  answer: ServerResponse,
  path: string,
  bearer: BearerFor,
  agent: Agent,
  port: number
): Promise<void> {
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).filter(([name]) => !HOP.has(name))
  );
  // A preflight carries no key; PostgREST answers it without a role.
  if (incoming.method !== 'OPTIONS') {
    const key = incoming.headers.apikey;
    const token = await bearer(Array.isArray(key) ? key[0] : key, incoming.headers.authorization);
    if (!token) return refuse(answer, 401, 'no_api_key', 'No valid API key (header apikey).');
    headers.authorization = `Bearer ${token}`;
  }
  delete headers.apikey;
  const target = path.startsWith('/') ? path : `/${path}`;
  const onward = request(
    { agent, host: '127.0.0.1', port, path: target, method: incoming.method, headers },
    (reply) => {
      const kept = Object.entries(reply.headers).filter(([name]) => !HOP.has(name));
      answer.writeHead(reply.statusCode ?? 502, Object.fromEntries(kept));
      reply.pipe(answer);
      reply.once('error', () => answer.destroy());
    }
  );
  onward.once('error', (error) => {
    if (answer.headersSent) answer.destroy();
    else refuse(answer, 503, 'PGRST000', `PostgREST is not reachable: ${error.message}`);
  });
  answer.once('close', () => onward.destroy());
  incoming.once('error', () => onward.destroy());
  incoming.pipe(onward);
}

function refuse(answer: ServerResponse, status: number, code: string, message: string): void {
  answer.writeHead(status, {
    'content-type': 'application/json',
    'access-control-allow-origin': '*'
  });
  answer.end(JSON.stringify({ code, message, details: null, hint: null }));
}
