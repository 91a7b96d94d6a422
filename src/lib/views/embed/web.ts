/**
 * The network in a frame: the ties of its best connected places, laid out for themselves, with names
 * that fit.
 *
 * Contract: pure and plain, the same for the same selection. At most `MOST_TIES` lines, and how many
 * there are without that limit.
 */
import { placeLabels } from '../../charts/labels.ts';
import { fit } from '../../charts/netscene.ts';
import type { Selection } from '../../domain/selection.ts';
import { graphOf } from '../../network/graph.ts';
import { place } from '../../network/place.ts';
import { nodeRadius } from '../../network/radius.ts';
import { strongestEdges } from '../../network/strongest.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { linkTo, type Here } from '../links.ts';
import { GERMANY, networkOf, PARTS, Places } from '../net/places.ts';
import type { Data } from '../atlas.ts';

export const MOST_TIES = 150;
export const WEB = { width: 700, height: 520 } as const;
const FONT = 13;
const NAMES = 26;

export interface WebMark {
  id: string;
  name: string;
  /** In few words: name, where, how many partners. */
  words: string;
  x: number;
  y: number;
  r: number;
  own: boolean;
  /** Position in PARTS; GERMANY for German bodies. */
  colour: number;
  href: string;
}

export interface Web {
  marks: WebMark[];
  /** Positions in `marks`. */
  ties: { id: string; a: number; b: number; colour: number }[];
  names: { text: string; x: number; y: number }[];
  /** Parts of the world that occur. */
  parts: { colour: number; label: string }[];
  /** Ties there are in the selection. */
  total: number;
}

export function webOf({ dataset }: Data, selection: Selection, here: Here): Web {
  const { locale } = here;
  const graph = networkOf(dataset, selection);
  const places = new Places(dataset, locale);
  const edges = strongestEdges(graph, MOST_TIES);
  const nodes = [...new Set(edges.flatMap((e) => [graph.source[e]!, graph.target[e]!]))].sort(
    (a, b) => graph.degree[b]! - graph.degree[a]! || a - b
  );
  const at = new Map(nodes.map((node, position) => [node, position]));
  const part = graphOf(
    nodes.length,
    edges.map((edge) => [at.get(graph.source[edge]!)!, at.get(graph.target[edge]!)!] as const)
  );
  const placed = place(part, (position) => nodes[position]!);
  const [xs, ys] = [Array.from(placed.x), Array.from(placed.y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const box = { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
  const camera = fit(box, WEB.width, WEB.height, 34);
  const tenth = (value: number) => Math.round(value * 10) / 10;
  const marks = nodes.map((node, i): WebMark => {
    const partners = graph.degree[node]!;
    return {
      id: places.id(node),
      name: places.name(node),
      words: `${places.name(node)} (${places.where(node)}): ${m.net_partners({ count: partners, shown: formatNumber(partners, locale) }, { locale })}`,
      x: tenth(camera.k * xs[i]! + camera.x),
      y: tenth(camera.k * ys[i]! + camera.y),
      r: tenth(Math.min(9, Math.max(3, 22 * nodeRadius(partners)))),
      own: places.isOwn(node),
      colour: places.part(node),
      href: linkTo(here, {}, { place: places.id(node) })
    };
  });
  const names = placeLabels(
    marks.map(({ id, name, x, y, r }) => ({ id, text: name, x, y, radius: r + 2 })),
    { ...WEB, fontSize: FONT, limit: NAMES, reach: 2 }
  );
  const present = new Set(marks.map(({ colour }) => colour));
  return {
    marks,
    ties: edges.map((edge) => {
      const [a, b] = [graph.source[edge]!, graph.target[edge]!];
      return {
        id: `${places.id(a)}-${places.id(b)}`,
        a: at.get(a)!,
        b: at.get(b)!,
        colour: places.part(b)
      };
    }),
    names: names.map(({ text, x, y }) => ({ text, x: tenth(x), y: tenth(y) })),
    parts: PARTS.flatMap(({ name }, colour) =>
      present.has(colour) ? [{ colour, label: name({}, { locale }) }] : []
    ),
    total: graph.edges
  };
}

export const isGerman = (colour: number): boolean => colour === GERMANY;
