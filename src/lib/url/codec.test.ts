import { describe, expect, it } from 'vitest';
import { NO_FILTERS, type Filters } from '../domain/filters.ts';
import { GAP_AXES, GAP_MEASURES } from '../domain/gapaxes.ts';
import { RADII, REASONS } from '../domain/reasons.ts';
import { randomDataset, randomFilters } from '../domain/testing/dataset.ts';
import { random } from '../domain/testing/random.ts';
import {
  DEFAULT_GAPS,
  DEFAULT_NET,
  DEFAULT_VIEW,
  DEFAULT_WHITE,
  FIGURES,
  LEFTS,
  LENSES,
  ORDERS,
  RIGHTS,
  parse,
  serialise,
  vocabularyOf,
  type GapState,
  type NetState,
  type ViewState,
  type WhiteState
} from './codec.ts';

const dataset = randomDataset(random(1), 10);
const vocabulary = vocabularyOf(dataset);
const read = (query: string) => parse(new URLSearchParams(query), vocabulary);

/** query | what differs from the defaults | canonical query (when another) */
const GOLDEN: [string, Partial<Filters>, Partial<ViewState>, string?][] = [
  ['', {}, {}],
  ['sdg=6', { goals: [6] }, {}],
  ['sdg=6,13,keine', { goals: [6, 13, 'keine'] }, {}],
  ['sdg=13&sdg=6&sdg=', { goals: [6, 13] }, {}, 'sdg=6,13'],
  ['sdg=6%2C13', { goals: [6, 13] }, {}, 'sdg=6,13'],
  ['sdg=06,+6', { goals: [6] }, {}, 'sdg=6'],
  ['sdg=6,13&sdg_alle=1', { goals: [6, 13], goalsAll: true }, {}],
  ['basis=source,topic', { bases: ['source', 'topic'] }, {}],
  ['region=155,202', { regions: ['155', '202'] }, {}],
  ['staat=tg', { countries: ['TG'] }, {}, 'staat=TG'],
  ['sued=1', { south: true }, {}],
  ['sued=0&inland=', {}, {}, ''],
  ['land=01&kreis=01001', { laender: ['01'], kreise: ['01001'] }, {}],
  ['groesse=mittelstadt,grossstadt-500', { sizes: ['mittelstadt', 'grossstadt-500'] }, {}],
  ['form=unbekannt,freundschaft', { forms: ['unbekannt', 'freundschaft'] }, {}],
  ['programm=klimapartnerschaft,keine', { programmes: ['klimapartnerschaft', 'keine'] }, {}],
  ['status=in_anbahnung', { statuses: ['in_anbahnung'] }, {}],
  ['seit=1990-2005', { since: { from: 1990, to: 2005 } }, {}],
  ['seit=2015-', { since: { from: 2015, to: null } }, {}],
  ['seit=-1989', { since: { from: null, to: 1989 } }, {}],
  ['seit=1990', { since: { from: 1990, to: 1990 } }, {}, 'seit=1990-1990'],
  ['seit=unbekannt', { since: 'unbekannt' }, {}],
  ['seit=1990&seit=2005', { since: { from: 1990, to: 2005 } }, {}, 'seit=1990-2005'],
  ['seit=&seit=2005', { since: { from: null, to: 2005 } }, {}, 'seit=-2005'],
  ['seit=2015&seit=', { since: { from: 2015, to: null } }, {}, 'seit=2015-'],
  ['seit=&seit=', {}, {}, ''],
  ['seit=&seit=&seit=unbekannt', { since: 'unbekannt' }, {}, 'seit=unbekannt'],
  ['seit=1990&seit=&seit=unbekannt', { since: 'unbekannt' }, {}, 'seit=unbekannt'],
  ['thema=bildung,keine', { topics: ['bildung', 'keine'] }, {}],
  ['beleg=belegt', { evidence: ['belegt'] }, {}],
  ['inland=1', { inland: true }, {}],
  ['q=Tel+Aviv', { text: 'Tel Aviv' }, {}],
  ['q=%20a%26b%20%20=c ', { text: 'a&b =c' }, {}, 'q=a%26b+%3Dc'],
  ['ort=a17', {}, { place: 'a17' }],
  ['ort=p900', {}, { place: 'p1' }, 'ort=p1'],
  ['ort=p3&ansicht=tabelle', {}, { place: 'p3', view: 'tabelle' }],
  ['titel=Schwerpunkt+2027', {}, { title: 'Schwerpunkt 2027' }],
  ['titel=%C3%84cker++%26+Wasser+', {}, { title: 'Äcker & Wasser' }, 'titel=%C3%84cker+%26+Wasser'],
  ['stand=12&sortierung=-seit&seite=3', {}, { snapshot: 12, sort: '-seit', page: 3 }],
  ['ansicht=karte&seite=1', {}, {}, ''],
  ['ansicht=zeit&flaechen=kreise', {}, { view: 'zeit', areas: 'kreise' }],
  ['ansicht=tabelle&flaechen=laender&seite=2', {}, { view: 'tabelle', areas: 'laender', page: 2 }],
  ['utm_source=x&fbclid=y', {}, {}, ''],
  ['ziel=', {}, {}, '']
];

