/**
 * The web server for production: adapter-node's handler behind checks and headers of our own.
 *
 * Contract: listens on HOST:PORT (127.0.0.1:4173), says so to its parent, and ends in order on
 * SIGTERM, SIGINT, or when its parent is gone. Static files bypass the hooks of the app, so their
 * headers are set here. An address that can't be read is a 400, one that is too long a 414.
 *
 * Environment: HOST, PORT, ORIGIN, PUBLIC_SUPABASE_URL, PUBLIC_SUPABASE_PUBLISHABLE_KEY.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import compression from 'compression';
import { ROOT } from './run/child.ts';
import { filesBelow } from './run/fingerprint.ts';
import { baseHeaders, staticHeaders } from './run/headers.ts';
import { warmLater } from './run/warm.ts';

type Handler = (request: IncomingMessage, answer: ServerResponse, next: () => void) => unknown;

const LONGEST_URL = 8192;
/** Above the longest URL, so that we and not the parser answer it. */
const MAX_HEADER = 64 * 1024;
const host = process.env.HOST || '127.0.0.1';
const port = Number(process.env.PORT || 4173);
const shown = host.includes(':') ? `[${host}]` : host;
// The handler reads it when it is loaded; form posts are checked against it.
process.env.ORIGIN ||= `http://${shown}:${port}`;
const tls = process.env.ORIGIN.startsWith('https:');

// Pages are made per address; files are precompressed by the build and pass through untouched.
const compress = compression() as unknown as Handler;

const client = join(ROOT, 'build', 'client');
const statics = new Set(
  filesBelow(client).map((file) => file.slice(client.length).replaceAll('\\', '/'))
);
const entry = pathToFileURL(join(ROOT, 'build', 'handler.js')).href;
const { handler } = (await import(entry)) as { handler: Handler };

const server = createServer({ maxHeaderSize: MAX_HEADER, keepAliveTimeout: 65_000 }, serve);
server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
  const status =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? '431 Request Header Fields Too Large'
      : '400 Bad Request';
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
});
server.once('error', (error: NodeJS.ErrnoException) => {
  const why = error.code === 'EADDRINUSE' ? 'the port is in use' : error.message;
  console.error(`The web server can't listen on ${shown}:${port}: ${why}.`);
  process.exit(1);
});
server.listen(port, host, () => {
  const url = `http://${shown}:${port}`;
  if (process.send) process.send({ url });
  else console.log(`Listening on ${url}`);
  warmLater(url);
});

async function serve(request: IncomingMessage, answer: ServerResponse): Promise<void> {
  const url = request.url ?? '';
  const path = readable(url);
  if (url.length > LONGEST_URL) return refuse(answer, 414, 'URI Too Long');
  if (path === null) return refuse(answer, 400, 'Bad Request');
  const https = tls || request.headers['x-forwarded-proto'] === 'https';
  const headers = { ...baseHeaders(https), ...staticHeaders(path, statics.has(path)) };
  for (const [name, value] of Object.entries(headers)) answer.setHeader(name, value);
  try {
    await new Promise<void>((done) => compress(request, answer, done));
    await handler(request, answer, () => refuse(answer, 404, 'Not Found'));
  } catch (error) {
    console.error(error);
    if (answer.headersSent) answer.destroy();
    else refuse(answer, 500, 'Internal Server Error');
  }
}

/** Decoded path of a request target, null when it is none. */
function readable(url: string): string | null {
  if (!url.startsWith('/')) return null;
  try {
    const path = decodeURIComponent(url.split('?', 1)[0] ?? '');
    return path.includes('\0') ? null : path;
  } catch {
    return null;
  }
}

function refuse(answer: ServerResponse, status: number, words: string): void {
  answer.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  answer.end(`${words}\n`);
}

let ending = false;
function end(): void {
  if (ending) return;
  ending = true;
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), 2000).unref();
  setTimeout(() => process.exit(0), 4000).unref();
}
for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(name, end);
process.once('disconnect', end);
// A failure in one request must not end those of others.
process.on('unhandledRejection', (cause) => console.error('Unhandled:', cause));
