/**
 * What a frame costs the page it stands in, counted by the browser itself.
 *
 * Contract: a new context each time, so nothing is cached; the frame stands in a page of another origin,
 * which is not counted. Bytes are those on the wire: bodies as they came, compressed, and the heads of
 * the answers. Counting ends when the network rests and something is painted. Throws when a request
 * fails or nothing was counted.
 */
import type { Browser, CDPSession, Frame } from '@playwright/test';
import type { Host } from '../../e2e/hostpage.ts';

export interface Weight {
  bytes: number;
  requests: { path: string; bytes: number }[];
  /** From the start of the frame's navigation to the first text, picture or shape. */
  paintMs: number;
  /** Tasks of the main thread, the scripts of the frame and all layout included. */
  cpuMs: number;
}

export interface Weighing {
  scripts: boolean;
  /** Room of the frame, CSS pixels. */
  width?: number;
  height?: number;
  /** What is there when the scripts of the frame have drawn; a selector. */
  ready?: string;
}

/** How long a frame may take to be painted, ms; a limit for what hangs, not a measure. */
const PATIENCE = 30_000;

export async function weigh(
  browser: Browser,
  host: Host,
  address: string,
  { scripts, width = 864, height = 680, ready }: Weighing
): Promise<Weight> {
  const context = await browser.newContext({
    javaScriptEnabled: scripts,
    viewport: { width: width + 16, height: height + 16 }
  });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    // The frame's process is that of its page: same host, another port.
    await page.goto(host.page('/empty', pageAround('')));
    await session.send('Performance.enable');
    const requests = await listen(session, host.origin);
    const before = await busy(session);
    const frame = `<iframe src="${address.replaceAll('&', '&amp;')}" width="${width}" height="${height}" style="border:0"></iframe>`;
    await page.goto(host.page('/frame', pageAround(frame)), { waitUntil: 'networkidle' });
    const shown = page.frames()[1];
    if (!shown) throw new Error(`There is no frame of ${address}.`);
    if (scripts && ready) await shown.waitForSelector(ready, { state: 'attached' });
    const paintMs = await painted(shown, address);
    const cpuMs = (await busy(session)) - before;
    const counted = requests(address);
    const bytes = counted.reduce((sum, one) => sum + one.bytes, 0);
    return { bytes, requests: counted, paintMs, cpuMs };
  } finally {
    await context.close();
  }
}

const pageAround = (body: string): string =>
  `<!doctype html><html lang="de"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Host</title></head><body style="margin:8px">${body}</body></html>`;

/** @returns what was counted by then */
async function listen(
  session: CDPSession,
  own: string
): Promise<(address: string) => Weight['requests']> {
  const asked = new Map<string, { url: string; bytes: number }>();
  const failed: string[] = [];
  session.on('Network.requestWillBeSent', ({ requestId, request, redirectResponse }) => {
    const before = asked.get(requestId)?.bytes ?? 0;
    asked.set(requestId, {
      url: request.url,
      bytes: before + (redirectResponse?.encodedDataLength ?? 0)
    });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const one = asked.get(requestId);
    if (one) one.bytes += encodedDataLength;
  });
  session.on('Network.loadingFailed', ({ requestId, errorText, canceled }) => {
    // Where scripts are off, those announced in the head are given up without an error; a worker that
    // starts from what is there already gives its own request up.
    if (errorText && !canceled) failed.push(`${asked.get(requestId)?.url}: ${errorText}`);
  });
  await session.send('Network.enable');
  return (address) => {
    if (failed.length > 0) throw new Error(`${address} did not load: ${failed.join(', ')}`);
    const counted = [...asked.values()]
      .filter(({ url }) => url.startsWith('http') && new URL(url).origin !== own)
      .map(({ url, bytes }) => ({ path: new URL(url).pathname, bytes }));
    if (!counted.some(({ bytes }) => bytes > 0)) throw new Error(`${address}: nothing came.`);
    return counted;
  };
}

async function busy(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
}

/** Asks from outside: where scripts are off, the page itself can't wait. */
async function painted(frame: Frame, address: string): Promise<number> {
  const until = performance.now() + PATIENCE;
  while (performance.now() < until) {
    const at = await frame.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime
    );
    if (at !== undefined) return at;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${address} is never painted.`);
}
