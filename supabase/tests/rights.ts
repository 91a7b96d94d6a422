/**
 * Who may do what with which table: the whole truth, one line per table, which rights.test.ts holds
 * the database to.
 *
 * `order` matters: a row may name rows of the tables above it.
 */
export interface TableRights {
  table: string;
  /**
   * Who reads the row below: everybody; the editors of its authority, reviewers and admins; reviewers
   * and admins; admins. Who has no role reads as the public does.
   */
  read: 'all' | 'own' | 'reviewer' | 'admin';
  /** What service_role may do. */
  service: ('select' | 'insert' | 'update' | 'delete')[];
  /** Columns that find the row below again. */
  key: string[];
  /** A valid row. */
  row: Record<string, unknown>;
  /** A valid change of it. */
  change: Record<string, unknown>;
  /** Puts the row in place where the service may not, or not alone. */
  seed?: string;
  /** Verbs that the service has, but that a constraint refuses for this row alone. */
  refused?: ('insert' | 'delete')[];
  /** Verbs that a signed-in person may try: policies decide (roles.test.ts), here they hit no row. */
  open?: 'delete'[];
}

const ALL: TableRights['service'] = ['select', 'insert', 'update', 'delete'];
const HASH = 'a'.repeat(64);
const UUID = '99999999-0000-4000-8000-000000000000';

/** A table of the reference data: everybody reads, the service writes. */
const open = (
  table: string,
  key: string[],
  row: Record<string, unknown>,
  change: Record<string, unknown>
): TableRights => ({ table, read: 'all', service: ALL, key, row, change });

/** A table of the records: leaves the house only through a snapshot. */
const closed = (
  table: string,
  key: string[],
  row: Record<string, unknown>,
  change: Record<string, unknown>
): TableRights => ({ table, read: 'own', service: ALL, key, row, change });

/** A view: nobody writes through it. It shows the row of its table. */
const view = (
  table: string,
  read: TableRights['read'],
  row: Record<string, unknown>
): TableRights => ({
  ...{ table, read, service: ['select'], key: ['id'], row, change: { note: 'Anders' } }
});

/** Belongs to no authority: for those who decide. */
const deciding = (rights: TableRights): TableRights => ({ ...rights, read: 'reviewer' });

/** Nothing is said without a source. */
const SAID = { source_id: 'probe', source_url: 'https://example.org/' };

