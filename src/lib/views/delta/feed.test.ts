import { expect, it } from 'vitest';
import { deltaOf } from '../../domain/delta.ts';
import { NO_FILTERS } from '../../domain/filters.ts';
import { FORMS, STATUSES } from '../../domain/model.ts';
import { randomDataset } from '../../domain/testing/dataset.ts';
import { random } from '../../domain/testing/random.ts';
import type { Locale } from '../../i18n/locale.ts';
import { DEFAULT_VIEW } from '../../url/codec.ts';
import { comparedEntry, firstEntry, withdrawnEntry } from './feed.ts';

const ASKED = { filters: NO_FILTERS, view: DEFAULT_VIEW, issues: [] };
const stand = (version: number) => ({ version, published_at: `2026-11-2${version}T12:00:00.000Z` });

/** Two states of the same data; `change` makes the second one. */
function entry(change: (data: ReturnType<typeof randomDataset>) => void, locale: Locale = 'de') {
  const [old, now] = [randomDataset(random(7), 300), randomDataset(random(7), 300)];
  for (const data of [old, now]) data.partnerships.flags.fill(0);
  change(now);
  const side = (dataset: typeof old, version: number) => ({
    ...{ dataset, details: null, version, isCurrent: false }
  });
  const sides = { before: side(old, 1), after: side(now, 2) };
  const delta = deltaOf(sides.before, sides.after, NO_FILTERS);
  const stands = { before: stand(1), after: stand(2) };
  return { delta, sides, ...comparedEntry(stands, sides, delta, ASKED, locale) };
}

it('says that nothing changed where nothing did', () => {
  const { title, summary, sections, href } = entry(() => undefined);
  expect(title).toBe('Datenstand Nr. 2 vom 22.11.2026');
  expect(summary).toMatch(/^Verglichen mit Nr\. 1 vom 21\.11\.2026: 0 Partnerschaften sind neu/);
  expect(sections).toEqual([]);
  expect(href).toMatch(/^\/luecken\/veraenderung\?von=1&bis=2/);
});

it('names what was corrected, each with what differs, and where the rest is', () => {
  const { delta, sections, counts } = entry(({ partnerships }) => {
    partnerships.form.forEach((form, row) => {
      partnerships.form[row] = (form + 1) % FORMS.length;
    });
    partnerships.status.fill(0);
    partnerships.status[0] = STATUSES.indexOf('beendet');
  });
  const changed = sections.find(({ title }) => title === 'Angaben ergänzt oder geändert')!;
  const total = delta.kept.filter(({ changes }) => changes.length > 0).length;
  expect(total).toBeGreaterThan(30);
  expect(changed.lines).toHaveLength(30);
  for (const line of changed.lines) expect(line).toMatch(/^.+ – .+ \(t\d+\): .*Form: .+ → .+/);
  expect(changed.more.label).toBe(`Vollständige Liste (${total})`);
  expect(changed.more.href).toContain('liste=geaendert');
  expect(counts.map(({ label }) => label)).toContain(`Angaben ergänzt oder geändert: ${total}`);
});

it('names records that were merged since, and only those', () => {
  const { sides, sections } = entry(({ authorities, moved }) => {
    (moved as Map<string, string>).set('a999999', authorities.id[0]!);
    (moved as Map<string, string>).set('t999999', 't1');
  }, 'en');
  const name = sides.after.dataset.authorities.name[0];
  const id = sides.after.dataset.authorities.id[0];
  expect(sections).toEqual([
    {
      title: 'Merged records',
      lines: [`a999999 is now ${id} (${name})`, 't999999 is now t1'],
      more: { label: '', href: '' }
    }
  ]);
});

it('tells of a first one and of withdrawn ones as much as is known', () => {
  const edition = { title_de: 'Nur X', title_en: 'X only', note_de: 'Hinweis.', note_en: 'Note.' };
  expect(firstEntry({ ...stand(1), edition }, 1234, 'de')).toMatchObject({
    title: 'Datenstand Nur X, Nr. 1 vom 21.11.2026',
    summary: expect.stringMatching(/1\.234\.$/),
    note: 'Hinweis.',
    href: '/?stand=1'
  });
  const gone = { version: 3, withdrawnAt: '2026-11-29T12:00:00.000Z', edition: null };
  expect(withdrawnEntry({ ...gone, publishedAt: '2026-11-23T12:00:00.000Z' }, 'en')).toMatchObject({
    title: 'Snapshot no. 3 of 23/11/2026 was withdrawn',
    summary: expect.stringMatching(/on 29\/11\/2026.*stand=3/),
    href: '/en/?stand=3'
  });
  expect(withdrawnEntry({ ...gone, publishedAt: null }, 'de').title).toBe(
    'Datenstand Nr. 3 wurde zurückgezogen'
  );
});
