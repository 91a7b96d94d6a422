import { describe, expect, it } from 'vitest';
import { COUNTRY_ALIASES } from './aliases.ts';
import { FLAG_INITIATED, FLAG_OPERATOR, type Dataset } from './dataset.ts';
import { NO_FILTERS, isFiltered, type Filters } from './filters.ts';
import { BASES, FORMS, PROGRAMMES, sizeClassOf, STATUSES } from './model.ts';
import { select } from './selection.ts';
import { randomDataset, randomFilters } from './testing/dataset.ts';
import { random } from './testing/random.ts';
import { fold } from './text.ts';

/** The rules of `filters.ts` written down once more, row by row, without any trick. */
function naive(d: Dataset, f: Filters) {
  const t = d.partnerships;
  const ask = <T>(list: readonly T[], value: T) => list.length === 0 || list.includes(value);
  const body = (m: number) =>
    ask(f.laender, d.laender[d.authorities.land[m]!]!.code) &&
    ask(f.kreise, d.authorities.kreis[m]!) &&
    (f.sizes.length === 0 ||
      (d.authorities.kind[m] === 'gemeinde' &&
        d.authorities.population[m]! >= 0 &&
        f.sizes.includes(sizeClassOf(d.authorities.population[m]!)!)));
  const partner = (m: number) => {
    const country = d.countries[d.partners.country[m]!]!;
    return (
      ask(f.regions, country.region) && ask(f.countries, country.iso2) && (!f.south || country.oda)
    );
  };
  const rows: number[] = [];
  const authorities = new Set<number>();
  const partners = new Set<number>();
  for (let row = 0; row < t.length; row++) {
    const members = [...t.members.slice(t.memberStart[row], t.memberStart[row + 1])];
    const ours = members.filter((m) => m >= 0);
    const theirs = members.filter((m) => m < 0).map((m) => ~m);
    const goals = new Set<number>();
    BASES.forEach((basis, k) => {
      if (ask(f.bases, basis))
        for (let g = 1; g <= 17; g++) if (t.goals[k]![row]! & (1 << g)) goals.add(g);
    });
    const goal = (g: number | 'keine') => (g === 'keine' ? goals.size === 0 : goals.has(g));
    if (f.goals.length > 0 && !(f.goalsAll ? f.goals.every(goal) : f.goals.some(goal))) continue;
    if (f.goals.length === 0 && f.bases.length > 0 && goals.size === 0) continue;
    if (!ask(f.forms, FORMS[t.form[row]!]!)) continue;
    const operator = (t.flags[row]! & FLAG_OPERATOR) !== 0;
    const has = PROGRAMMES.filter(
      (p, k) => t.programmes[row]! & (1 << k) || (operator && p === 'betreiberpartnerschaft')
    );
    if (operator && !f.programmes.includes('betreiberpartnerschaft')) continue;
    if (
      f.programmes.length > 0 &&
      !f.programmes.some((p) => (p === 'keine' ? has.length === 0 : has.includes(p)))
    )
      continue;
    const status = t.flags[row]! & FLAG_INITIATED ? 'in_anbahnung' : STATUSES[t.status[row]!]!;
    if (f.statuses.length === 0 ? status === 'in_anbahnung' : !f.statuses.includes(status))
      continue;
    const year = t.since[row]!;
    if (f.since === 'unbekannt' && year !== 0) continue;
    if (f.since !== null && f.since !== 'unbekannt') {
      if (year === 0) continue;
      if (f.since.from !== null && year < f.since.from) continue;
      if (f.since.to !== null && year > f.since.to) continue;
    }
    const topics = [...t.topicList.slice(t.topicStart[row], t.topicStart[row + 1])].map(
      (k) => d.topics[k]!.id
    );
    if (
      f.topics.length > 0 &&
      !f.topics.some((x) => (x === 'keine' ? topics.length === 0 : topics.includes(x)))
    )
      continue;
    if (!ask(f.evidence, t.layers[row]! & 4 ? 'belegt' : 'unbestaetigt')) continue;
    if (theirs.length === 0 && !f.inland) continue;
    const names = [
      ...ours.map((m) => d.authorities.name[m]!),
      ...theirs.flatMap((m) => {
        const country = d.countries[d.partners.country[m]!]!;
        const also = COUNTRY_ALIASES[country.iso2] ?? [];
        return [
          ...[d.partners.nameDe[m]!, d.partners.nameEn[m]!, country.nameDe, country.nameEn],
          ...also
        ];
      })
    ].flatMap((name) => fold(name).split(' '));
    const asked = fold(f.text).split(' ');
    if (f.text && !asked.every((word) => names.some((name) => name.startsWith(word)))) continue;
    if (!ours.some(body)) continue;
    const anyAsked = f.regions.length > 0 || f.countries.length > 0 || f.south;
    if (theirs.length === 0 ? anyAsked : !theirs.some(partner)) continue;
    rows.push(row);
    ours.filter(body).forEach((m) => authorities.add(m));
    theirs.filter(partner).forEach((m) => partners.add(m));
  }
  const sorted = (set: Set<number>) => [...set].sort((a, b) => a - b);
  return { rows, authorities: sorted(authorities), partners: sorted(partners) };
}

