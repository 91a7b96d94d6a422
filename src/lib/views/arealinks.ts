/** Where a click on an area leads: into it, one level finer. */
import { linkTo, type Here } from './links.ts';

/** @param code two digits of a Land: its Kreise; five of a Kreis: that Kreis */
export function areaLink(here: Here, code: string): string {
  const place = { place: null, sort: null, page: 1 };
  return code.length === 2
    ? linkTo(here, { laender: [code], kreise: [] }, { ...place, areas: 'kreise' })
    : linkTo(here, { laender: [], kreise: [code] }, place);
}
