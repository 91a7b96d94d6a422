/** A handful of records, enough for a snapshot with everything in it. Parents first. */
const source = (id: string, layer: number | null, state_de = '') => ({
  ...{ id, layer, title: id, url: 'https://example.org', licence: 'CC0-1.0', state_de },
  ...{ attribution_de: id, attribution_en: id, retrieved_at: '2026-11-01' }
});
const authority = (id: string, ags: string, name: string, merged_into: string | null = null) => ({
  ...{ id, kind: 'gemeinde', ags, name, name_full: `Stadt ${name}`, land_code: '05' },
  ...{ kreis_ags: '05315', population: 30_000, lon: 6.9603, lat: 50.9375, merged_into }
});
export const ROWS: [string, Record<string, unknown>[]][] = [
  [
    'source',
    [source('facts-2026', 2), source('wikidata-2017', 0), source('dac', null, 'Juni 2024')]
  ],
  ['land', [{ code: '05', name: 'Nordrhein-Westfalen' }]],
  ['kreis', [{ ags: '05315', land_code: '05', name: 'Köln', kind: 'Kreisfreie Stadt' }]],
  [
    'country',
    [
      {
        ...{ iso2: 'NI', iso3: 'NIC', name_de: 'Nicaragua', name_en: 'Nicaragua', oda: true },
        ...{ region_code: '019', subregion_code: '419', subregion_de: 'Lateinamerika' },
        ...{ subregion_en: 'Latin America', ldc: false, sids: false, lon: -85, lat: 13 }
      }
    ]
  ],
  [
    'goal',
    [6, 13].map((goal) => ({
      goal,
      colour: '#26BDE2',
      short_de: 'x',
      short_en: 'x',
      title_de: 'x',
      title_en: 'x'
    }))
  ],
  ['topic', [{ id: 'wasser', name_de: 'Wasser', name_en: 'Water', goals_main: [6] }]],
  [
    'programme_rule',
    [
      {
        ...{ id: 'klima', name_de: 'Klima', name_en: 'Climate', goals_main: [13] },
        programme: 'klimapartnerschaft'
      }
    ]
  ],
  [
    'authority',
    [
      authority('a2', '05315000', 'Köln'),
      authority('a10', '05315001', 'Stilles Dorf'),
      authority('a11', '05315002', 'Altdorf', 'a2')
    ]
  ],
  [
    'partner',
    [
      {
        id: 'p1',
        geonames_id: 1,
        name: 'Corinto',
        name_de: 'Corinto',
        name_en: 'Corinto',
        country_iso2: 'NI'
      }
    ]
  ],
  ['partnership', [{ id: 't1', member_key: 'a11|p1', form: 'partnerschaft', since_year: 1988 }]],
  [
    'partnership_member',
    [
      { partnership_id: 't1', member_id: 'a11', authority_id: 'a11', partner_id: null },
      { partnership_id: 't1', member_id: 'p1', authority_id: null, partner_id: 'p1' }
    ]
  ],
  [
    'source_record',
    [
      {
        source_id: 'wikidata-2017',
        source_key: '1',
        row_number: 1,
        raw: {},
        outcome: 'merged',
        partnership_id: 't1',
        url: '',
        reason: ''
      },
      {
        source_id: 'facts-2026',
        source_key: '1',
        row_number: 1,
        raw: {},
        outcome: 'imported',
        partnership_id: 't1',
        url: 'https://example.org/1',
        reason: ''
      },
      {
        source_id: 'facts-2026',
        source_key: '2',
        row_number: 2,
        raw: {},
        outcome: 'quarantined',
        partnership_id: null,
        url: '',
        reason: 'unknown_place'
      }
    ]
  ],
  [
    'partnership_programme',
    [{ partnership_id: 't1', rule_id: 'klima', source_id: 'facts-2026', source_key: '1' }]
  ],
  [
    'partnership_topic',
    [
      {
        partnership_id: 't1',
        topic_id: 'wasser',
        source_id: 'facts-2026',
        source_key: '1',
        spelling: 'Wasser'
      }
    ]
  ],
  [
    'sdg_tag',
    [{ partnership_id: 't1', goal: 13, basis: 'source', source_id: 'facts-2026', source_key: '1' }]
  ]
];
