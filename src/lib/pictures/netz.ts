/** The picture of the network page: whatever its lens shows for an address. */
import { sceneOf } from '../charts/netscene.ts';
import type { NetworkLayout } from '../domain/layout.ts';
import { select } from '../domain/selection.ts';
import { m } from '../i18n/paraglide/messages.js';
import { clustersOf } from '../views/net/clusters.ts';
import type { NetworkDrawing } from '../views/net/drawing.ts';
import { buildNet } from '../views/net/net.ts';
import { networkOf, Places } from '../views/net/places.ts';
import { GERMANY } from '../views/net/places.ts';
import { plateOf } from './drawings.ts';
import type { Asked, Shown } from './shown.ts';
import { barsOf } from './bars.ts';
import { egoSmall } from './plates/ego.ts';
import { networkKey, networkPlate, type Web } from './plates/network.ts';
import { tablePlate } from './plates/table.ts';

export function netzShown(asked: Asked): Shown {
  const { data, layout, parsed, locale } = asked;
  const selection = select(data.dataset, parsed.filters);
  const net = buildNet(data, parsed, locale, selection);
  const { drawing, sentence, notes } = net.view;
  const words = { atlas: net.atlas, title: net.title, sentence, notes };
  if (drawing?.kind === 'network')
    return { ...words, ...(layout ? webShown(asked, drawing, layout) : { draw: null }) };
  const draw = drawing && plateOf(drawing);
  if (!drawing) return { ...words, draw: null };
  const view = { ...parsed.view, view: 'tabelle' as const };
  const { table } = buildNet(data, { ...parsed, view }, locale, selection).view;
  if (!table) return { ...words, draw };
  return {
    ...words,
    draw: draw ?? ((pen) => tablePlate(table, pen)),
    small: drawing.kind === 'ego' ? egoSmall(drawing) : barsOf(table)
  };
}

function webShown(
  asked: Asked,
  drawing: NetworkDrawing,
  layout: NetworkLayout
): Pick<Shown, 'draw' | 'small'> {
  const web = webOf(asked, drawing, layout);
  return {
    draw: (pen) => networkPlate(web, pen),
    small: {
      mark: (pen) => networkPlate(web, pen, false),
      keys: (pen) => networkKey(web, pen)
    }
  };
}

function webOf(
  { data: { dataset }, parsed, locale }: Asked,
  { colours }: NetworkDrawing,
  layout: NetworkLayout
): Web {
  const graph = networkOf(dataset, select(dataset, parsed.filters));
  const places = new Places(dataset, locale);
  const own = dataset.authorities.length;
  const name = (node: number) => places.name(node);
  if (colours !== 'cluster') {
    const scene = sceneOf(graph, layout, own, (node) => places.part(node));
    return { scene, inked: true, name };
  }
  const { classOf, hubs } = clustersOf(graph, layout);
  const classes = hubs.map((hub, colour) => ({
    colour,
    label: m.net_cluster_around({ name: places.name(hub) }, { locale })
  }));
  classes.push({ colour: GERMANY, label: m.net_cluster_rest({}, { locale }) });
  const scene = sceneOf(graph, layout, own, classOf);
  return { scene, inked: false, classes, name };
}
