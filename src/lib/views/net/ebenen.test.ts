/** Levels and civil society: the words for 0, 1 and many, and the two faces of the organisations. */
import { expect, it, test } from 'vitest';
import { ACTOR_KINDS } from '../../domain/civil.ts';
import type { ActorLine, Detail, Details, Extras } from '../../domain/detail.ts';
import { NO_FILTERS, type Filters } from '../../domain/filters.ts';
import { randomDataset, randomFilters } from '../../domain/testing/dataset.ts';
import { random } from '../../domain/testing/random.ts';
import { DEFAULT_NET, DEFAULT_VIEW, type NetState, type Parsed } from '../../url/codec.ts';
import { buildNet } from './net.ts';

const asks = (filters: Filters, net: Partial<NetState>, table = false): Parsed => ({
  filters,
  view: {
    ...DEFAULT_VIEW,
    view: table ? 'tabelle' : 'karte',
    net: { ...DEFAULT_NET, lens: 'ebenen', ...net }
  },
  issues: []
});

const detailsOf = (actors: ActorLine[]): Details =>
  Object.assign(new Map<string, Detail>(), { extras: { actors } as Partial<Extras> as Extras });

function civilData(seed: number) {
  const r = random(seed);
  const dataset = randomDataset(r, 80);
  const { partnerships: ties, authorities, partners } = dataset;
  // At the first members of every second partnership, and some that belong to none.
  const actors = ties.id.flatMap((tie, row): ActorLine[] => {
    const members = ties.members.subarray(ties.memberStart[row], ties.memberStart[row + 1]);
    const partner = members.find((member) => member < 0);
    if (row % 2 || partner === undefined) return [];
    return [
      {
        id: `o${row}`,
        authority: row % 10 ? authorities.id[members[0]!]! : '',
        partner: partners.id[~partner]!,
        partnerName: '',
        name: `Verein ${tie}`,
        kind: r.pick(ACTOR_KINDS),
        since: row % 3 ? null : 1990,
        note: 'A note',
        url: 'https://example.org/'
      }
    ];
  });
  return { r, actors, data: { dataset, details: detailsOf(actors), register: null } };
}

it.each(Array.from({ length: 10 }, (_, seed) => seed))(
  'organisations: picture, table and list hold the same, seed %i',
  (seed) => {
    const { r, data } = civilData(seed);
    const filters = seed === 0 ? NO_FILTERS : randomFilters(r, data.dataset);
    for (const right of ['region', 'staat'] as const) {
      const net = { figure: 'akteure', right } as const;
      const { drawing } = buildNet(data, asks(filters, net), 'de').view;
      const twin = buildNet(data, asks(filters, net, true), 'de').view;
      if (drawing && drawing.kind !== 'civil') throw new Error(`drew ${drawing.kind}`);
      const units = drawing?.units ?? [];
      const rows = twin.table!.rows;
      expect(rows.map(({ id }) => id).sort()).toEqual(units.map(({ id }) => id).sort());
      if (seed === 0) expect(units.length).toBeGreaterThan(10);
      for (const { id, words } of r.some(units, 0.2)) {
        const { picked } = buildNet(data, asks(filters, { ...net, picked: id }), 'de').view;
        expect(picked!.total).toBeGreaterThan(0);
        expect(words).toBe(`${picked!.label}, ${picked!.organisation!.about}`);
        expect(picked!.organisation!.url).toBe('https://example.org/');
        expect(rows.find((row) => row.id === id)!.cells).toContain(picked!.total);
      }
    }
  }
);

const sentence = (data: Parameters<typeof buildNet>[0], filters: Filters, net = {}) =>
  buildNet(data, asks(filters, net), 'de').view.sentence;

test('organisations: how little is recorded comes first; none and not loaded are said', () => {
  const { data, actors } = civilData(1);
  const net = { figure: 'akteure' } as const;
  expect(sentence(data, NO_FILTERS, net)).toMatch(
    /^Bei \d+ von \d+ Partnerschaften \(.* Häufigste Art/
  );
  const one = { ...data, details: detailsOf([actors[1]!]) };
  expect(sentence(one, NO_FILTERS, net)).toMatch(
    /^Organisationen sind bisher kaum erfasst: bei 1 von .* Es ist 1 Organisation \(/
  );
  const none = { ...data, details: detailsOf([]) };
  expect(sentence(none, NO_FILTERS, net)).toMatch(/^Zu keiner der \d+/);
  expect(sentence({ ...data, details: null }, NO_FILTERS, net)).toMatch(/werden geladen/);
});

test('levels: none, one Land and many are said; a filter that fits no Land says why', () => {
  const { data } = civilData(2);
  const { authorities } = data.dataset;
  authorities.kind.fill('gemeinde');
  expect(sentence(data, NO_FILTERS)).toMatch(/keine Partnerschaft eines Landes selbst erfasst/);
  authorities.land.forEach((land, row) => {
    if (row % 4 === 0 && land !== 1) authorities.kind[row] = 'land';
  });
  // Land 02 is a city.
  expect(sentence(structuredClone(data), NO_FILTERS)).toMatch(/von 2 der 2 Flächenländer\./);
  const single = { ...NO_FILTERS, laender: ['01'] };
  expect(sentence(structuredClone(data), single)).toMatch(/^Für das Land Land 01 selbst/);
  const sized: Filters = { ...NO_FILTERS, sizes: ['grossstadt', 'grossstadt-500'] };
  const { view } = buildNet(structuredClone(data), asks(sized, {}), 'de');
  expect(view.notes[0]).toMatch(/nach Größe und Kreis/);
});
