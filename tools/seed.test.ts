/** The real seed through the real import: what came out is plausible, complete and repeatable. */
import { beforeAll, describe, expect, it } from 'vitest';
import { accountOf, accountOfMore, totalsOf } from '../src/lib/import/account.ts';
import { toBatch, type Batch } from '../src/lib/import/batch.ts';
import { mint, openLedger } from '../src/lib/import/ids.ts';
import { prepare, type Prepared } from '../src/lib/import/prepare.ts';
import { keysOf } from './import.ts';
import { readIdsFile, readMergesFile, readSeed } from './seed.ts';

let prepared: Prepared;
let batch: Batch;

beforeAll(() => {
  prepared = prepare(readSeed());
  batch = toBatch(prepared, openLedger(readIdsFile(), readMergesFile()));
}, 60_000);

/** Ids of the partners of an authority, by natural keys. */
const partnersOf = (ags: string) =>
  prepared.partnerships
    .filter((p) => p.key.split('~').includes(`ags:${ags}`))
    .map((p) => p.key.replace(`ags:${ags}`, '').replaceAll('~', ''));

describe('the seed', () => {
  it('has an id in the ledger for everything, and minting adds nothing', () => {
    expect(mint(readIdsFile(), keysOf(prepared))).toBe(readIdsFile());
  });

  it('accounts for every row once', () => {
    const accounts = accountOf(prepared.outcomes, prepared.outOfScope);
    for (const a of accounts) expect(a.imported + a.merged + a.quarantined).toBe(a.rows);
    expect(Object.fromEntries(accounts.map((a) => [a.file, a.rows]))).toEqual({
      'extracted_partnerships.csv': 160,
      'extracted_partnerships_2.csv': 267,
      'topic_updates.csv': 98,
      'germany.tsv': 5681,
      'twin_cities.csv': 4541
    });
    expect(prepared.outOfScope + 4541).toBe(25_917);
    const keys = batch.source_record.map((r) => `${r.source_id} ${r.source_key}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('accounts for every row of the further lists', () => {
    const accounts = accountOfMore(prepared.more);
    for (const a of accounts) expect(a.imported + a.merged + a.quarantined).toBe(a.rows);
    expect(Object.fromEntries(accounts.map((a) => [a.file, [a.rows, a.quarantined]]))).toEqual({
      'municipality_memberships.csv': [13, 0],
      'municipality_memberships_2.csv': [221, 1], // Friedland: two towns, no key
      'good_examples.csv': [61, 0],
      'rgre_partnership_requests.csv': [9, 0],
      'actors.csv': [123, 0],
      'funding_instruments.csv': [44, 0],
      'un_goals_under_review.csv': [31, 0],
      'ags_2021_to_2024.json': [46, 0]
    });
    const unconfirmed = prepared.more.reviews.filter(({ value }) => !value!.confirmed);
    expect(unconfirmed).toHaveLength(9);
    const old = prepared.more.requests.filter(({ value }) => value!.historic);
    expect(old.map(({ value }) => value!.name)).toEqual(['Serengeti', 'Mariupol']);
  });

  it('holds the whole register and reference', () => {
    const kinds = Object.groupBy(batch.authority, (a) => a.kind);
    expect([kinds['gemeinde']?.length, kinds['landkreis']?.length, kinds['land']?.length]).toEqual([
      10_752, 294, 13
    ]);
    expect([batch.land.length, batch.kreis.length, batch.country.length]).toEqual([16, 400, 250]);
    expect([batch.goal.length, batch.target.length, batch.topic.length]).toEqual([17, 169, 40]);
    expect([batch.topic_spelling.length, batch.programme_rule.length]).toEqual([259, 22]);
  });

  it('has the size that a careful independent merge of the layers gave', () => {
    const totals = totalsOf(batch);
    expect(totals.pairs).toBeGreaterThanOrEqual(6_200);
    expect(totals.pairs).toBeLessThanOrEqual(6_340);
    expect(totals.inland).toBeGreaterThanOrEqual(690);
    expect(totals.inland).toBeLessThanOrEqual(740);
    expect(totals.authorities_with_partnership).toBeGreaterThanOrEqual(2_450);
  });

  it('keeps neighbours apart that share an authority', () => {
    expect(partnersOf('05117000')).toEqual(
      expect.arrayContaining(['geonames:282457', 'geonames:294514'])
    );
    expect(partnersOf('08119020')).toEqual(
      expect.arrayContaining(['geonames:2973531', 'geonames:2972214'])
    );
  });

  it('links nobody with itself and no pair twice', () => {
    expect(batch.partnership.every((p) => new Set(p.member_key.split('|')).size === 2)).toBe(true);
    const keys = batch.partnership.map((p) => `${p.member_key} ${p.operator}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('merges the doubles of the United Kingdom and of the boroughs', () => {
    const leicester = batch.source_record.filter(
      (r) =>
        r.source_id === 'wikipedia-2026' &&
        r.raw['city1'] === 'Krefeld' &&
        r.raw['city2'] === 'Leicester'
    );
    const reverse = batch.source_record.filter(
      (r) => r.raw['city1'] === 'Leicester' && r.raw['city2'] === 'Krefeld'
    );
    expect(new Set([...leicester, ...reverse].map((r) => r.partnership_id)).size).toBe(1);
    const boroughs = batch.authority.filter((a) => a.kind === 'bezirk').map((a) => a.name);
    expect(new Set(boroughs).size).toBe(boroughs.length);
  });

  it('publishes no position of Wikipedia or Wikidata', () => {
    const located = (p: (typeof batch.partner)[number]) =>
      p.geonames_id !== null || prepared.seats.has(`own:${p.own_key}`);
    for (const p of batch.partner) expect(p.lon !== null).toBe(located(p));
    expect(batch.partner.filter((p) => p.own_key?.includes('simferopol'))).toEqual([]);
    expect(batch.partner.find((p) => p.name_en === 'Simferopol')?.country_iso2).toBe('UA');
  });

  it('has no invisible marks in names, and keeps the rows as they were read', () => {
    const marks = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060]/;
    const names = [...batch.partner, ...batch.authority].flatMap((row) => Object.values(row));
    expect(names.filter((name) => marks.test(String(name)))).toEqual([]);
    expect(batch.source_record.some(({ raw }) => marks.test(JSON.stringify(raw)))).toBe(true);
  });

  it('gives the reason of every rule in both languages', () => {
    for (const { id, rationale, rationale_de } of [...batch.topic, ...batch.programme_rule])
      expect([id, rationale === '', rationale_de === '']).toEqual([id, false, false]);
  });

  it('places every curated row or says why not', () => {
    const open = prepared.outcomes.filter((o) => o.row.tie.fact && o.outcome === 'quarantined');
    expect(open.map((o) => o.reason)).toEqual(['german_association']);
  });
});
