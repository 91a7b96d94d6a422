/** Which peers draw which of our embeds. Where one is not named it has no such drawing. */
import { barsOf, flowOf, GROUND, gridOf, linesOf } from './pictures.ts';
import { addPage, addPicture, bundle, type PeerSite } from './peers.ts';
import type { EmbedAddress } from './embeds.ts';

/** `ready` as in `weigh.ts`; without, the page shows its picture without scripts. */
export type PeerPages = Record<string, { address: string; ready?: string }>;

interface Drawn {
  path: string;
  data: (site: string) => Promise<unknown>;
  /** Modules in `pages/` by peer. vega has no Sankey. */
  scripts: Record<string, string>;
}

const DRAWN: Drawn[] = [
  {
    path: 'karte',
    data: linesOf,
    // On our own outlines: those of others come with another licence.
    scripts: { 'vega-embed': 'vega-lines', echarts: 'echarts-lines' }
  },
  {
    path: 'netz',
    data: gridOf,
    scripts: { 'vega-embed': 'vega-matrix', echarts: 'echarts-matrix' }
  },
  {
    path: 'netz?linse=fluss',
    data: (site) => flowOf(site, ''),
    scripts: { echarts: 'echarts-flow' }
  },
  {
    path: 'netz?linse=fluss&rechts=staat',
    data: (site) => flowOf(site, '&rechts=staat'),
    scripts: { echarts: 'echarts-flow' }
  },
  {
    // Ours says five states and three shares of each Land, theirs the first of them.
    path: 'tabelle?flaechen=laender',
    data: barsOf,
    scripts: { 'vega-embed': 'vega-bars', echarts: 'echarts-bars' }
  }
];

/** @returns by the path of the embed, then by peer */
export async function addPeers(
  peers: PeerSite,
  site: string,
  embeds: EmbedAddress[]
): Promise<Record<string, PeerPages>> {
  const pages: Record<string, PeerPages> = {};
  const ground = await (await fetch(site + GROUND)).text();
  peers.add(GROUND, { type: 'image/svg+xml', body: ground });
  const scripts = new Map<string, string>();
  for (const [at, { path, data, scripts: named }] of DRAWN.entries()) {
    const numbers = await data(site);
    for (const [peer, script] of Object.entries(named)) {
      const code = scripts.get(script) ?? (await bundle(script));
      scripts.set(script, code);
      const address = addPage(peers, `${script}-${at}`, code, numbers);
      (pages[path] ??= {})[peer] = { address, ready: 'html[data-drawn]' };
    }
  }
  for (const [at, { path, picture = true }] of embeds.entries()) {
    if (!picture) continue;
    const answer = await fetch(`${site}/bild/${path.replace(/\?|$/, '.svg$&')}`);
    if (!answer.ok) throw new Error(`The picture of ${path}: ${answer.status}`);
    const address = addPicture(peers, `picture-${at}`, await answer.text());
    (pages[path] ??= {})['plain iframe'] = { address };
  }
  return pages;
}
