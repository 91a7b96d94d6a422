/** Sorting a table by links in its head: a key sorts up, the same key again down (`-key`). */
export type Order = 'ascending' | 'descending';

/** @returns how a column is sorted now, for `aria-sort`; undefined = not by this column */
export function orderOf(sort: string, key: string): Order | undefined {
  if (sort === key) return 'ascending';
  return sort === `-${key}` ? 'descending' : undefined;
}

/**
 * What a link in the head of a column asks for.
 * @param usual the order of an address that says nothing
 * @returns null for that order
 */
export function sortedBy<Key extends string>(
  sort: string,
  key: Key,
  usual: string
): Key | `-${Key}` | null {
  const next = sort === key ? (`-${key}` as const) : key;
  return next === usual ? null : next;
}

/** The order as a sign beside the name of the column. */
export function arrow(order: Order | undefined): string {
  if (order === undefined) return '';
  return order === 'ascending' ? '↑' : '↓';
}
