/** Addresses with an id that was merged into another one since. */
import type { Dataset } from '../domain/dataset.ts';

/**
 * The same address with the id of today; null where `ort` names none of before.
 * @returns path and query; every other parameter stays as it is
 */
export function movedAddress(url: URL, { moved }: Pick<Dataset, 'moved'>): string | null {
  const into = moved.get(url.searchParams.get('ort')?.trim() ?? '');
  if (into === undefined) return null;
  const now = new URL(url);
  now.searchParams.set('ort', into);
  return now.pathname + now.search;
}