export const RIGHTS: TableRights[] = [
  open(
    'source',
    ['id'],
    {
      id: 'probe',
      title: 'Probe',
      url: 'https://example.org/',
      licence: 'CC0-1.0',
      attribution_de: 'Probe',
      attribution_en: 'Probe',
      retrieved_at: '2026-01-01'
    },
    { title: 'Anders' }
  ),
  open('land', ['code'], { code: '09', name: 'Bayern' }, { name: 'Anders' }),
  open(
    'kreis',
    ['ags'],
    { ags: '09162', land_code: '09', name: 'München', kind: 'Kreisfreie Stadt' },
    { name: 'Anders' }
  ),
  open(
    'country',
    ['iso2'],
    {
      iso2: 'PE',
      iso3: 'PER',
      name_de: 'Peru',
      name_en: 'Peru',
      oda: true,
      ldc: false,
      sids: false
    },
    { name_de: 'Anders' }
  ),
  open(
    'goal',
    ['goal'],
    {
      goal: 6,
      colour: '#26bde2',
      short_de: 'Wasser',
      short_en: 'Water',
      title_de: 'Wasser',
      title_en: 'Water'
    },
    { short_de: 'Anders' }
  ),
  open(
    'target',
    ['id'],
    { id: '6.1', goal: 6, text_de: 'Trinkwasser', text_en: 'Drinking water' },
    { text_de: 'Anders' }
  ),
  open(
    'topic',
    ['id'],
    { id: 'wasser', name_de: 'Wasser', name_en: 'Water' },
    { name_de: 'Anders' }
  ),
  open(
    'topic_spelling',
    ['spelling'],
    { spelling: 'H2O', topic_id: 'wasser' },
    { reason: 'Probe' }
  ),
  open(
    'programme_rule',
    ['id'],
    { id: 'probe', name_de: 'Probe', name_en: 'Probe' },
    { name_de: 'Anders' }
  ),
  closed(
    'authority',
    ['id'],
    {
      id: 'a1',
      kind: 'gemeinde',
      ags: '09162000',
      name: 'München',
      name_full: 'München, Landeshauptstadt',
      land_code: '09',
      lon: 11.57,
      lat: 48.14
    },
    { name: 'Anders' }
  ),
  closed(
    'partner',
    ['id'],
    {
      id: 'p1',
      own_key: 'PE|Probe',
      name: 'Probe',
      name_de: 'Probe',
      name_en: 'Probe',
      country_iso2: 'PE'
    },
    { name: 'Anders' }
  ),
  closed('partnership', ['id'], { id: 't1', member_key: 'a1|p1' }, { since_year: 2001 }),
  {
    ...closed(
      'partnership_member',
      ['partnership_id', 'member_id'],
      { partnership_id: 't1', member_id: 'a1', authority_id: 'a1' },
      { authority_id: 'a1' }
    ),
    // One member alone is no tie.
    seed: `insert into public.partnership_member values ('t1', 'a1', 'a1', null), ('t1', 'p1', null, 'p1')`,
    refused: ['insert', 'delete']
  },
  closed(
    'source_record',
    ['source_id', 'source_key'],
    {
      source_id: 'probe',
      source_key: '1',
      row_number: 1,
      raw: {},
      outcome: 'imported',
      partnership_id: 't1'
    },
    { note: 'Anders' }
  ),
  closed(
    'partnership_programme',
    ['partnership_id', 'rule_id'],
    { partnership_id: 't1', rule_id: 'probe', source_id: 'probe', source_key: '1' },
    { since_year: 2001 }
  ),
  closed(
    'partnership_topic',
    ['partnership_id', 'topic_id'],
    {
      partnership_id: 't1',
      topic_id: 'wasser',
      source_id: 'probe',
      source_key: '1',
      spelling: 'H2O'
    },
    { spelling: 'Anders' }
  ),
  closed(
    'sdg_tag',
    ['partnership_id', 'goal'],
    { partnership_id: 't1', goal: 6, basis: 'source', source_id: 'probe', source_key: '1' },
    { relevance: 'significant' }
  ),
  closed(
    'authority_alias',
    ['authority_id', 'name'],
    { authority_id: 'a1', name: 'Munich', kind: 'exonym', ...SAID },
    { kind: 'former' }
  ),
  closed(
    'partner_alias',
    ['partner_id', 'name'],
    { partner_id: 'p1', name: 'Probé', kind: 'exonym', ...SAID },
    { kind: 'former' }
  ),
  open(
    'authority_change',
    ['predecessor_ags'],
    {
      ...{ predecessor_ags: '16061001', successor_ags: '16061118', valid_on: '2024-01-01' },
      ...{ kind: 'merged', ...SAID }
    },
    { kind: 'part' }
  ),
  open(
    'funding_instrument',
    ['id'],
    {
      ...{ id: 'probe', name_de: 'Probe', name_en: 'Probe', provider: 'Probe', level: 'Bund' },
      ...{ what_de: 'Zuschuss', status: 'unknown', ...SAID }
    },
    { status: 'historic' }
  ),
  closed(
    'actor',
    ['id'],
    { id: 'o1', name: 'Verein', kind: 'partnerschaftsverein', authority_id: 'a1', ...SAID },
    { since_year: 1990 }
  ),
  closed(
    'project',
    ['id'],
    { id: 'v1', title: 'Brunnen', partnership_id: 't1', ...SAID },
    { budget_eur: 1000 }
  ),
  closed(
    'project_actor',
    ['project_id', 'actor_id'],
    { project_id: 'v1', actor_id: 'o1', ...SAID },
    { role: 'Trägerin' }
  ),
  open(
    'network',
    ['id'],
    { id: 'probe', name_de: 'Probe', name_en: 'Probe', kind: 'network', ...SAID },
    { kind: 'award' }
  ),
  closed(
    'membership',
    ['id'],
    { id: 'm1', authority_id: 'a1', network_id: 'probe', programme: 'Probe', ...SAID },
    { year: '2022' }
  ),
  closed(
    'good_example',
    ['id'],
    { id: 'g1', title: 'Brunnen', authority_id: 'a1', summary: 'Ein Brunnen.', ...SAID },
    { title: 'Anders' }
  ),
  closed(
    'good_example_topic',
    ['good_example_id', 'topic_id'],
    { good_example_id: 'g1', topic_id: 'wasser', spelling: 'H2O' },
    { spelling: 'Anders' }
  ),
  deciding(
    closed(
      'partner_request',
      ['id'],
      { id: 'r1', partner_name: 'Probe', country_iso2: 'PE', ...SAID },
      { marked_historic: true }
    )
  ),
  deciding(
    closed(
      'partner_request_topic',
      ['partner_request_id', 'topic_id'],
      { partner_request_id: 'r1', topic_id: 'wasser', spelling: 'H2O' },
      { spelling: 'Anders' }
    )
  ),
  open(
    'un_review',
    ['id'],
    { id: 'u1', kind: 'hlpf', year: 2026, entity: 'UN', ...SAID },
    { confirmed: true }
  ),
  closed(
    'coverage',
    ['authority_id'],
    {
      ...{ authority_id: 'a1', state: 'confirmed_active', stated_at: '2026-01-01' },
      ...{ stated_by: 'Rathaus', ...SAID }
    },
    { state: 'confirmed_none' }
  ),
  closed(
    'assertion_source',
    ['entity_kind', 'entity_id'],
    { entity_kind: 'partnership', entity_id: 't1', ...SAID },
    { confidence: 'stated' }
  ),
  deciding(
    closed(
      'match_candidate',
      ['source_id', 'source_key', 'rank'],
      {
        ...{ source_id: 'probe', source_key: '1', side: 'foreign', rank: 1, name: 'Probe' },
        ...{ candidate_kind: 'partner', candidate_id: 'p1', reasons: ['name'] }
      },
      { chosen: true }
    )
  ),
  view('funding_offer', 'all', { id: 'probe' }),
  view('partner_request_state', 'reviewer', { id: 'r1' }),
  {
    ...closed(
      'app_user_role',
      ['id'],
      { id: UUID, user_id: UUID, role: 'reviewer' },
      { role: 'admin' }
    ),
    read: 'admin',
    open: ['delete']
  },
  {
    ...closed('change_proposal', ['id'], { id: UUID, reason: 'Probe' }, { state: 'accepted' }),
    service: ['select'],
    seed: `insert into public.change_proposal
      (id, entity_kind, entity_id, authority_id, expected_version, patch, reason, source_url, proposed_by)
      values ('${UUID}', 'partnership', 't1', 'a1', 1, '{"status": "aktiv"}', 'Probe',
        'https://example.org/', '${UUID}')`
  },
  {
    ...closed('audit_log', ['id'], { id: 1_000_000_000 }, { row_count: 2 }),
    read: 'reviewer',
    service: ['select'],
    seed: `insert into public.audit_log (id, role, action, table_name)
      values (1000000000, 'probe', 'insert', 'probe')`
  },
  {
    table: 'snapshot_number',
    read: 'all',
    // A number that was given stays given.
    service: ['select', 'insert'],
    key: ['version'],
    row: { version: 1 },
    change: { version: 2 }
  },
  {
    table: 'snapshot',
    read: 'all',
    // Withdrawing is deleting; what is published does not change.
    service: ['select', 'insert', 'delete'],
    key: ['version'],
    row: { version: 1, format: 1, hash: HASH, manifest: {} },
    change: { format: 2 }
  },
  {
    table: 'snapshot_part',
    read: 'all',
    service: ['select', 'insert', 'delete'],
    key: ['version', 'name'],
    row: { version: 1, name: 'core', hash: HASH, bytes: 2, body: 'e30=' },
    change: { bytes: 3 }
  }
];

/** Functions the API exposes, with the roles that may call them. */
export const FUNCTIONS: Record<string, ('anon' | 'authenticated' | 'service_role')[]> = {
  publishable_records: ['service_role'],
  import_batch: ['service_role'],
  import_rows: ['service_role'],
  publish_snapshot: ['service_role'],
  propose_change: ['authenticated'],
  set_coverage: ['authenticated'],
  review_change: ['authenticated'],
  withdraw_change: ['authenticated']
};
