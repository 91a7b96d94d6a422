/**
 * Case `embed-transfer`: what each embed brings over the wire, against vega-embed, echarts and a plain
 * picture in a page, all of the same numbers, in the same frame of the same browser.
 *
 * REAL data at 1x: the published seed behind the real server. At 10x the multiplied data of
 * `synthetic.ts`, served from the disk alone, shows how bytes grow; the peers are not asked again, since
 * what an embed shows is capped. Bytes and requests are the same each time; of paint and processor time
 * the shortest of several.
 */
import { chromium, type Browser } from '@playwright/test';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Records } from '../../../src/lib/data/records.ts';
import { assemble } from '../../../src/lib/server/assemble.ts';
import { Disk } from '../../../src/lib/server/disk.ts';
import { build } from '../../../src/lib/server/publish.ts';
import { FORMAT, type PartName } from '../../../src/lib/snapshot/manifest.ts';
import { ensureBuild } from '../../../tools/run/build.ts';
import { CHROMIUM_FLAGS, ensureChromium } from '../../../tools/run/chromium.ts';
import { startSite, type Site } from '../../../tools/run/site.ts';
import { freePort } from '../../../tools/stack/settings.ts';
import { hostPages, type Host } from '../../e2e/hostpage.ts';
import { multiplyRecords } from '../synthetic.ts';
import { ALIVE, embedsOf, isMapLibrary, LIMITS, MOVABLE, type EmbedAddress } from './embeds.ts';
import { addPeers, type PeerPages } from './peerpages.ts';
import { peerSite } from './peers.ts';
import { weigh, type Weight } from './weigh.ts';

export interface Cost {
  bytes: number;
  requests: number;
  paint_ms: number;
  cpu_ms: number;
}

export interface TransferRow {
  name: 'embed-transfer';
  scale: number;
  synthetic: boolean;
  view: string;
  scripts: boolean;
  ours_bytes: number;
  /** Time to the first contentful paint. */
  ours_ms: number;
  ours: Cost;
  /** Map library apart, which is what the limit is about. */
  limited_bytes: number;
  limit_bytes: number;
  within: boolean;
  peers: Record<string, Cost>;
  /** Bytes of each peer for one byte of ours. */
  ratios: Record<string, number>;
  /** Of the lightest peer. */
  ratio_vs_best_peer: number | null;
}

export const TRANSFER = {
  name: 'embed-transfer',
  what: 'bytes over the wire of each embed, REAL data at 1x; peers draw the same numbers',
  scales: [1, 10]
} as const;

/** Of the times the shortest of so many. */
const RUNS = 3;
/** Somewhere with many partners. */
const PLACE = 'Köln';

/** @param say is told each row as soon as it is known */
export async function weighEmbeds(
  { recordsFile, dir }: { recordsFile: string; dir: string },
  say: (row: TransferRow) => void
): Promise<TransferRow[]> {
  await ensureBuild();
  const executablePath = await ensureChromium(() => undefined);
  const chromiumSandbox = process.getuid?.() !== 0;
  const browser = await chromium.launch({ executablePath, chromiumSandbox, args: CHROMIUM_FLAGS });
  const host = await hostPages();
  const rows: TransferRow[] = [];
  try {
    for (const scale of TRANSFER.scales) {
      const site = await siteOf(recordsFile, scale, join(dir, `snapshots-${scale}`));
      try {
        const place = await placeIn(site.url);
        const embeds = [...embedsOf(place), MOVABLE];
        if (scale === 1) await atOne(browser, host, site, embeds, add);
        else for (const embed of embeds) await both(browser, host, site, embed, scale, {}, add);
      } finally {
        await site.stop();
      }
    }
    return rows;
  } finally {
    await browser.close();
    await host.close();
  }
  function add(row: TransferRow): void {
    rows.push(row);
    say(row);
  }
}

async function atOne(
  browser: Browser,
  host: Host,
  site: Site,
  embeds: EmbedAddress[],
  add: (row: TransferRow) => void
): Promise<void> {
  const peers = await peerSite();
  try {
    const pages = await addPeers(peers, site.url, embeds);
    for (const embed of embeds)
      await both(browser, host, site, embed, 1, pages[embed.path] ?? {}, add);
  } finally {
    await peers.close();
  }
}

