/**
 * Published snapshots in the database: list, read, publish.
 *
 * Contract: reading needs the publishable key only; publishing the secret key. Parts come back as
 * the bytes that were published; the caller checks their hash.
 */
import * as v from 'valibot';
import { LAYERS } from '../domain/model.ts';
import {
  PART_NAMES,
  type Edition as EditionOf,
  type Manifest,
  type PartName
} from '../snapshot/manifest.ts';
import { DataError, unwrap, type Client } from './client.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const text = v.string();

const Counts = v.object({
  partnerships: count,
  partnerships_inland: count,
  authorities: count,
  authorities_with_partnership: count,
  partners: count,
  countries: count,
  with_year: count,
  with_topic: count,
  sdg_tags: v.object({ source: count, editor: count, programme: count, topic: count }),
  quarantined: count
});

const Licence = v.object({
  source: text,
  title: text,
  url: text,
  licence: text,
  licence_url: text,
  attribution_de: text,
  attribution_en: text,
  retrieved_at: text
});

const Edition = v.object({
  id: v.pipe(text, v.regex(/^[a-z0-9-]+$/)),
  title_de: text,
  title_en: text,
  note_de: text,
  note_en: text,
  layers: v.array(v.picklist(LAYERS))
});

/** What is hashed and stored: the manifest without number, date and hash. */
const Content = v.object({
  parts: v.record(v.picklist(PART_NAMES), v.object({ hash, bytes: count })),
  counts: Counts,
  licences: v.array(Licence),
  edition: v.optional(Edition)
});
export type Content = v.InferOutput<typeof Content>;

const stamp = {
  version: v.pipe(count, v.minValue(1)),
  published_at: v.pipe(
    text,
    v.transform((value) => new Date(value)),
    v.check((date) => !Number.isNaN(date.getTime()), 'no date'),
    v.transform((date) => date.toISOString())
  ),
  format: count,
  hash
};
const Row = v.pipe(
  v.object({ ...stamp, manifest: Content }),
  v.transform(({ manifest, ...row }): Manifest => ({ ...row, ...manifest }))
);
const StoredManifest = v.object({ ...stamp, ...Content.entries });

function parse<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> {
  const parsed = v.safeParse(schema, value, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new DataError(`Snapshot ${v.getDotPath(issue) ?? ''}: ${issue.message}`, 'row');
}

/** A manifest kept as JSON elsewhere (the server's disk). @throws {DataError} */
export const parseManifest = (value: unknown): Manifest => parse(StoredManifest, value);

const COLUMNS = 'version,published_at,format,hash,manifest';

/** The newest snapshot of the whole; null while none is published. @throws {DataError} */
export async function latestManifest(client: Client): Promise<Manifest | null> {
  const answer = client.from('snapshot').select(COLUMNS).is('manifest->edition', null);
  const rows = unwrap(await answer.order('version', { ascending: false }).limit(1));
  return rows[0] ? parse(Row, rows[0]) : null;
}

/** All snapshots, newest first. @throws {DataError} */
export async function listManifests(client: Client): Promise<Manifest[]> {
  const answer = client.from('snapshot').select(COLUMNS);
  const rows = unwrap(await answer.order('version', { ascending: false }).limit(1000));
  return rows.map((row) => parse(Row, row));
}

/** A snapshot that was taken back: its number stays given, its parts are gone. */
export interface Withdrawn {
  version: number;
  /** Hashes its parts had; a part may live on in another snapshot. */
  hashes: string[];
  /** ISO timestamps; null = it was withdrawn before this was kept. */
  withdrawnAt: string;
  publishedAt: string | null;
  edition: EditionOf | null;
}

const WithdrawnRow = v.object({
  version: stamp.version,
  part_hashes: v.array(hash),
  withdrawn_at: stamp.published_at,
  published_at: v.nullable(stamp.published_at),
  edition: v.nullable(Edition)
});

const WITHDRAWN_COLUMNS = 'version,part_hashes,withdrawn_at,published_at,edition';

/** All withdrawn snapshots. @throws {DataError} */
export async function listWithdrawn(client: Client): Promise<Withdrawn[]> {
  const answer = client.from('snapshot_number').select(WITHDRAWN_COLUMNS);
  const rows = unwrap(await answer.not('withdrawn_at', 'is', null));
  return rows.map((row) => {
    const { version, part_hashes, withdrawn_at, published_at, edition } = parse(WithdrawnRow, row);
    return {
      ...{ version, edition, hashes: part_hashes },
      ...{ withdrawnAt: withdrawn_at, publishedAt: published_at }
    };
  });
}

/** The bytes of a part by their hash; null when no snapshot has them. @throws {DataError} */
export async function readPart(
  client: Client,
  name: PartName,
  hash: string
): Promise<Buffer | null> {
  const answer = client.from('snapshot_part').select('body').eq('name', name).eq('hash', hash);
  const rows = unwrap(await answer.limit(1));
  return rows[0] ? Buffer.from(parse(v.object({ body: text }), rows[0]).body, 'base64') : null;
}

/**
 * Stores a snapshot in one transaction, unless its content is that of the newest one of its kind.
 * @throws {DataError} and then nothing is stored
 */
export async function storeSnapshot(
  client: Client,
  format: number,
  hash: string,
  content: Content,
  bodies: Partial<Record<PartName, Uint8Array>>
): Promise<{ version: number; changed: boolean }> {
  const parts = Object.entries(bodies).map(([name, body]) => [
    name,
    { ...content.parts[name as PartName], body: Buffer.from(body).toString('base64') }
  ]);
  const rows = unwrap<unknown>(
    await client.rpc('publish_snapshot', {
      p_format: format,
      p_hash: hash,
      p_manifest: content,
      p_parts: Object.fromEntries(parts)
    })
  );
  const answer = v.array(v.object({ version: count, changed: v.boolean() }));
  const [row] = parse(answer, rows);
  if (!row) throw new DataError('Publishing gave no version.', 'empty');
  return row;
}
