import { describe, expect, it } from 'vitest';
import type { Dataset } from './dataset.ts';
import { deltaOf, isChanged, isConfirmed, type Delta, type Side } from './delta.ts';
import { gapShifts } from './deltagaps.ts';
import type { Detail, DetailSource } from './detail.ts';
import { NO_FILTERS } from './filters.ts';
import { gapMatrix } from './gaps.ts';
import { FORMS, STATUSES } from './model.ts';
import { select } from './selection.ts';
import { randomDataset, randomFilters } from './testing/dataset.ts';
import { random } from './testing/random.ts';

const side = (dataset: Dataset): Side => ({ dataset, details: null });
const EVERYTHING = { ...NO_FILTERS, inland: true, programmes: [] };

/** The dataset with these partnerships only. */
function only(dataset: Dataset, keep: (row: number) => boolean): Dataset {
  const ties = dataset.partnerships;
  const rows = ties.id.map((_, row) => row).filter(keep);
  const lists = <T extends Int32Array | Uint8Array>(start: Uint32Array, list: T) => {
    const parts = rows.map((row) => [...list.subarray(start[row], start[row + 1])]);
    const starts = Uint32Array.from([
      0,
      ...parts.map((_, i) => parts.slice(0, i + 1).flat().length)
    ]);
    return { starts, flat: parts.flat() };
  };
  const members = lists(ties.memberStart, ties.members);
  const topics = lists(ties.topicStart, ties.topicList);
  const bytes = (column: Uint8Array) => Uint8Array.from(rows, (row) => column[row]!);
  return {
    ...dataset,
    partnerships: {
      length: rows.length,
      id: rows.map((row) => ties.id[row]!),
      memberStart: members.starts,
      members: Int32Array.from(members.flat),
      form: bytes(ties.form),
      status: bytes(ties.status),
      since: Uint16Array.from(rows, (row) => ties.since[row]!),
      programmes: bytes(ties.programmes),
      goals: ties.goals.map((column) =>
        Uint32Array.from(rows, (row) => column[row]!)
      ) as Dataset['partnerships']['goals'],
      layers: bytes(ties.layers),
      flags: bytes(ties.flags),
      topicStart: topics.starts,
      topicList: Uint8Array.from(topics.flat)
    }
  };
}

const ids = (dataset: Dataset, rows: Iterable<number>) =>
  Array.from(rows, (row) => dataset.partnerships.id[row]!).sort();
const rowOf = (dataset: Dataset, id: string) => dataset.partnerships.id.indexOf(id);

/** Five plain partnerships of which all count. */
function plain(): Dataset {
  const dataset = only(randomDataset(random(3), 40), (row) => row < 5);
  const ties = dataset.partnerships;
  for (const column of [ties.flags, ties.since, ties.programmes, ...ties.goals]) column.fill(0);
  ties.form.fill(FORMS.indexOf('unbekannt'));
  ties.status.fill(STATUSES.indexOf('aktiv'));
  ties.layers.fill(1);
  return { ...dataset, moved: new Map() };
}
const copy = (dataset: Dataset): Dataset => structuredClone(dataset);

describe('two snapshots', () => {
  it('names what is new, ended and gone apart', () => {
    const before = only(plain(), (row) => row !== 4);
    const after = only(plain(), (row) => row !== 0);
    after.partnerships.status[rowOf(after, 't2')] = STATUSES.indexOf('beendet');
    const delta = deltaOf(side(before), side(after), EVERYTHING);
    expect(ids(after, delta.added)).toEqual(['t5']);
    expect(ids(before, delta.gone)).toEqual(['t1']);
    expect(delta.ended.map(({ id }) => id)).toEqual(['t2']);
    expect(delta.kept.map(({ id }) => id).sort()).toEqual(['t3', 't4']);
    expect(delta.kept.some((tie) => isChanged(tie) || isConfirmed(tie))).toBe(false);
  });

  it('tells what was filled in from what was changed', () => {
    const [before, after] = [plain(), plain()];
    before.partnerships.since.set([1988, 1990, 1991], 0);
    after.partnerships.since.set([1988, 1989, 0, 2001], 0);
    after.partnerships.form[0] = FORMS.indexOf('kontakt');
    after.partnerships.goals[3][1] = (1 << 6) | (1 << 13);
    const { kept } = deltaOf(side(before), side(after), EVERYTHING);
    const changes = Object.fromEntries(
      kept.map(({ id, changes }) => [
        id,
        changes.map(({ field, kind, before, after }) => [field, kind, before, after])
      ])
    );
    expect(changes).toEqual({
      t1: [['form', 'filled', [], ['kontakt']]],
      t2: [
        ['since', 'changed', ['1990'], ['1989']],
        ['goals', 'filled', [], ['6', '13']]
      ],
      t3: [['since', 'emptied', ['1991'], []]],
      t4: [['since', 'filled', [], ['2001']]],
      t5: []
    });
  });

  it('counts a further layer or another page as confirmed again', () => {
    const [before, after] = [plain(), plain()];
    after.partnerships.layers[0] = 0b101;
    const source = (id: string, layer: number) => ({ ...EMPTY_SOURCE, id, layer });
    after.sources = [source('wikidata-2017', 0), source('facts-2026', 2), source('redaktion', -1)];
    const line = (source: string, url = ''): DetailSource => ({
      ...{ source, url, note: '', confidence: '', since: null }
    });
    const detail = (...sources: DetailSource[]): Detail => ({
      ...{ sources, topics: [], programmes: [], tags: [] }
    });
    const old = new Map([['t2', detail(line('wikidata-2017'))]]);
    const now = new Map([
      ['t2', detail(line('redaktion', 'https://example.org/2'), line('wikidata-2017'))]
    ]);
    const delta = deltaOf(
      { dataset: before, details: old },
      { dataset: after, details: now },
      EVERYTHING
    );
    const found = delta.kept.filter(isConfirmed).map(({ id, confirmedBy }) => [id, confirmedBy]);
    expect(found).toEqual([
      ['t1', ['facts-2026']],
      ['t2', ['redaktion']]
    ]);
  });

  it('does not call gone what was merged, whichever side is the newer one', () => {
    const before = plain();
    const after = only(plain(), (row) => row !== 3);
    after.moved = new Map([['t4', 't2']]);
    const delta = deltaOf(side(before), side(after), EVERYTHING);
    expect([delta.gone, delta.added]).toEqual([[], []]);
    expect(delta.kept.find(({ id }) => id === 't2')!.merged).toEqual(['t4']);
    const back = deltaOf(side(after), side(before), EVERYTHING);
    expect([back.gone, back.added]).toEqual([[], []]);
  });

  it('does not call a merged member another partner', () => {
    const [before, after] = [plain(), plain()];
    const renamed = before.partners.id.map((id) => `p${Number(id.slice(1)) + 5000}`);
    after.moved = new Map(before.partners.id.map((id, row) => [id, renamed[row]!]));
    after.partners = { ...after.partners, id: renamed };
    expect(deltaOf(side(before), side(after), EVERYTHING).kept.some(isChanged)).toBe(false);
  });

  it('says who has a first partnership and who lost the last, under the question', () => {
    const before = plain();
    const after = copy(before);
    after.partnerships.goals[0][0] = 1 << 6;
    const delta = deltaOf(side(before), side(after), { ...EVERYTHING, goals: [6] });
    const now = select(after, { ...EVERYTHING, goals: [6] });
    expect(delta.first.map(({ row }) => row).sort()).toEqual([...now.authorities]);
    expect(delta.added).toEqual([]);
    expect(delta.kept.map(({ id, fits }) => [id, fits])).toEqual([['t1', 'now']]);
    const back = deltaOf(side(after), side(before), { ...EVERYTHING, goals: [6] });
    expect(back.last).toEqual(delta.first);
    expect(back.kept.map(({ fits }) => fits)).toEqual(['no_longer']);
  });
});

