/** The network of a selection as a file to download: which file, under which name and type. */
import { select } from '../domain/selection.ts';
import type { Locale } from '../i18n/locale.ts';
import { networkOf } from '../report/network.ts';
import { edgesCsv, gexf, graphml, nodesCsv, type FileWords } from '../report/netfiles.ts';
import type { Network } from '../report/network.ts';
import type { Parsed } from '../url/state.ts';
import { Places } from '../views/net/places.ts';
import { titleOf } from '../views/title.ts';
import type { Loaded } from './load.ts';

interface Kind {
  type: string;
  write(network: Network, words: FileWords): string;
}

const CSV = 'text/csv; charset=utf-8; header=present';

export const NETWORK_FILES: Readonly<Record<string, Kind>> = {
  gexf: { type: 'application/gexf+xml; charset=utf-8', write: gexf },
  graphml: { type: 'application/graphml+xml; charset=utf-8', write: graphml },
  'nodes.csv': { type: CSV, write: nodesCsv },
  'edges.csv': { type: CSV, write: edgesCsv }
};

/** As `views/net/classes.css` paints them on paper: parts of the world, at last Germany itself. */
const COLOURS = '4a74a8 a3652e 7a6bb0 5f8a4a a84f7c c4452e 1f8a84 17212b'.split(' ').map((hex) => {
  const value = parseInt(hex, 16);
  return [value >> 16, (value >> 8) & 255, value & 255] as const;
});

/** @param address of the page that shows the same network */
export function networkFile(
  { dataset, layout }: Loaded,
  { filters }: Parsed,
  { write }: Kind,
  address: string,
  locale: Locale
): string {
  const places = new Places(dataset, locale);
  const colour = (node: number) => COLOURS[places.part(node)] ?? null;
  const network = networkOf(dataset, select(dataset, filters), layout, locale, colour);
  return write(network, { title: titleOf(filters, dataset, locale), address, locale });
}