/** The same for the network page: query | what differs in `net` | canonical query (when another) */
const GOLDEN_NET: [string, Partial<NetState>, string?][] = [
  ['linse=ziele', { lens: 'ziele' }],
  ['linse=staaten', {}, ''],
  ['linse=Partner-Suche', { lens: 'partner-suche' }, 'linse=partner-suche'],
  ['linse=kommunen&schritte=2', { lens: 'kommunen', steps: 2 }],
  ['schritte=1&umfang=', {}, ''],
  ['linse=fluss&links=groesse&rechts=staat', { lens: 'fluss', left: 'groesse', right: 'staat' }],
  ['linse=ebenen', { lens: 'ebenen' }],
  ['linse=ebenen&bild=akteure', { lens: 'ebenen', figure: 'akteure' }],
  ['ordnung=anzahl&umfang=alle&wahl=14.PL', { order: 'anzahl', all: true, picked: '14.PL' }],
  ['bild=chord&rechts=region', { figure: 'chord', right: 'region' }],
  ['ordnung=cluster&bild=matrix', { order: 'cluster', figure: 'matrix' }]
];

/** The same for the gap page. */
const GOLDEN_GAPS: [string, Partial<GapState>, string?][] = [
  ['zeile=sdg', { row: 'sdg' }],
  ['zeile=land&spalte=region&mass=anteil', {}, ''],
  ['zeile=region', { row: 'region', column: 'land' }],
  ['spalte=land', { row: 'region', column: 'land' }, 'zeile=region'],
  ['spalte=groesse&mass=je100000', { column: 'groesse', measure: 'je100000' }],
  [
    'zeile=Netzwerk&spalte=gruppe',
    { row: 'netzwerk', column: 'gruppe' },
    'zeile=netzwerk&spalte=gruppe'
  ],
  [
    'zeile=form&spalte=programm&mass=einwohner',
    { row: 'form', column: 'programm', measure: 'einwohner' }
  ],
  ['zelle=6~mittelstadt', { cell: { row: '6', column: 'mittelstadt' } }],
  [
    'mass=partnerschaften&zelle=keine~alle',
    { measure: 'partnerschaften', cell: { row: 'keine', column: 'alle' } }
  ]
];

/** The same for white spots and the outreach list. */
const GOLDEN_WHITE: [string, Partial<WhiteState>, string?][] = [
  ['umkreis=25', {}, ''],
  ['umkreis=50', { radius: 50 }],
  ['grund=netzwerk,nachbarn', { reasons: ['nachbarn', 'netzwerk'] }, 'grund=nachbarn,netzwerk'],
  ['grund=akteur&grund=', { reasons: ['akteur'] }, 'grund=akteur'],
  ['merkliste=a9,a2,a9', { picked: ['a9', 'a2'] }, 'merkliste=a9,a2']
];

describe('golden URLs of white spots', () => {
  it.each(GOLDEN_WHITE)('%s', (query, white, canonical) => {
    const parsed = read(query);
    expect(parsed.issues).toEqual([]);
    expect(parsed.view).toEqual({ ...DEFAULT_VIEW, white: { ...DEFAULT_WHITE, ...white } });
    expect(serialise(parsed.filters, parsed.view)).toBe(canonical ?? query);
  });

  it('keeps what is valid and says what is not', () => {
    const { issues, view } = read('umkreis=30&grund=nachbarn,partei&merkliste=a1,p2,__proto__');
    expect(issues.map(({ parameter, value }) => [parameter, value])).toEqual([
      ['grund', 'partei'],
      ['merkliste', 'p2'],
      ['merkliste', '__proto__'],
      ['umkreis', '30']
    ]);
    expect(view.white).toEqual({ radius: 25, reasons: ['nachbarn'], picked: ['a1'] });
  });
});

