/** The whole network at its published places; positions do not depend on filters. */
import { pixels } from '../../charts/netdraw.ts';
import { fit, type Scene } from '../../charts/netscene.ts';
import { placeLabels, type Box } from '../../charts/labels.ts';
import { stacked } from '../legend.ts';
import { el, type Markup } from '../markup.ts';
import { NARROW, type Pen, type Plate } from '../plate.ts';
import { write } from '../text.ts';
import { worldKey } from '../worldkey.ts';

export interface Web {
  scene: Scene;
  /** German places in ink; without, in the colour of their community. */
  inked: boolean;
  classes?: { colour: number; label: string }[];
  name: (node: number) => string;
}

/** Lines in one path: few enough to be quick, many enough to be small. */
const PER_PATH = 150;
const LABEL = { size: 13, face: 'semibold' } as const;
const tenth = (value: number) => Math.round(value * 10) / 10;

/** What the colours and the ring mean. */
export function networkKey({ scene, classes }: Web, pen: Pen): Plate {
  const present = Array.from(scene.nodes, (node) => scene.colour[node]!);
  return worldKey(pen, { present, ring: scene.bridges.length > 0, classes });
}

/** @param told with names and legend */
export function networkPlate(web: Web, pen: Pen, told = true): Plate {
  const { scene, inked, name } = web;
  const { width, colours } = pen;
  const { box, nodes } = scene;
  const height = Math.round(
    Math.min(
      width * 1.1,
      Math.max(width * 0.45, (width * Math.max(box.height, 4)) / Math.max(box.width, 4))
    )
  );
  const camera = fit(box, width, height, 10);
  const drawn = [...lines(), ...marks(), ...rings()];
  if (!told) return { width, height, body: drawn };
  return stacked(14, networkKey(web, pen), { width, height, body: [...drawn, ...labels()] });

  function lines(): Markup[] {
    const { graph, colour } = scene;
    const paths: Markup[] = [];
    const wide = Math.min(1.4, Math.max(0.4, Math.min(0.7, camera.k / 6), camera.k / 22));
    for (const [at, stroke] of colours.classes.entries()) {
      let parts: string[] = [];
      const flush = () => {
        if (parts.length > 0)
          paths.push(el('path', { d: parts.join(''), stroke, 'stroke-width': wide }));
        parts = [];
      };
      for (let e = 0; e < graph.edges; e++) {
        const [a, b] = [graph.source[e]!, graph.target[e]!];
        if (colour[b] !== at) continue;
        const [[x, y], [u, v]] = [spot(a), spot(b)];
        parts.push(`M${x} ${y}l${tenth(u - x)} ${tenth(v - y)}`);
        if (parts.length === PER_PATH) flush();
      }
      flush();
    }
    return [el('g', { 'stroke-opacity': 0.6, fill: 'none' }, paths)];
  }

  /** Small ones first, so that the large lie on top; runs of one colour are one path. */
  function marks(): Markup[] {
    const paths: Markup[] = [];
    let fill = '';
    let parts: string[] = [];
    const flush = () => {
      if (parts.length > 0) paths.push(el('path', { d: parts.join(''), fill }));
      parts = [];
    };
    // By size in steps, then colour: neighbours in this order share a path.
    const order = Array.from(nodes, (node) => ({ node, r: tenth(pixels(scene, camera, node)) }));
    order.sort(
      (a, b) => a.r - b.r || colourOf(a.node).localeCompare(colourOf(b.node)) || a.node - b.node
    );
    for (const { node, r } of order) {
      if (colourOf(node) !== fill) flush();
      fill = colourOf(node);
      const [x, y] = spot(node);
      const half = tenth(r * 0.9);
      parts.push(
        node < scene.own
          ? `M${tenth(x - r)} ${y}a${r} ${r} 0 1 1 ${tenth(2 * r)} 0a${r} ${r} 0 1 1 ${tenth(-2 * r)} 0`
          : `M${tenth(x - half)} ${tenth(y - half)}h${tenth(2 * half)}v${tenth(2 * half)}h${tenth(-2 * half)}z`
      );
    }
    flush();
    return paths;
  }

  function rings(): Markup[] {
    return scene.bridges.flatMap((node) => {
      const [cx, cy] = spot(node);
      const r = pixels(scene, camera, node) + 3;
      return [
        el('circle', { cx, cy, r, fill: 'none', stroke: colours.paper, 'stroke-width': 3.5 }),
        el('circle', { cx, cy, r, fill: 'none', stroke: colours.warm, 'stroke-width': 1.6 })
      ];
    });
  }

  function labels(): Markup[] {
    const { x, y, width: wide, height: high } = scene.box;
    const hub = {
      x: camera.k * (x + wide / 2) + camera.x,
      y: camera.k * (y + high / 2) + camera.y
    };
    const asksOf = (wanted: Iterable<number>) =>
      Array.from(wanted, (node) => {
        const [px, py] = spot(node);
        const radius = pixels(scene, camera, node) + 2;
        return { id: String(node), text: name(node), x: px, y: py, radius };
      });
    const place = (wanted: Iterable<number>, reserved: Box[], reach: number) => {
      const asks = asksOf(wanted);
      return placeLabels(asks, {
        width,
        height,
        fontSize: LABEL.size,
        limit: asks.length,
        reach,
        reserved,
        hub,
        widthOf: (text) => pen.measure(text, LABEL.size, LABEL.face)
      });
    };
    // Bridging places are marked, so they get a name before all others.
    const rings = new Set(scene.bridges);
    const first = place(rings, [], 5);
    const marked = asksOf(rings).map(({ x: cx, y: cy, radius: r }) => {
      return { x: cx - r, y: cy - r, width: 2 * r, height: 2 * r };
    });
    const others = [...nodes.subarray(0, width < NARROW ? 24 : 60)].filter((n) => !rings.has(n));
    const taken = [...first.map(({ box }) => box), ...marked];
    return [...first, ...place(others, taken, 0.7)].flatMap(
      ({ text, x: left, y: base, leader }) => [
        ...(leader ? [el('line', { ...leader, stroke: colours.ink, 'stroke-width': 0.75 })] : []),
        write(text, { x: left, y: base, halo: colours.paper }, LABEL, colours.ink)
      ]
    );
  }

  function colourOf(node: number): string {
    return inked && node < scene.own ? colours.ink : colours.classes[scene.colour[node]!]!;
  }
  function spot(node: number): [number, number] {
    return [
      tenth(camera.k * scene.x[node]! + camera.x),
      tenth(camera.k * scene.y[node]! + camera.y)
    ];
  }
}
