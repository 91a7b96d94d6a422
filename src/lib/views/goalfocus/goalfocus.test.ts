import { describe, expect, it } from 'vitest';
import type { Details, Extras, FundingLine, ReviewLine } from '../../domain/detail.ts';
import { NO_FILTERS, type Filters } from '../../domain/filters.ts';
import { select } from '../../domain/selection.ts';
import { randomDataset } from '../../domain/testing/dataset.ts';
import { random } from '../../domain/testing/random.ts';
import { DEFAULT_VIEW, type Parsed, type ViewState } from '../../url/codec.ts';
import { buildFunding } from './funding.ts';
import { buildGoalFocus } from './goalfocus.ts';

const dataset = randomDataset(random(7), 60);
dataset.goals = [6, 7, 13].map((goal) => ({
  ...{ goal, colour: '', shortDe: `Ziel ${goal}`, shortEn: `Goal ${goal}` },
  ...{ titleDe: '', titleEn: '' }
}));
const review = (over: Partial<ReviewLine>): ReviewLine => ({
  ...{ kind: 'hlpf', year: 2025, goals: [6, 7], occasion: '', entity: 'UN', authority: '' },
  ...{ confirmed: true, note: '', url: '' },
  ...over
});
const fund = (over: Partial<FundingLine>): FundingLine => ({
  ...{ id: 'f', nameDe: 'Fonds', nameEn: 'Fund', provider: 'X', level: 'Bund', whatDe: '' },
  ...{ from: '', to: '', status: 'unknown', stateAsOf: '', note: '', url: '' },
  ...over
});
const extras: Extras = {
  ...{ networks: [], memberships: [], examples: [], actors: [], requests: [], topicRules: [] },
  ...{ programmeRules: [], accounts: [], changes: 0 },
  funding: [
    fund({ id: 'open' }),
    fund({ id: 'runs', status: 'ongoing_by_source', to: '2027-06', ownShare: 0, most: 5000 }),
    fund({ id: 'old', status: 'expired', to: '2025-09-17' }),
    fund({ id: 'far', level: 'EU' })
  ],
  reviews: [
    review({ year: 2016, goals: [] }),
    review({ year: 2026, confirmed: false }),
    review({ year: 2027, goals: [], confirmed: false }),
    review({}),
    review({ kind: 'vlr_de_unconfirmed', entity: 'Kiel', year: null, confirmed: false })
  ]
};
const details = Object.assign(new Map(), { extras }) as Details;
const data = { dataset, details, register: null };
const asked = (filters: Partial<Filters>, view: Partial<ViewState> = {}): Parsed => ({
  filters: { ...NO_FILTERS, ...filters },
  view: { ...DEFAULT_VIEW, ...view },
  issues: []
});
const TODAY = '2026-11-22';
const focus = (parsed: Parsed) =>
  buildGoalFocus(data, parsed, 'de', select(dataset, parsed.filters), TODAY);

describe('the focus page', () => {
  it('counts as the map does, and in the states of all Gemeinden', () => {
    const parsed = asked({ goals: [6, 13] });
    const view = focus(parsed);
    expect(view.title).toBe('Schwerpunkt: SDG 6 und 13');
    expect(view.goals.map(({ goal }) => goal)).toEqual([6, 13]);
    const sum = view.states!.reduce((all, { count }) => all + count, 0);
    expect(sum).toBe(view.gemeinden);
    const [sdg, sizes, laender] = view.tables;
    expect(sdg!.rows.map(({ goal }) => goal)).toEqual([6, 13]);
    const match = view.states!.find(({ state }) => state === 'match')!.count;
    for (const table of [sizes!, laender!]) {
      expect(table.rows.reduce((all, row) => all + row.match, 0)).toBe(match);
      expect(table.rows.reduce((all, row) => all + row.n, 0)).toBe(view.gemeinden);
      for (const row of table.rows) if (row.n < 5) expect(row.rate).toBeNull();
    }
  });

  it('carries title and filters to every page it leads to', () => {
    const view = focus(asked({ goals: [6], laender: ['01'] }, { title: 'Schwerpunkt 2027' }));
    expect(view.title).toBe('Schwerpunkt 2027');
    for (const { href } of view.links)
      expect(href).toMatch(/\?sdg=6&land=01&.*titel=Schwerpunkt\+2027/);
    for (const { rows } of view.tables)
      for (const { href } of rows) expect(href).toContain('titel=Schwerpunkt+2027');
  });

  it('says of every year what is certain, and leads to its goals', () => {
    const { reviews } = focus(asked({ goals: [7, 6] }));
    expect(reviews!.years.map(({ year }) => year)).toEqual([2027, 2026, 2025, 2016]);
    const [open, unconfirmed, sure, without] = reviews!.years;
    expect(open).toMatchObject({ href: '', note: 'Ziele noch nicht belegt' });
    expect(unconfirmed!.note).toMatch(/^Nicht bestätigt/);
    expect(unconfirmed!.href).toBe('/luecken/schwerpunkt?sdg=6,7&titel=UN-Ziele+2026');
    expect(sure).toMatchObject({ note: '', current: true });
    expect(without!.note).toBe('Prüfung ohne festen Satz von Zielen');
    expect(reviews!.reports).toMatchObject([{ confirmed: false }]);
  });

  it('without goals offers years and counts nothing', () => {
    const view = focus(asked({}));
    expect(view).toMatchObject({ states: null, tables: [], examples: null, goals: [] });
    expect(view.reviews!.years).toHaveLength(4);
    expect(buildGoalFocus({ ...data, details: null }, asked({}), 'en').reviews).toBeNull();
  });
});

describe('the funding signpost', () => {
  const funding = (filters: Partial<Filters>) =>
    buildFunding(data, asked(filters), 'de', undefined, TODAY);

  it('sorts what may still be had from what is over, by who gives it', () => {
    const { levels, others, sentence } = funding({ goals: [6] });
    expect(levels.map(({ id }) => id)).toEqual(['Bund', 'EU']);
    expect(levels[0]!.current.map(({ id }) => id)).toEqual(['runs', 'open']);
    expect(levels[0]!.past).toMatchObject([{ state: 'abgelaufen (bis 17.09.2025)' }]);
    expect(levels[0]!.current[0]!.state).toBe('läuft laut Quelle bis 06/2027');
    expect(levels[0]!.current[0]!.facts).toContainEqual({ term: 'Eigenanteil', value: 'keiner' });
    expect(others).toBe(0);
    expect(sentence).toMatch(/^Am 22\.11\.2026 passt nach seinem Eintrag 1 Instrument/);
  });

  it('says how many belong elsewhere, and that nothing is recorded where nothing is', () => {
    expect(funding({ countries: ['TG'] }).others).toBe(1);
    const none = buildFunding({ ...data, details: null }, asked({}), 'de', undefined, TODAY);
    expect(none).toMatchObject({ levels: [], there: null });
  });
});
