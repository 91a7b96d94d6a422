/**
 * The network as a file: GEXF 1.3, GraphML, nodes and edges as CSV.
 *
 * Contract: pure; terms, sources, snapshot and the question stand inside every file. What is not
 * known is left out (XML) or empty (CSV), never 0.
 */
import { cell, type Cell } from './csv.ts';
import type { Network, NetworkEdge, NetworkNode } from './network.ts';

export interface FileWords {
  /** What the selection is, in words. */
  title: string;
  /** Address of the page that shows it. */
  address: string;
  locale: 'de' | 'en';
}

type Column = { name: string; type: 'string' | 'integer' | 'double'; yEd: string };
const text = (name: string): Column => ({ name, type: 'string', yEd: 'string' });
const whole = (name: string): Column => ({ name, type: 'integer', yEd: 'int' });
const real = (name: string): Column => ({ name, type: 'double', yEd: 'double' });

const NODE: Column[] = [
  text('side'),
  text('kind'),
  text('land_code'),
  text('country_code'),
  text('country'),
  whole('population'),
  whole('partners'),
  real('lon'),
  real('lat'),
  whole('community')
];
const EDGE: Column[] = [
  whole('partnerships'),
  text('partnership_ids'),
  whole('since'),
  text('sdgs')
];

type Values = Record<string, Cell>;
const known = (columns: Column[], row: Values): [Column, string][] =>
  columns.flatMap((column): [Column, string][] => {
    const value = row[column.name] ?? null;
    return value === null || value === '' ? [] : [[column, String(value)]];
  });

/** Text for XML: what markup is made of is escaped, what XML 1.0 cannot hold is left out. */
export const xml = (value: string): string =>
  value

    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, '')
    .replace(/[&<>"'\t\r\n]/g, (sign) => `&#${sign.codePointAt(0)};`);

function about({ terms, snapshot, date }: Network, { title, address, locale }: FileWords): string {
  const sources = locale === 'de' ? terms.attributions_de : terms.attributions_en;
  return locale === 'de'
    ? `${title}. Stand ${snapshot} vom ${date}. Lizenz: ${terms.licence} (${terms.licence_url}). Quellen: ${sources.join(' · ')}. ${address}`
    : `${title}. Snapshot ${snapshot} of ${date}. Licence: ${terms.licence} (${terms.licence_url}). Sources: ${sources.join(' · ')}. ${address}`;
}

/** Side length of the picture in Gephi, per unit of the layout. */
const SCALE = 20;
/** All but the colour: what stands in a cell. */
function plainOf({ colour: _, ...rest }: NetworkNode): Values {
  return rest;
}
const painted = ({ colour }: NetworkNode) =>
  colour ? `<color r="${colour[0]}" g="${colour[1]}" b="${colour[2]}"/>` : '';
const size = ({ partners }: NetworkNode) => (4 + 4 * Math.sqrt(partners)).toFixed(1);

export function gexf(network: Network, words: FileWords): string {
  const attributes = (kind: string, columns: Column[]) =>
    `<attributes class="${kind}">${columns
      .map(({ name, type }) => `<attribute id="${name}" title="${name}" type="${type}"/>`)
      .join('')}</attributes>`;
  const values = (columns: Column[], row: Values) =>
    `<attvalues>${known(columns, row)
      .map(([{ name }, value]) => `<attvalue for="${name}" value="${xml(value)}"/>`)
      .join('')}</attvalues>`;
  const place = ({ x, y }: NetworkNode) =>
    x === null || y === null
      ? ''
      : `<position x="${(x * SCALE).toFixed(1)}" y="${(y * SCALE).toFixed(1)}" z="0"/>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" version="1.3">',
    `<meta lastmodifieddate="${network.date}"><creator>Partnerschaftsatlas</creator><description>${xml(about(network, words))}</description></meta>`,
    '<graph defaultedgetype="undirected" mode="static">',
    attributes('node', NODE),
    attributes('edge', EDGE),
    `<nodes count="${network.nodes.length}">`,
    ...network.nodes.map(
      (node) =>
        `<node id="${node.id}" label="${xml(node.label)}">${values(NODE, plainOf(node))}${place(node)}<size value="${size(node)}"/>${painted(node)}</node>`
    ),
    '</nodes>',
    `<edges count="${network.edges.length}">`,
    ...network.edges.map(
      (edge) =>
        `<edge id="${edge.id}" source="${edge.source}" target="${edge.target}" weight="${edge.partnerships}">${values(EDGE, { ...edge })}</edge>`
    ),
    '</edges>',
    '</graph>',
    '</gexf>',
    ''
  ].join('\n');
}

export function graphml(network: Network, words: FileWords): string {
  const label = text('label');
  const [x, y, weight] = [real('x'), real('y'), real('weight')];
  // The names Gephi reads as size and colour of a node.
  const look = [real('size'), whole('r'), whole('g'), whole('b')];
  const keys = (kind: string, columns: Column[]) =>
    columns.map(
      ({ name, yEd }) =>
        `<key id="${kind}_${name}" for="${kind}" attr.name="${name}" attr.type="${yEd}"/>`
    );
  const data = (kind: string, columns: Column[], row: Values) =>
    known(columns, row)
      .map(([{ name }, value]) => `<data key="${kind}_${name}">${xml(value)}</data>`)
      .join('');
  const nodes = [label, ...NODE, x, y, ...look];
  const edges = [...EDGE, weight];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">',
    `<desc>${xml(about(network, words))}</desc>`,
    ...keys('node', nodes),
    ...keys('edge', edges),
    '<graph id="partnerschaftsatlas" edgedefault="undirected">',
    ...network.nodes.map((node) => {
      const scaled = (value: number | null) =>
        value === null ? null : Math.round(value * SCALE * 10) / 10;
      const [r, g, b] = node.colour ?? [null, null, null];
      const place = { x: scaled(node.x), y: scaled(node.y) };
      const row = { ...plainOf(node), ...place, size: size(node), r, g, b };
      return `<node id="${node.id}">${data('node', nodes, row)}</node>`;
    }),
    ...network.edges.map(
      (edge) =>
        `<edge id="${edge.id}" source="${edge.source}" target="${edge.target}">${data('edge', edges, { ...edge, weight: edge.partnerships })}</edge>`
    ),
    '</graph>',
    '</graphml>',
    ''
  ].join('\n');
}

const NODE_COLUMNS = ['id', 'label', ...NODE.map(({ name }) => name), 'x', 'y'];
const EDGE_COLUMNS = ['id', 'source', 'target', ...EDGE.map(({ name }) => name)];

export const nodesCsv = (network: Network, words: FileWords): string =>
  table(NODE_COLUMNS, network.nodes, network, words);

export const edgesCsv = (network: Network, words: FileWords): string =>
  table(EDGE_COLUMNS, network.edges, network, words);

/** UTF-8 with a byte order mark; the terms stand in every row, so that rows can travel. */
function table(
  columns: string[],
  rows: readonly (NetworkNode | NetworkEdge)[],
  { terms, snapshot }: Network,
  { locale }: FileWords
): string {
  const sources = (locale === 'de' ? terms.attributions_de : terms.attributions_en).join(' · ');
  const line = (cells: Cell[]) => cells.map((value) => cell(value, ',')).join(',');
  return [
    `\uFEFF${line([...columns, 'snapshot', 'terms', 'attributions'])}`,
    ...rows.map((row) => {
      const values: Values = 'colour' in row ? plainOf(row) : { ...row };
      return line([
        ...columns.map((name) => values[name] ?? null),
        snapshot,
        terms.licence,
        sources
      ]);
    }),
    ''
  ].join('\r\n');
}
