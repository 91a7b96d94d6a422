/** The lenses there are, in the order of their tabs. A new lens is one entry here. */
import type { LensId } from '../../url/codec.ts';
import type { Lens } from './lens.ts';
import { ebenen } from './ebenen.ts';
import { fluss } from './fluss.ts';
import { kommunen } from './kommunen.ts';
import { partnerSuche } from './partnersuche.ts';
import { staaten } from './staaten.ts';
import { ziele } from './ziele.ts';

export const LENS_LIST: readonly Lens[] = [staaten, fluss, ziele, kommunen, partnerSuche, ebenen];

/** @returns null for a lens that the grammar knows and nobody has built yet */
export function lensOf(id: LensId): Lens | null {
  return LENS_LIST.find((lens) => lens.id === id) ?? null;
}