describe('select', () => {
  it.each(Array.from({ length: 150 }, (_, seed) => seed))('follows the rules, seed %i', (seed) => {
    const r = random(seed + 1000);
    const dataset = randomDataset(r, 120);
    const filters = randomFilters(r, dataset);
    const found = select(dataset, filters);
    expect({
      rows: [...found.rows],
      authorities: [...found.authorities],
      partners: [...found.partners]
    }).toEqual(naive(dataset, filters));
    const countries = new Set([...found.partners].map((row) => dataset.partners.country[row]));
    expect(found.countries).toBe(countries.size);
    expect(found.gemeinden + found.kreise + found.laender + found.others).toBe(
      found.authorities.length
    );
  });

  it('leaves initiated, operator and German-German ties out by default', () => {
    const dataset = randomDataset(random(3), 300);
    const { flags, members, memberStart } = dataset.partnerships;
    for (const row of select(dataset, NO_FILTERS).rows) {
      expect(flags[row]! & (FLAG_INITIATED | FLAG_OPERATOR)).toBe(0);
      expect(members.slice(memberStart[row], memberStart[row + 1]).some((m) => m < 0)).toBe(true);
    }
  });

  it('finds a country by what else people call it', () => {
    const dataset = randomDataset(random(3), 300);
    const [country] = dataset.countries;
    const states = {
      ...country!,
      iso2: 'US',
      nameDe: 'Vereinigte Staaten',
      nameEn: 'United States'
    };
    const renamed = { ...dataset, countries: [states, ...dataset.countries.slice(1)] };
    const by = (filters: Partial<Filters>) => select(renamed, { ...NO_FILTERS, ...filters }).rows;
    expect(by({ text: 'USA' }).length).toBeGreaterThan(0);
    expect(by({ text: 'USA' })).toEqual(by({ countries: ['US'] }));
  });

  it('finds nothing in an empty dataset', () => {
    expect(select(randomDataset(random(1), 0), NO_FILTERS).rows).toHaveLength(0);
  });
});

describe('isFiltered', () => {
  it('is about what is asked, not how', () => {
    expect(isFiltered(NO_FILTERS)).toBe(false);
    expect(isFiltered({ ...NO_FILTERS, goalsAll: true, text: '  ' })).toBe(false);
    expect(isFiltered({ ...NO_FILTERS, inland: true })).toBe(true);
    expect(isFiltered({ ...NO_FILTERS, since: 'unbekannt' })).toBe(true);
    expect(isFiltered({ ...NO_FILTERS, text: 'ulm' })).toBe(true);
  });
});
