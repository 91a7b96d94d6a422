/** Decoders of single values, shared by the parts of the grammar. */

/** A code of a fixed list, in any case of letters. */
export const oneOf =
  <T extends string>(values: readonly T[]) =>
  (item: string): T | undefined =>
    values.find((value) => value === item.toLowerCase());
