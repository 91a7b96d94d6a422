/** The press kit says what its selection needs, names one snapshot everywhere, and nothing of others. */
import { describe, expect, it } from 'vitest';
import { select } from '../../domain/selection.ts';
import { PICTURES } from '../../pictures/pictures.ts';
import { SAMPLE, samplePlaces } from '../../pictures/testing/sample.ts';
import { parse, vocabularyOf } from '../../url/codec.ts';
import { VIEW_IDS, type ViewId } from '../embedded.ts';
import { stillView } from '../still.ts';
import { buildPressKit, type Asked, type PressKit } from './presskit.ts';
import { readmeText } from './readme.ts';

const PLACES = samplePlaces();
const ORIGIN = 'https://atlas.example.org';

function kitOf(view: ViewId, query = '', more: Partial<Asked> = {}): PressKit {
  const { dataset } = SAMPLE;
  const read = parse(new URLSearchParams(query), vocabularyOf(dataset));
  const parsed = { ...read, view: { ...read.view, snapshot: 7 } };
  const locale = more.locale ?? 'de';
  const snapshot = more.snapshot ?? {
    version: 7,
    publishedAt: '2026-11-22T10:00:00Z',
    edition: null
  };
  const { page, face, show } = PICTURES[view]!;
  const still = stillView(parsed.view, page, face);
  const shown = show({
    data: SAMPLE,
    layout: null,
    parsed: { ...parsed, view: still },
    locale,
    snapshot
  });
  return buildPressKit({
    ...{ view, parsed, still, shown, data: SAMPLE, snapshot, origin: ORIGIN, locale },
    operator: { name: 'Beispielverband', mail: 'presse@example.org' },
    ...more
  });
}

describe('a press kit', () => {
  it.each(VIEW_IDS)('of %s has everything, of one snapshot, in both languages', (view) => {
    for (const locale of ['de', 'en'] as const) {
      const kit = kitOf(view, `ort=${PLACES.most}`, { locale });
      for (const text of [kit.title, kit.sentence, kit.credit, kit.stand, kit.picture.alt])
        expect(text).not.toBe('');
      expect(kit.large).toMatch(/\d/);
      expect(kit.layers).toHaveLength(3);
      const addresses = [
        ...[...kit.picture.files, ...kit.data].map(({ href }) => href),
        ...[
          kit.picture.src,
          kit.picture.sharp,
          kit.picture.whole,
          kit.embed,
          kit.zip,
          kit.frozen,
          kit.kit
        ]
      ];
      for (const address of addresses) {
        const url = new URL(address, ORIGIN);
        expect(url.searchParams.get('stand'), address).toBe('7');
        expect(url.pathname.startsWith('/en/'), address).toBe(locale === 'en');
      }
      expect(new URL(kit.changes, ORIGIN).searchParams.get('von')).toBe('7');
      expect(kit.credit).toContain(kit.frozen);
      expect(JSON.parse(JSON.stringify(kit))).toEqual(kit);
    }
  });

  it('asks its files for what the view shows', () => {
    const files = (view: ViewId, query = '') => kitOf(view, query).data.map(({ href }) => href);
    expect(files('luecken', 'zeile=sdg&spalte=groesse')[0]).toContain(
      '/gaps.xlsx?stand=7&zeile=sdg'
    );
    expect(
      kitOf('luecken').data.filter(({ label }) => /^Partnerschaften: /.test(label))
    ).toHaveLength(4);
    expect(files('netz').slice(0, 3).join()).toMatch(/nodes\.csv.*edges\.csv.*\.gexf/);
    expect(files('karte', 'flaechen=kreise')[0]).toContain('/areas.csv?stand=7&flaechen=kreise');
    for (const href of files('profil', `ort=${PLACES.one}`))
      expect(href).toContain(`ort=${PLACES.one}`);
    for (const href of files('karte', `ort=${PLACES.one}`)) expect(href).not.toContain('ort=');
  });

  it('begins at the first row of the table, whatever page is asked for', () => {
    const kit = kitOf('tabelle', 'sortierung=-seit&seite=3');
    expect(kit).toEqual(kitOf('tabelle', 'sortierung=-seit'));
    expect(JSON.stringify(kit)).not.toContain('seite=');
  });

  it('tells of a place what is recorded, and that nothing is no "no"', () => {
    const one = kitOf('profil', `ort=${PLACES.one}`);
    expect(one).toMatchObject({ claim: null, large: '1', largeNote: 'erfasste Partnerschaft' });
    expect(one.sentence).toContain(`${one.title}: 1 erfasste Partnerschaft`);
    expect(one.sentence).toContain('Stand: 22.11.2026 (Nr. 7).');
    const none = kitOf('profil', `ort=${PLACES.none}`);
    expect(none.large).toBe('');
    expect(none.sentence).toContain('Das heißt nicht, dass es keine gibt');
    expect(none.caveats.join(' ')).not.toMatch(/von 0|NaN/);
  });
});

