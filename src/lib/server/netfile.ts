/** The network of a selection as a file to download: which file, under which name and type. */
import { select } from '../domain/selection.ts';
import type { Locale } from '../i18n/locale.ts';
import { networkOf } from '../report/network.ts';
import { edgesCsv, gexf, graphml, nodesCsv, type FileWords } from '../report/netfiles.ts';
import type { Network } from '../report/network.ts';
import type { Parsed } from '../url/state.ts';
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

/** @param address of the page that shows the same network */
export function networkFile(
  { dataset, layout }: Loaded,
  { filters }: Parsed,
  { write }: Kind,
  address: string,
  locale: Locale
): string {
  const names = new Map(dataset.kreise.map(({ code, name }) => [code, name]));
  const network = networkOf(dataset, select(dataset, filters), layout, locale);
  return write(network, { title: titleOf(filters, dataset, locale, names), address, locale });
}
