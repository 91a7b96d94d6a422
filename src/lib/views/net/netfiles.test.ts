/** The files of the network read back by a real XML parser: the nodes and edges of the table twin. */
import { expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { select } from '../../domain/selection.ts';
import { randomDataset, randomFilters } from '../../domain/testing/dataset.ts';
import { random } from '../../domain/testing/random.ts';
import { gexf, graphml } from '../../report/netfiles.ts';
import { networkOf } from '../../report/network.ts';
import { DEFAULT_NET, DEFAULT_VIEW } from '../../url/codec.ts';
import { PER_PAGE } from './kommunen.ts';
import { buildNet } from './net.ts';

/** The document as libxml2 understood it: in canonical form every attribute has one way to be written. */
async function canonical(contents: string): Promise<string> {
  const { errors, normalized } = await validateXML({
    xml: [{ fileName: 'network.xml', contents }],
    normalization: 'c14n'
  });
  expect(errors).toEqual([]);
  return normalized;
}

const attribute = (xml: string, tag: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${tag} [^>]*?\\b${name}="([^"]*)"`, 'g'))].map(([, own]) => own!);

it.each([1, 2, 3])('holds what the table holds, whatever is filtered, seed %i', async (seed) => {
  const r = random(seed);
  const dataset = randomDataset(r, 300);
  const filters = randomFilters(r, dataset);
  const data = { dataset, details: null, register: null };
  const net = { ...DEFAULT_NET, lens: 'kommunen' as const };
  const rowsOf = (page: number) => {
    const view = { ...DEFAULT_VIEW, view: 'tabelle' as const, net, page };
    return buildNet(data, { filters, view, issues: [] }, 'de').view.table!.rows;
  };
  const listed: string[] = [];
  for (let page = 1, rows = rowsOf(1); rows.length > 0; rows = rowsOf(++page)) {
    listed.push(...rows.map(({ id }) => id));
    if (rows.length < PER_PAGE) break;
  }
  expect(listed.length).toBeGreaterThan(0);
  const ends = new Set(listed.flatMap((id) => id.split('-')));

  const network = networkOf(dataset, select(dataset, filters), null, 'de');
  const words = { title: 'A <b> & "c"', address: 'https://x/?a=1&b=2', locale: 'de' as const };
  for (const write of [gexf, graphml]) {
    const read = await canonical(write(network, words));
    expect(attribute(read, 'edge', 'id').sort()).toEqual([...listed].sort());
    expect(new Set(attribute(read, 'node', 'id'))).toEqual(ends);
    const [from, to] = [attribute(read, 'edge', 'source'), attribute(read, 'edge', 'target')];
    expect(from.map((source, i) => `${source}-${to[i]}`)).toEqual(attribute(read, 'edge', 'id'));
  }
});
