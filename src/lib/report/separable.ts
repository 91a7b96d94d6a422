/**
 * The data without Wikipedia: what remains when one layer is taken out, record by record and field
 * by field.
 *
 * Contract: pure; the dataset given is not changed. A partnership stays when another layer attests
 * it. Bulk layers attest that a tie exists; form, status, year, topics, programmes and goals hang on
 * the pages that were read. A page OF Wikipedia counts as Wikipedia, whichever layer cites it: where
 * no other page remains, these fields are emptied, and a year goes with its last source. Coordinates
 * and names of places never come from Wikipedia.
 */
import type { Dataset, PartnershipColumns } from '../domain/dataset.ts';
import type { Detail, Details, DetailSource } from '../domain/detail.ts';
import { FORMS, LAYERS, STATUSES } from '../domain/model.ts';
import { SHARE_ALIKE } from './terms.ts';

export interface Separated {
  dataset: Dataset;
  details: Details;
  /** Rows of partnerships that another layer attests, ascending. */
  rows: Uint32Array;
}

const UNKNOWN_FORM = FORMS.indexOf('unbekannt');
const UNKNOWN_STATUS = STATUSES.indexOf('unbekannt');
const FACTS = 'facts-2026';

/** Whether what the line attests is known from Wikipedia. */
export const isWikipedia = ({ source, url }: Pick<DetailSource, 'source' | 'url'>): boolean =>
  source === SHARE_ALIKE || /\bwikipedia\.org\b/i.test(url);

export function withoutWikipedia(dataset: Dataset, details: Details): Separated {
  const ties = copyOf(dataset.partnerships);
  const topicLists = Array.from({ length: ties.length }, (_, row) => [
    ...ties.topicList.subarray(ties.topicStart[row], ties.topicStart[row + 1])
  ]);
  const rest = new Map<string, Detail>();
  const rows: number[] = [];
  for (let row = 0; row < ties.length; row++) {
    const id = ties.id[row]!;
    const detail = details.get(id);
    const lines = detail?.sources.filter((line) => !isWikipedia(line)) ?? [];
    ties.layers[row] = layersOf(lines);
    if (ties.layers[row] === 0) continue;
    rows.push(row);
    const gone = detail?.sources.filter(isWikipedia) ?? [];
    const hasYear = (line: DetailSource) => line.since === ties.since[row];
    if (gone.some(hasYear) && !lines.some(hasYear)) ties.since[row] = 0;
    const kept = { ...detail!, sources: lines };
    const noPageLeft =
      gone.some((line) => line.source === FACTS) && !lines.some((line) => line.source === FACTS);
    if (noPageLeft) {
      ties.form[row] = UNKNOWN_FORM;
      ties.status[row] = UNKNOWN_STATUS;
      ties.since[row] = ties.programmes[row] = ties.flags[row] = 0;
      for (const column of ties.goals) column[row] = 0;
      topicLists[row] = [];
      Object.assign(kept, { topics: [], programmes: [], tags: [] });
    }
    rest.set(id, kept);
  }
  topicLists.forEach((list, row) => {
    ties.topicStart[row + 1] = ties.topicStart[row]! + list.length;
  });
  ties.topicList = Uint8Array.from(topicLists.flat());
  const sources = dataset.sources.filter((source) => source.id !== SHARE_ALIKE);
  return {
    dataset: { ...dataset, sources, partnerships: ties },
    details: rest,
    rows: Uint32Array.from(rows)
  };
}

const layersOf = (lines: readonly DetailSource[]): number =>
  LAYERS.reduce(
    (bits, layer, bit) => (lines.some(({ source }) => source === layer) ? bits | (1 << bit) : bits),
    0
  );

/** Members and ids are shared, all else may be changed. */
function copyOf(ties: PartnershipColumns): PartnershipColumns {
  return {
    ...ties,
    form: ties.form.slice(),
    status: ties.status.slice(),
    since: ties.since.slice(),
    programmes: ties.programmes.slice(),
    flags: ties.flags.slice(),
    layers: ties.layers.slice(),
    goals: ties.goals.map((column) => column.slice()) as PartnershipColumns['goals'],
    topicStart: ties.topicStart.slice()
  };
}