describe('golden URLs of the gaps', () => {
  it.each(GOLDEN_GAPS)('%s', (query, gaps, canonical) => {
    const parsed = read(query);
    expect(parsed.issues).toEqual([]);
    expect(parsed.view).toEqual({ ...DEFAULT_VIEW, gaps: { ...DEFAULT_GAPS, ...gaps } });
    expect(serialise(parsed.filters, parsed.view)).toBe(canonical ?? query);
  });

  /** query | wrong value | why | what is kept */
  const WRONG_GAPS: [string, string, string, string, Partial<GapState>][] = [
    ['zeile=partei&spalte=sdg', 'zeile', 'partei', 'unknown_value', { column: 'sdg' }],
    ['zeile=sdg&spalte=sdg', 'spalte', 'sdg', 'same_axis', { row: 'sdg' }],
    [
      'zeile=region&spalte=region',
      'spalte',
      'region',
      'same_axis',
      { row: 'region', column: 'land' }
    ],
    ['mass=quote&zeile=form', 'mass', 'quote', 'unknown_value', { row: 'form' }],
    ['zelle=6', 'zelle', '6', 'unknown_value', {}],
    ['zelle=6~__proto__', 'zelle', '6~__proto__', 'unknown_value', {}],
    ['zeile=sdg&zeile=land', 'zeile', 'land', 'repeated', { row: 'sdg' }]
  ];
  it.each(WRONG_GAPS)('%s', (query, parameter, value, reason, gaps) => {
    const parsed = read(query);
    expect(parsed.issues).toEqual([{ parameter, value, reason }]);
    expect(parsed.view.gaps).toEqual({ ...DEFAULT_GAPS, ...gaps });
  });
});

describe('golden URLs of the network', () => {
  it.each(GOLDEN_NET)('%s', (query, net, canonical) => {
    const parsed = read(query);
    expect(parsed.issues).toEqual([]);
    expect(parsed.view).toEqual({ ...DEFAULT_VIEW, net: { ...DEFAULT_NET, ...net } });
    expect(serialise(parsed.filters, parsed.view)).toBe(canonical ?? query);
  });
});

describe('golden URLs', () => {
  it.each(GOLDEN)('%s', (query, filters, view, canonical) => {
    const parsed = read(query);
    expect(parsed).toEqual({
      filters: { ...NO_FILTERS, ...filters },
      view: { ...DEFAULT_VIEW, ...view },
      issues: []
    });
    expect(serialise(parsed.filters, parsed.view)).toBe(canonical ?? query);
  });
});

const WRONG: [string, string, string, string, Partial<Filters>?][] = [
  ['sdg=6,18', 'sdg', '18', 'unknown_value', { goals: [6] }],
  ['sdg=6.1', 'sdg', '6.1', 'unknown_value'],
  ['sdg=-6', 'sdg', '-6', 'unknown_value'],
  ['staat=ZZ,TG', 'staat', 'ZZ', 'unknown_value', { countries: ['TG'] }],
  ['land=99', 'land', '99', 'unknown_value'],
  ['sued=ja', 'sued', 'ja', 'unknown_value'],
  ['seit=2005-1990', 'seit', '2005-1990', 'bad_range'],
  ['seit=0001-', 'seit', '0001-', 'bad_range'],
  ['seit=-', 'seit', '-', 'unknown_value'],
  ['seit=abc', 'seit', 'abc', 'unknown_value'],
  ['ort=x1', 'ort', 'x1', 'unknown_value'],
  ['ort=a1&ort=a2', 'ort', 'a2', 'repeated'],
  ['stand=-1', 'stand', '-1', 'unknown_value'],
  ['stand=99999999999999999999', 'stand', '99999999999999999999', 'unknown_value'],
  ['seite=1e3', 'seite', '1e3', 'unknown_value'],
  ['ansicht=netz', 'ansicht', 'netz', 'unknown_value'],
  ['linse=hairball', 'linse', 'hairball', 'unknown_value'],
  ['schritte=3', 'schritte', '3', 'unknown_value'],
  ['umfang=ja', 'umfang', 'ja', 'unknown_value'],
  ['wahl=%3Cb%3E', 'wahl', '<b>', 'unknown_value'],
  ['wahl=14.PL&wahl=14.FR', 'wahl', '14.FR', 'repeated'],
  ['ziel=6.1', 'ziel', '6.1', 'not_yet'],
  ['regoin=155', 'regoin', '155', 'unknown_parameter'],
  ['__proto__=1', '__proto__', '1', 'unknown_parameter'],
  ['thema=__proto__', 'thema', '__proto__', 'unknown_value'],
  ['sued=constructor', 'sued', 'constructor', 'unknown_value'],
  ['q=a%00b', 'q', 'ab', 'control_characters'],
  ['q=%E2%80%AEevil', 'q', 'evil', 'control_characters'],
  [`titel=${'x'.repeat(81)}`, 'titel', 'x'.repeat(81), 'too_long'],
  [`q=${'x'.repeat(101)}`, 'q', 'x'.repeat(100), 'too_long'],
  [`thema=${'x'.repeat(500)}`, 'thema', 'x'.repeat(100), 'too_long']
];

