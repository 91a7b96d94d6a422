/**
 * What our embeds draw, as numbers for the pages of the peers.
 *
 * Contract: read from what the site itself says in this run: the names of the marks of its embeds ("Bayern
 * – Schweiz: 17 Partnerschaften"), and its API. The matrix is counted again from the API's rows; throws
 * where a cell of the embed says something else, or where no mark is found.
 */
import { parse } from 'csv-parse/sync';
import { GERMANY, WORLD, worldProjection } from '../../../src/lib/charts/projection.ts';
import { EUROPE_PANEL } from '../../../src/lib/charts/worldflows.ts';
import type { Bars, Flow, Grid, Lines } from './pages/given.ts';

export const GROUND = '/welt-klein.svg';

interface Mark {
  id: string;
  words: string;
  /** What follows its link, up to the next mark. */
  inside: string;
}

const text = async (site: string, path: string): Promise<string> => {
  const answer = await fetch(site + path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.text();
};

const marksOf = (html: string): Mark[] =>
  html
    .split(/<a (?:target="\w*" )?href=/)
    .slice(1)
    .flatMap((inside) => {
      const words = /^[^>]*aria-label="([^"]*)"/.exec(inside)?.[1]?.replaceAll('&amp;', '&');
      const id = /^[^>]*data-id="([^"]*)"/.exec(inside)?.[1] ?? '';
      return words === undefined ? [] : { id, words, inside };
    });

/** "A – B: 1.234 Partnerschaften" in its parts. */
function partsOf({ words }: Mark): [from: string, to: string, count: number] | null {
  const found = /^(.+?) – (.+): ([\d.]+) Partnerschaft/.exec(words);
  return found && [found[1]!, found[2]!, Number(found[3]!.replaceAll('.', ''))];
}

/** Positions of names in the order they come. */
class Names {
  readonly all: string[] = [];
  at(name: string): number {
    const known = this.all.indexOf(name);
    return known >= 0 ? known : this.all.push(name) - 1;
  }
}

export async function gridOf(site: string): Promise<Grid> {
  const [rows, columns] = [new Names(), new Names()];
  const parts = marksOf(await text(site, '/embed/netz')).flatMap((mark) => {
    const found = partsOf(mark);
    return found ? [found] : [];
  });
  const counted = await countedByApi(site);
  let checked = 0;
  for (const [land, country, count] of parts) {
    const known = counted.get(`${land} ${country}`);
    if (known === undefined) continue; // the row that sums up
    if (known.size !== count) throw new Error(`${land}, ${country}: ${count}, ${known.size}`);
    checked++;
  }
  if (checked < parts.length / 2) throw new Error(`Only ${checked} cells could be compared.`);
  const cells = parts.map(
    ([land, country, count]) =>
      [rows.at(country), columns.at(land), count] satisfies Grid['cells'][number]
  );
  return { rows: rows.all, columns: columns.all, cells };
}

/** Partnerships by names of Land and country. */
async function countedByApi(site: string): Promise<Map<string, Set<string>>> {
  const rows = parse(await text(site, '/api/v1/partnerships.csv'), {
    columns: true,
    bom: true
  }) as { partnership_id: string; land_name: string; country_name: string }[];
  const counted = new Map<string, Set<string>>();
  for (const { partnership_id: id, land_name: land, country_name: country } of rows) {
    const key = `${land} ${country}`;
    counted.set(key, (counted.get(key) ?? new Set()).add(id));
  }
  return counted;
}

/** Without what has no goal: neither peer could draw it beside the flow. */
export async function flowOf(site: string, query: string): Promise<Flow> {
  const names = new Names();
  const links = marksOf(await text(site, `/embed/netz?linse=fluss${query}`)).flatMap((mark) => {
    const found = /^(von|nach)-.*-\d+$/.test(mark.id) ? partsOf(mark) : null;
    return found
      ? [[names.at(found[0]), names.at(found[1]), found[2]] satisfies Flow['links'][number]]
      : [];
  });
  if (links.length === 0) throw new Error('The flow has no bands.');
  return { nodes: names.all, links };
}

type Arc = Lines['ends'][number];
const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Where the arcs of a picture end. */
const arcsOf = (svg: string): Arc[] =>
  marksOf(svg).flatMap(({ words, inside }) => {
    const [, name, count] = /^(.+): ([\d.]+) Partnerschaft/.exec(words) ?? [];
    const path = / class="arc[^>]* d="[^"]*?([^L"]*)"/.exec(inside)?.[1]?.split(',');
    return name && count && path?.length === 2
      ? [[name, Number(path[0]), Number(path[1]), Number(count.replaceAll('.', ''))] satisfies Arc]
      : [];
  });

/** The world and Europe, which the embed draws larger beside it, on one picture. */
export async function linesOf(site: string): Promise<Lines> {
  const pictures = (await text(site, '/embed/karte')).split('</svg>');
  const { frame, scale } = EUROPE_PANEL;
  const ends = [
    ...arcsOf(pictures[0] ?? ''),
    ...arcsOf(pictures[1] ?? '').map(([name, x, y, count]): Arc => [
      name,
      x / scale + frame.x,
      y / scale + frame.y,
      count
    ])
  ].map(([name, x, y, count]): Arc => [name, tenth(x), tenth(y), count]);
  if (ends.length === 0) throw new Error('The map has no flows.');
  const [x = 0, y = 0] = worldProjection()([GERMANY.lon, GERMANY.lat]) ?? [];
  return { ...WORLD, ground: GROUND, from: [tenth(x), tenth(y)], ends };
}

export async function barsOf(site: string): Promise<Bars> {
  const rows = parse(await text(site, '/api/v1/areas.csv?flaechen=laender'), {
    columns: true,
    bom: true
  }) as { area_name: string; match: string }[];
  return { bars: rows.map(({ area_name: name, match }) => [name, Number(match)]) };
}