/** An embed with and without scripts. */
async function both(
  browser: Browser,
  host: Host,
  site: Site,
  embed: EmbedAddress,
  scale: number,
  pages: PeerPages,
  add: (row: TransferRow) => void
): Promise<void> {
  const address = `${site.url}/embed/${embed.path}`;
  await (await fetch(address)).arrayBuffer(); // made once a snapshot, then kept, as on any site with readers
  for (const scripts of [false, true]) {
    const weights = await several(browser, host, address, scripts, embed.ready ?? ALIVE);
    const ours = costOf(weights);
    const limited = weights[0]!.requests
      .filter(({ path }) => !isMapLibrary(path))
      .reduce((sum, { bytes }) => sum + bytes, 0);
    const limit = scripts ? LIMITS.with : LIMITS.without;
    const costs: TransferRow['peers'] = {};
    for (const [peer, page] of Object.entries(pages))
      // Those that draw by scripts show nothing without: there is nothing to compare.
      if (scripts || !page.ready)
        costs[peer] = costOf(await several(browser, host, page.address, scripts, page.ready));
    const ratios = Object.fromEntries(
      Object.entries(costs).map(([peer, { bytes }]) => [peer, round(bytes / ours.bytes)])
    );
    const all = Object.values(ratios);
    add({
      name: TRANSFER.name,
      scale,
      synthetic: scale > 1,
      view: embed.name,
      scripts,
      ours_bytes: ours.bytes,
      ours_ms: ours.paint_ms,
      ours,
      limited_bytes: limited,
      limit_bytes: limit,
      within: limited <= limit,
      peers: costs,
      ratios,
      ratio_vs_best_peer: all.length > 0 ? Math.min(...all) : null
    });
  }
}

async function several(
  browser: Browser,
  host: Host,
  address: string,
  scripts: boolean,
  ready?: string
): Promise<Weight[]> {
  const weights: Weight[] = [];
  for (let run = 0; run < RUNS; run++)
    weights.push(await weigh(browser, host, address, { scripts, ready }));
  return weights;
}

function costOf(weights: Weight[]): Cost {
  const least = (key: 'paintMs' | 'cpuMs') => round(Math.min(...weights.map((one) => one[key])));
  const [{ bytes, requests }] = weights as [Weight];
  return {
    bytes,
    requests: requests.length,
    paint_ms: least('paintMs'),
    cpu_ms: least('cpuMs')
  };
}

const round = (value: number): number => Number(value.toPrecision(3));

/** A site of its own that serves these records from its disk; no database is asked. */
async function siteOf(recordsFile: string, scale: number, dir: string): Promise<Site> {
  const records = multiplyRecords(JSON.parse(readFileSync(recordsFile, 'utf8')) as Records, scale);
  const { hash, content, bodies } = build(assemble(records), records.quarantined, null);
  const disk = new Disk(dir);
  mkdirSync(dir, { recursive: true });
  for (const [name, { hash: part }] of Object.entries(content.parts))
    await disk.writePart(part, bodies[name as PartName]!);
  const published_at = new Date().toISOString();
  await disk.writeManifest({ version: 1, published_at, format: FORMAT, hash, ...content });
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(await freePort()),
    ORIGIN: '',
    SNAPSHOT_DIR: dir,
    DRAWINGS_PER_MINUTE: '0'
  };
  delete env.PUBLIC_SUPABASE_URL;
  return startSite({ env, log: (line) => console.error(line) });
}

/** Its id in the snapshot that is served. */
async function placeIn(site: string): Promise<string> {
  const answer = await fetch(`${site}/api/v1/places?q=${encodeURIComponent(PLACE)}`);
  const { places } = (await answer.json()) as { places: { id: string; name: string }[] };
  const found = places.find(({ name }) => name === PLACE);
  if (!found) throw new Error(`${PLACE} is not in the data.`);
  return found.id;
}
