/**
 * Pages of the peers: built by vite and served, each around one picture of the same numbers.
 *
 * Contract: a page holds its picture and nothing else (ours holds title, sentence, sources, licence and
 * links, too), its script is one minified file of only what it uses, and every file is compressed as far
 * as Brotli goes: what can be said for the peers is done for them.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build, type Rollup } from 'vite';

interface File {
  type: string;
  body: string;
}

export interface PeerSite {
  origin: string;
  /** @returns its address */
  add(path: string, file: File): string;
  close(): Promise<void>;
}

export async function peerSite(): Promise<PeerSite> {
  const files = new Map<string, { type: string; packed: Buffer }>();
  const server = createServer((request, answer) => {
    const found = files.get(request.url ?? '');
    if (!found) return void answer.writeHead(404).end();
    if (!/\bbr\b/.test(request.headers['accept-encoding'] ?? '')) {
      return void answer.writeHead(406).end();
    }
    answer.writeHead(200, {
      'content-type': found.type,
      'content-encoding': 'br',
      'content-length': found.packed.length,
      vary: 'accept-encoding'
    });
    answer.end(found.packed);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    add: (path, { type, body }) => {
      const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
      files.set(path, { type, packed: brotliCompressSync(body, { params }) });
      return origin + path;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    }
  };
}

/**
 * @param entry name of a module in `pages/`
 * @returns the script as one file
 */
export async function bundle(entry: string): Promise<string> {
  const made = (await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL('pages', import.meta.url)),
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      chunkSizeWarningLimit: 5000,
      rollupOptions: {
        input: fileURLToPath(new URL(`pages/${entry}.ts`, import.meta.url)),
        output: { codeSplitting: false }
      }
    }
  })) as Rollup.RollupOutput;
  const [script, ...more] = made.output;
  if (script?.type !== 'chunk' || more.length > 0) throw new Error(`${entry} is not one file.`);
  return script.code;
}

/** @returns address of the page */
export function addPage(site: PeerSite, name: string, script: string, data: unknown): string {
  site.add(`/${name}.js`, { type: 'text/javascript', body: script });
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return site.add(`/${name}`, {
    type: 'text/html; charset=utf-8',
    body: `<!doctype html><html lang="de"><meta charset="utf-8"><title>${name}</title><style>body{margin:0}#chart{width:100%;height:660px}</style><div id="chart"></div><script type="application/json" id="data">${json}</script><script type="module" src="/${name}.js"></script></html>`
  });
}

/** The plainest embed there is: a picture in a page. @returns address of the page */
export function addPicture(site: PeerSite, name: string, svg: string): string {
  site.add(`/${name}.svg`, { type: 'image/svg+xml', body: svg });
  return site.add(`/${name}`, {
    type: 'text/html; charset=utf-8',
    body: `<!doctype html><html lang="de"><meta charset="utf-8"><title>${name}</title><img src="/${name}.svg" alt="${name}" style="max-width:100%"></html>`
  });
}