describe('what is wrong', () => {
  it.each(WRONG)('%s', (query, parameter, value, reason, filters) => {
    const parsed = read(query);
    expect(parsed.issues).toEqual([{ parameter, value, reason }]);
    expect(parsed.filters).toEqual({ ...NO_FILTERS, ...filters });
  });

  it('keeps the first hundred entries and says so', () => {
    const parsed = read(`sdg=${Array(100).fill('6').join(',')},7`);
    expect(parsed.filters.goals).toEqual([6]);
    expect(parsed.issues).toEqual([{ parameter: 'sdg', value: '7', reason: 'too_many' }]);
  });

  it('stays small whatever is sent', () => {
    const parsed = read(Array.from({ length: 1000 }, (_, i) => `p${i}=${i}`).join('&'));
    expect(parsed.issues).toHaveLength(50);
  });

  it('never throws on noise', () => {
    const r = random(99);
    for (let i = 0; i < 500; i++) {
      const noise = Array.from({ length: 30 }, () => String.fromCharCode(r.below(0x3000))).join('');
      const name = r.pick(['sdg', 'seit', 'q', 'ort', 'stand', 'kreis', 'x']);
      const { filters, view } = read(`${name}=${noise}&${noise}&%=%E0%A4%A`);
      expect(() => serialise(filters, view)).not.toThrow();
    }
  });
});

describe('round trip', () => {
  it.each(Array.from({ length: 300 }, (_, seed) => seed))('seed %i', (seed) => {
    const r = random(seed);
    const filters = randomFilters(r, dataset);
    const axis = r.pick(GAP_AXES);
    const view: ViewState = {
      place: r.pick([null, 'a1', 'p22']),
      areas: r.pick([null, 'laender', 'kreise']),
      view: r.pick(['karte', 'tabelle']),
      sort: r.pick([null, 'seit', '-kommune'] as const),
      page: 1 + r.below(3),
      title: r.pick(['', 'SDG 6 und 13', 'a=b&c']),
      snapshot: r.pick([null, 7]),
      net: {
        lens: r.pick(LENSES),
        order: r.pick([null, ...ORDERS]),
        figure: r.pick([null, ...FIGURES]),
        left: r.pick([null, ...LEFTS]),
        right: r.pick([null, ...RIGHTS]),
        steps: r.pick([1, 2] as const),
        all: r.chance(0.5),
        picked: r.pick([null, '6-13', '05.FR'])
      },
      gaps: {
        row: axis,
        column: r.pick(GAP_AXES.filter((other) => other !== axis)),
        measure: r.pick(GAP_MEASURES),
        cell: r.pick([null, { row: '6', column: 'alle' }])
      },
      white: {
        radius: r.pick(RADII),
        reasons: r.some(REASONS, 0.4),
        picked: r.pick([[], ['a9', 'a2']])
      }
    };
    const query = serialise(filters, view);
    const parsed = read(query);
    expect(parsed.issues).toEqual([]);
    expect(parsed.view).toEqual(view);
    const unordered = (f: Filters) => ({
      ...f,
      countries: [...f.countries].sort(),
      regions: [...f.regions].sort(),
      topics: [...f.topics].sort()
    });
    expect(unordered(parsed.filters)).toEqual(unordered(filters));
    expect(serialise(parsed.filters, parsed.view)).toBe(query);
  });

  it('survives lone surrogates', () => {
    expect(() => serialise({ ...NO_FILTERS, text: '\ud800' })).not.toThrow();
  });
});
