/**
 * Publishing: the records of now become a numbered, immutable snapshot.
 *
 * Contract: unchanged content makes no new version; a failed publish leaves nothing. The hash is
 * over the content only, never number and date. Every part is decoded again before it is stored:
 * what cannot be read back is not published.
 */
import { createHash } from 'node:crypto';
import type { Client } from '../data/client.ts';
import { readRecords } from '../data/records.ts';
import { listManifests, storeSnapshot, type Content } from '../data/snapshots.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { NetworkLayout } from '../domain/layout.ts';
import { NO_FILTERS } from '../domain/filters.ts';
import { BASES } from '../domain/model.ts';
import { select } from '../domain/selection.ts';
import { layoutOf } from '../network/layout.ts';
import { decodeCore, encodeCore } from '../snapshot/core.ts';
import { decodeDetail, encodeDetail } from '../snapshot/detail.ts';
import { decodeLayout, encodeLayout } from '../snapshot/layout.ts';
import {
  FORMAT,
  type Counts,
  type Edition,
  type Licence,
  type PartName
} from '../snapshot/manifest.ts';
import { decodeSearch, encodeSearch } from '../snapshot/search.ts';
import { assemble, type Assembled } from './assemble.ts';
import { onlyLayers } from './editions.ts';

export const sha256 = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

/** Everything of a snapshot before it has a number. */
export interface Built {
  hash: string;
  content: Content;
  bodies: Partial<Record<PartName, Uint8Array>>;
}

/**
 * @param client with the secret key; its time limit must allow for an answer of about 10 MB
 * @param editions published before the whole, each once and for all: what is cited stays as it is
 * @returns the version of the whole
 * @throws {DataError} when the database refuses or rows are not what they should be
 * @throws {AssembleError} when records point to nothing
 */
export async function publish(
  client: Client,
  editions: readonly Edition[] = []
): Promise<{ version: number; changed: boolean }> {
  const records = await readRecords(client);
  const known =
    editions.length === 0
      ? new Set()
      : new Set((await listManifests(client)).map(({ edition }) => edition?.id));
  for (const edition of editions.filter(({ id }) => !known.has(id))) {
    const some = onlyLayers(records, edition.layers);
    const built = build(assemble(some), some.quarantined, null, edition);
    await storeSnapshot(client, FORMAT, built.hash, built.content, built.bodies);
  }
  const { hash, content, bodies } = build(assemble(records), records.quarantined);
  // The layout took seconds: connections closed meanwhile must be noticed before one is used again.
  await new Promise((resolve) => setTimeout(resolve, 50));
  return storeSnapshot(client, FORMAT, hash, content, bodies);
}

/**
 * @param quarantined rows of sources that wait for a decision
 * @param layout the network's; null leaves the part out
 * @param edition what the records were cut down to
 */
export function build(
  assembled: Assembled,
  quarantined: number,
  layout: NetworkLayout | null = layoutOf(assembled.dataset),
  edition?: Edition
): Built {
  const { dataset, details, register } = assembled;
  const texts: Partial<Record<PartName, string>> = {
    core: encodeCore(dataset),
    detail: encodeDetail(details),
    search: encodeSearch(register),
    ...(layout && { layout: encodeLayout(layout) })
  };
  decodeCore(texts.core, { version: 1, publishedAt: '' });
  decodeDetail(texts.detail);
  decodeSearch(texts.search);
  if (layout) decodeLayout(texts.layout, dataset.authorities.length + dataset.partners.length);

  const bodies: Built['bodies'] = {};
  const parts: Content['parts'] = {};
  for (const [key, text] of Object.entries(texts)) {
    const name = key as PartName;
    const body = Buffer.from(text, 'utf8');
    bodies[name] = body;
    parts[name] = { hash: sha256(body), bytes: body.length };
  }
  const content: Content = {
    parts,
    counts: countsOf(assembled, quarantined),
    licences: licencesOf(dataset),
    ...(edition && { edition })
  };
  return { hash: sha256(JSON.stringify({ format: FORMAT, ...content })), content, bodies };
}

function countsOf({ dataset, register }: Assembled, quarantined: number): Counts {
  const { since, topicStart, goals } = dataset.partnerships;
  const abroad = select(dataset, NO_FILTERS);
  const all = select(dataset, { ...NO_FILTERS, inland: true });
  const count = (fits: (row: number) => boolean) =>
    abroad.rows.reduce((n, row) => n + +fits(row), 0);
  const tags = (basis: (typeof BASES)[number]) =>
    abroad.rows.reduce((n, row) => n + bitCount(goals[BASES.indexOf(basis)]![row]!), 0);
  return {
    partnerships: abroad.rows.length,
    partnerships_inland: all.rows.length - abroad.rows.length,
    authorities: register.length,
    authorities_with_partnership: all.authorities.length,
    partners: abroad.partners.length,
    countries: abroad.countries,
    with_year: count((row) => since[row] !== 0),
    with_topic: count((row) => topicStart[row] !== topicStart[row + 1]),
    sdg_tags: {
      source: tags('source'),
      editor: tags('editor'),
      programme: tags('programme'),
      topic: tags('topic')
    },
    quarantined
  };
}

function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}

const licencesOf = (dataset: Dataset): Licence[] =>
  dataset.sources.map((source) => ({
    source: source.id,
    title: source.title,
    url: source.url,
    licence: source.licence,
    licence_url: source.licenceUrl,
    attribution_de: source.attributionDe,
    attribution_en: source.attributionEn,
    retrieved_at: source.retrievedAt
  }));