describe('caveats', () => {
  const text = (view: ViewId, query = '', more: Partial<Asked> = {}) =>
    kitOf(view, query, more).caveats.join('\n');

  it('begin with the most important one and say nothing twice', () => {
    for (const view of VIEW_IDS) {
      const { caveats, claim } = kitOf(view, `ort=${PLACES.most}`);
      expect(caveats[0]).toContain('Kein Eintrag heißt nicht: kein Engagement.');
      expect(caveats.at(-1)).toContain('22.11.2026');
      const all = [...caveats, ...(claim ? [claim.known, claim.upper] : [])].filter(Boolean);
      expect(new Set(all).size, view).toBe(all.length);
    }
  });

  it('count what nobody has read up on', () => {
    const { dataset } = SAMPLE;
    const { filters } = parse(new URLSearchParams(), vocabularyOf(dataset));
    const { rows } = select(dataset, filters);
    const bulk = select(dataset, { ...filters, evidence: ['unbestaetigt'] }).rows.length;
    expect(bulk).toBeGreaterThan(1);
    expect(text('karte')).toContain(`${bulk} von ${rows.length} Partnerschaften`);
    expect(text('karte', 'beleg=belegt')).not.toContain('unbestätigt');
    expect(text('karte', 'beleg=belegt', { locale: 'en' })).not.toContain('unconfirmed');
  });

  it('speak of ODA, years and few only where they are asked about', () => {
    expect(text('karte')).not.toMatch(/ODA|Anfangsjahr|weniger als fünf/);
    expect(text('karte', 'sued=1')).toContain('DAC-Liste');
    expect(text('luecken', 'spalte=gruppe')).toContain('DAC-Liste');
    expect(text('karte', 'spalte=gruppe')).not.toContain('DAC-Liste');
    expect(text('satz', 'seit=1990-2005')).toContain('Anfangsjahr');
    expect(text('satz', 'seit=unbekannt')).not.toContain('Anfangsjahr');
  });

  it('put first that a snapshot holds some sources only', () => {
    const edition = { title: 'Nur Wikidata 2017', note: 'Zeigt, was damals erfasst war.' };
    const snapshot = { version: 7, publishedAt: '2026-11-22T10:00:00Z', edition };
    const kit = kitOf('karte', '', { snapshot });
    expect(kit.caveats[0]).toBe('Nur Wikidata 2017. Zeigt, was damals erfasst war.');
    expect(kit.sentence).toContain('Nur Wikidata 2017');
    expect(kitOf('profil', `ort=${PLACES.one}`, { snapshot }).sentence).toContain('Wikidata 2017');
  });
});

describe('the README', () => {
  const site = { locale: 'de', origin: ORIGIN } as const;
  const files = [{ name: 'satz-stand-7.txt', about: 'der Satz' }];

  it('says what the page says, with full addresses', () => {
    const kit = kitOf('karte', 'sued=1');
    const text = readmeText(kit, files, site);
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const { known, upper } = kit.claim!;
    for (const said of [
      kit.title,
      kit.sentence,
      kit.seen,
      kit.credit,
      known,
      upper,
      ...kit.caveats
    ])
      expect(text).toContain(said);
    expect(text).toContain(`${ORIGIN}/luecken/veraenderung?von=7&sued=1`);
    expect(text).toContain('presse@example.org');
    expect(text).toContain('- satz-stand-7.txt: der Satz');
    for (const layer of kit.layers) expect(text).toContain(layer.attribution);
  });

  it('shows where the operator has said nothing', () => {
    const kit = kitOf('karte', '', { operator: { name: '', mail: '' } });
    expect(kit.contact.report).toBe('');
    expect(readmeText(kit, files, site)).toContain('Diese Angabe fehlt');
  });

  it('lets no filter begin a line of its own', () => {
    const kit = kitOf('karte', `q=${encodeURIComponent('<b>x</b> = \\r -- "Ä"')}`);
    expect(kit.title).toContain('<b>x</b>');
    const lines = readmeText(kit, files, site).split('\r\n');
    expect(lines.filter((line) => line.startsWith('<'))).toEqual([]);
  });
});
