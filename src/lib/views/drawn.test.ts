import { describe, expect, it } from 'vitest';
import { NO_FILTERS } from '../domain/filters.ts';
import { FLOW_CAP } from '../domain/flowlevels.ts';
import { select } from '../domain/selection.ts';
import { randomDataset } from '../domain/testing/dataset.ts';
import { random } from '../domain/testing/random.ts';
import { drawnOf } from './drawn.ts';

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
