import { describe, expect, it } from 'vitest';
import { NO_FILTERS } from '../domain/filters.ts';
import { FLOW_CAP } from '../domain/flowlevels.ts';
import { select, type Selection } from '../domain/selection.ts';
import { randomDataset, randomFilters } from '../domain/testing/dataset.ts';
import { random } from '../domain/testing/random.ts';
import { DEFAULT_VIEW } from '../url/codec.ts';
import { drawnOf } from './drawn.ts';
import { tableOf } from './table.ts';

const dataset = randomDataset(random(11), 900);
const selection = select(dataset, NO_FILTERS);
const germany: [number, number, number, number] = [5, 47, 16, 56];
const ask = (zoom: number, box = germany) =>
  drawnOf(dataset, selection, {
    filters: NO_FILTERS,
    place: null,
    view: { zoom, box },
    locale: 'de'
  });

/** The ids of all pages of the table. */
function tableIds(of: Selection): Set<string> {
  const ids = new Set<string>();
  for (let page = 1, pages = 1; page <= pages; page++) {
    const table = tableOf(dataset, null, of, { ...DEFAULT_VIEW, page }, 'de');
    pages = table.pages;
    for (const { id } of table.rows) ids.add(id);
  }
  return ids;
}

function membersOf(id: string): number[] {
  const { members, memberStart, id: ids } = dataset.partnerships;
  const row = ids.indexOf(id);
  return [...members.subarray(memberStart[row], memberStart[row + 1])];
}
const isAbroad = (id: string) => membersOf(id).some((member) => member < 0);

/** Both ends fit and have a known place. */
function hasLine(of: Selection, id: string): boolean {
  const { authorities, partners } = dataset;
  const own = membersOf(id);
  return (
    own.some((at) => at >= 0 && of.authorities.includes(at) && authorities.lon[at]! > -181) &&
    own.some((at) => at < 0 && of.partners.includes(~at) && partners.lon[~at]! > -181)
  );
}

describe('drawnOf', () => {
  it('resolves with the zoom; ids tell the levels apart', () => {
    expect(ask(1).flows.map((flow) => flow.id)).toContain('TG');
    const land = ask(5).flows[0]!;
    expect(land.id).toBe(`${land.land}-${land.iso2}`);
    expect(land.from).toBe(`Land ${land.land}`);
    expect(ask(6.5)).toMatchObject({ level: 'kreise' });
    expect(ask(6.5).flows[0]!.kreis).toMatch(/^\d{5}$/);
    const ids = [1, 5, 6.5].flatMap((zoom) => ask(zoom).flows.map((flow) => flow.id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('draws only what is in view when very near, and never more than the cap', () => {
    const some = ask(9, [8, 50, 9, 51]);
    expect(some.level).toBe('orte');
    expect(some.ties.length).toBeGreaterThan(0);
    expect(some.ties.length).toBeLessThanOrEqual(FLOW_CAP.orte);
    for (const tie of some.ties) {
      expect(tie.fromLon).toBeGreaterThanOrEqual(8);
      expect(tie.fromLat).toBeLessThanOrEqual(51);
    }
    expect(ask(9, [1, 1, 2, 2]).ties).toEqual([]);
  });

  it('accounts for every partnership: drawn or without a place', () => {
    const few = select(dataset, { ...NO_FILTERS, laender: ['01'], south: true });
    const drawn = drawnOf(dataset, few, {
      filters: NO_FILTERS,
      place: null,
      view: null,
      locale: 'en'
    });
    expect(drawn.level).toBe('orte');
    const lines = new Set(drawn.ties.map((tie) => tie.id));
    expect(drawn.unlocated).toBeGreaterThan(0);
    expect(lines.size + drawn.unlocated).toBeGreaterThanOrEqual(few.rows.length);
  });

  it('draws the partnerships of the table, whatever is asked for', () => {
    const rng = random(12);
    let compared = 0;
    for (let round = 0; round < 200; round++) {
      const filters = randomFilters(rng, dataset);
      const some = select(dataset, filters);
      const { level, ties, unlocated } = drawnOf(dataset, some, {
        filters,
        place: null,
        view: null,
        locale: 'de'
      });
      if (level !== 'orte') continue;
      const table = tableIds(some);
      const lines = new Set(ties.map((tie) => tie.id));
      expect([...lines].filter((id) => !table.has(id))).toEqual([]);
      const located = [...table].filter((id) => hasLine(some, id));
      expect([...lines].sort()).toEqual(located.sort());
      // Without a line is only what the legend counts, and what stays within Germany.
      const without = [...table].filter((id) => !lines.has(id) && isAbroad(id));
      expect(without.length).toBeLessThanOrEqual(unlocated);
      if (lines.size > 0) compared++;
    }
    expect(compared).toBeGreaterThan(20);
  });

  it('shows a chosen place alone', () => {
    const place = dataset.authorities.id[selection.authorities[0]!]!;
    const drawn = drawnOf(dataset, selection, {
      filters: NO_FILTERS,
      place,
      view: null,
      locale: 'de'
    });
    expect(drawn.flows).toEqual([]);
    expect(drawn.ties.every((tie) => tie.fromMember === place)).toBe(true);
  });
});
