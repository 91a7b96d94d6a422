import { readFileSync } from 'node:fs';
import { validateXML } from 'xmllint-wasm';
import { expect, it } from 'vitest';
import { NO_FILTERS } from '../domain/filters.ts';
import { select } from '../domain/selection.ts';
import { decodeCore } from '../snapshot/core.ts';
import { decodeLayout } from '../snapshot/layout.ts';
import { edgesCsv, gexf, graphml, nodesCsv, xml } from './netfiles.ts';
import { networkOf } from './network.ts';

const fixture = (path: string) =>
  readFileSync(new URL(`../../../tests/fixtures/${path}`, import.meta.url), 'utf8');
const dataset = decodeCore(fixture('snapshot/format1.core.json'), {
  version: 3,
  publishedAt: '2026-11-22T16:00:00.000Z'
});
const nodes = dataset.authorities.length + dataset.partners.length;
const layout = decodeLayout(fixture('snapshot/format1.layout.json'), nodes);
const found = select(dataset, { ...NO_FILTERS, inland: true });
const network = networkOf(dataset, found, layout, 'de', () => [31, 138, 132]);
// What breaks a careless writer.
network.nodes[0]!.label = `Ärger & "Söhne" <b>'\u0007\uD800`;
const words = {
  title: 'Alle <Partnerschaften>',
  address: 'https://x/?a=1&b=2',
  locale: 'de' as const
};

it('holds every partnership and only tied places', () => {
  const ids = network.edges.flatMap((edge) => edge.partnership_ids.split(';'));
  expect(new Set(ids)).toEqual(new Set([...found.rows].map((row) => dataset.partnerships.id[row])));
  const ends = network.edges.flatMap(({ source, target }) => [source, target]);
  expect(new Set(ends)).toEqual(new Set(network.nodes.map(({ id }) => id)));
});

it('writes GEXF that its schema accepts', async () => {
  const contents = gexf(network, words);
  const schema = (name: string) => ({ fileName: name, contents: fixture(`xml/${name}`) });
  const validate = (text: string) =>
    validateXML({
      xml: [{ fileName: 'network.gexf', contents: text }],
      schema: [schema('gexf.xsd')],
      preload: [schema('dynamics.xsd'), schema('viz.xsd')]
    });
  const { valid, errors } = await validate(contents);
  expect(errors).toEqual([]);
  expect(valid).toBe(true);
  const count = (tag: string) => contents.split(`<${tag} `).length - 1;
  for (const tag of ['node', 'position', 'size', 'color'])
    expect(count(tag)).toBe(network.nodes.length);
  expect(count('edge')).toBe(network.edges.length);
  // The check can fail: an edge without a target is none.
  expect((await validate(contents.replace(/ target="[^"]*"/, ''))).valid).toBe(false);
});

it('writes GraphML that is well-formed and declares all it uses', async () => {
  const contents = graphml(network, words);
  const { valid, errors } = await validateXML({
    xml: [{ fileName: 'network.graphml', contents }],
    normalization: 'format'
  });
  expect(errors).toEqual([]);
  expect(valid).toBe(true);
  const all = (pattern: RegExp) => [...contents.matchAll(pattern)].map((match) => match[1]!);
  const keys = all(/<key id="([^"]+)"/g);
  expect(new Set(keys).size).toBe(keys.length);
  for (const key of all(/<data key="([^"]+)"/g)) expect(keys).toContain(key);
  const ids = new Set(all(/<node id="([^"]+)"/g));
  expect(ids.size).toBe(network.nodes.length);
  for (const end of [...all(/ source="([^"]+)"/g), ...all(/ target="([^"]+)"/g)])
    expect(ids).toContain(end);
});

it.each([
  ['gexf', gexf],
  ['graphml', graphml],
  ['nodes', nodesCsv],
  ['edges', edgesCsv]
])('%s says where it is from and under which terms', (_name, write) => {
  const text = write(network, words);
  expect(text).toContain('CC BY-SA 4.0');
  expect(text).toContain(xml(dataset.sources.find(({ layer }) => layer >= 0)!.attributionDe));
  expect(text).not.toMatch(/\bundefined\b|\bNaN\b|null/);
});

it('writes one line per node and edge, the same ids as the other files', () => {
  const firsts = (text: string) =>
    text
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',')[0]);
  expect(firsts(nodesCsv(network, words))).toEqual(network.nodes.map(({ id }) => id));
  expect(firsts(edgesCsv(network, words))).toEqual(network.edges.map(({ id }) => id));
});

it('leaves out what is not known', () => {
  const bare = networkOf(dataset, found, null, 'en');
  expect(gexf(bare, words)).not.toMatch(/<position|<color/);
  expect(graphml(bare, words)).not.toMatch(/key="node_[xyrgb]"/);
  expect(xml('a\u0000<')).toBe('a&#60;');
});
