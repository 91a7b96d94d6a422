/**
 * The import's one write: a batch becomes one call, and the call one transaction.
 *
 * Contract: needs the secret key. When the promise rejects, nothing of the batch was written.
 */
import type { Batch } from '../import/batch.ts';
import { unwrap, type Client } from './client.ts';

export interface Counts {
  new: number;
  updated: number;
  unchanged: number;
}

/** What `import_batch` answers; rows per source = new + updated + unchanged + merged + quarantined. */
export interface Imported {
  tables: Record<string, Counts>;
  sources: Record<string, Counts & { merged: number; quarantined: number; gone: number }>;
  /** Tags that the files no longer state. */
  removed: number;
  /** Partnerships that no record attests any more. */
  orphaned: number;
}

/**
 * Writes a batch.
 * @throws {DataError} when the database refuses a row or can't be reached
 */
export async function importBatch(client: Client, batch: Batch): Promise<Imported> {
  return unwrap<Imported>(await client.rpc('import_batch', { batch }));
}

/** Rows written or removed; 0 for a repeated import. */
export function changedBy(imported: Imported): number {
  const written = Object.values(imported.tables).reduce((sum, t) => sum + t.new + t.updated, 0);
  const gone = Object.values(imported.sources).reduce((sum, s) => sum + s.gone, 0);
  return written + gone + imported.removed;
}

/** Records in the database by source and outcome, for the report. */
export async function recordCounts(
  client: Client,
  sources: readonly string[]
): Promise<Record<string, Record<string, number>>> {
  const result: Record<string, Record<string, number>> = {};
  for (const source of sources) {
    const counts: Record<string, number> = {};
    for (const outcome of ['imported', 'merged', 'quarantined']) {
      const answer = await client
        .from('source_record')
        .select('source_key', { count: 'exact', head: true })
        .eq('source_id', source)
        .eq('outcome', outcome);
      if (answer.error) unwrap({ data: null, error: answer.error });
      counts[outcome] = answer.count ?? 0;
    }
    result[source] = counts;
  }
  return result;
}
