/**
 * The network page's part of the URL grammar: which lens, how it draws, what is picked in it.
 *
 * Contract: like `codec.ts`, to which it belongs. Every page reads these parameters, so that a link
 * from one to the other keeps them; only the network page shows them.
 */
import { Reader } from './read.ts';
import {
  DEFAULT_NET,
  FIGURES,
  LEFTS,
  LENSES,
  ORDERS,
  RIGHTS,
  type LensId,
  type NetState
} from './state.ts';
import { oneOf } from './values.ts';

/** In the order in which they are written. */
export const NET_PARAMETERS = [
  'linse',
  'ordnung',
  'bild',
  'links',
  'rechts',
  'schritte',
  'umfang',
  'wahl'
] as const;

export function readNet(read: Reader): NetState {
  return {
    lens: read.as<LensId>('linse', DEFAULT_NET.lens, oneOf(LENSES)),
    order: read.as<NetState['order']>('ordnung', null, oneOf(ORDERS)),
    figure: read.as<NetState['figure']>('bild', null, oneOf(FIGURES)),
    left: read.as<NetState['left']>('links', null, oneOf(LEFTS)),
    right: read.as<NetState['right']>('rechts', null, oneOf(RIGHTS)),
    steps: read.as<1 | 2>('schritte', 1, (value) =>
      value === '1' ? 1 : value === '2' ? 2 : undefined
    ),
    all: read.as('umfang', false, (value) => (value === 'alle' ? true : undefined)),
    picked: read.as<string | null>('wahl', null, (value) =>
      /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/.test(value) ? value : undefined
    )
  };
}

/** '' = at its default. */
export function netValues(net: NetState): Record<(typeof NET_PARAMETERS)[number], string> {
  return {
    linse: net.lens === DEFAULT_NET.lens ? '' : net.lens,
    ordnung: net.order ?? '',
    bild: net.figure ?? '',
    links: net.left ?? '',
    rechts: net.right ?? '',
    schritte: net.steps === 1 ? '' : String(net.steps),
    umfang: net.all ? 'alle' : '',
    wahl: net.picked ?? ''
  };
}