const EMPTY_SOURCE = {
  ...{ title: '', url: '', licence: '', licenceUrl: '', attributionDe: '', attributionEn: '' },
  ...{ retrievedAt: '', stateDe: '', stateEn: '' }
};

describe('any two snapshots', () => {
  const PAIRS = Array.from({ length: 60 }, (_, seed) => {
    const r = random(seed + 1);
    const all = randomDataset(r, 60);
    const before = only(all, () => r.chance(0.8));
    const after = only(randomDataset(random(seed + 1), 60), () => r.chance(0.8));
    for (let row = 0; row < after.partnerships.length; row++)
      if (r.chance(0.2)) after.partnerships.status[row] = r.below(STATUSES.length);
    return { before, after, filters: r.chance(0.3) ? NO_FILTERS : randomFilters(r, all) };
  });
  const size = (delta: Delta) =>
    delta.added.length + delta.gone.length + delta.ended.length + delta.kept.length;

  it.each(PAIRS)('adds up, and is the same seen from the other side: $#', (pair) => {
    const { before, after, filters } = pair;
    const delta = deltaOf(side(before), side(after), filters);
    const both = [...delta.kept, ...delta.ended];
    const no = (state: string) => both.filter(({ fits }) => fits !== state).length;
    expect(delta.gone.length + no('now')).toBe(delta.before.rows.length);
    expect(delta.added.length + no('no_longer')).toBe(delta.after.rows.length);
    expect(ids(after, delta.added).filter((id) => before.partnerships.id.includes(id))).toEqual([]);
    expect(ids(before, delta.gone).filter((id) => after.partnerships.id.includes(id))).toEqual([]);

    const back = deltaOf(side(after), side(before), filters);
    expect(ids(after, back.gone)).toEqual(ids(after, delta.added));
    expect(ids(before, back.added)).toEqual(ids(before, delta.gone));
    expect(back.first).toEqual(delta.last);
    expect(back.last).toEqual(delta.first);
    expect(size(back)).toBe(size(delta));
  });

  it.each(PAIRS.slice(0, 20))('finds nothing between a snapshot and itself: $#', (pair) => {
    const { after, filters } = pair;
    const delta = deltaOf(side(after), side(after), filters);
    expect([delta.added, delta.gone, delta.ended, delta.first, delta.last]).toEqual([
      ...[[], [], [], [], []]
    ]);
    expect(delta.kept.filter((tie) => isChanged(tie) || isConfirmed(tie))).toEqual([]);
  });

  it.each(PAIRS.slice(0, 20))('closes and opens gaps as the matrices say: $#', (pair) => {
    const { before, after, filters } = pair;
    const question = { row: 'land', column: 'groesse' } as const;
    const [old, now] = [before, after].map((dataset) => gapMatrix(dataset, filters, question));
    if (!old || !now) return expect(old).toEqual(now);
    const shifts = gapShifts(old, now);
    expect(shifts.gaps.before - shifts.gaps.after).toBe(
      shifts.closed.length - shifts.opened.length
    );
    expect(gapShifts(now, old)).toMatchObject({
      opened: shifts.closed.map(({ row, column }) => ({ row, column })),
      closed: shifts.opened.map(({ row, column }) => ({ row, column }))
    });
    expect(gapShifts(now, now)).toMatchObject({ closed: [], opened: [] });
  });
});
