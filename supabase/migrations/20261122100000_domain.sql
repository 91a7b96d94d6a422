-- The domain model: reference data, bodies, partnerships, provenance, published snapshots.
-- Roles (anon, authenticated, service_role) and the auth schema belong to the platform, never here.

-- Reference -------------------------------------------------------------------------------------

create table public.source (
  id text primary key check (id ~ '^[a-z0-9-]+$'),
  layer smallint unique check (layer between 0 and 7), -- position in LAYERS when it attests partnerships
  title text not null,
  url text not null check (url ~ '^https?://'),
  licence text not null,
  licence_url text not null default '',
  attribution_de text not null,
  attribution_en text not null,
  retrieved_at date not null,
  state_de text not null default '',
  state_en text not null default ''
);

create table public.land (
  code text primary key check (code ~ '^(0[1-9]|1[0-6])$'),
  name text not null
);

create table public.kreis (
  ags text primary key check (ags ~ '^[0-9]{5}$'),
  land_code text not null references public.land,
  name text not null,
  kind text not null,
  population integer check (population >= 0)
);
create index kreis_land on public.kreis (land_code);

create table public.country (
  iso2 text primary key check (iso2 ~ '^[A-Z]{2}$'),
  iso3 text not null unique,
  name_de text not null,
  name_en text not null,
  region_code text not null default '',     -- UN M49 region
  subregion_code text not null default '',  -- UN M49 sub-region
  subregion_de text not null default '',
  subregion_en text not null default '',
  oda boolean not null,                     -- DAC list, see source `dac`
  ldc boolean not null,
  sids boolean not null,
  income text not null default '',
  lon double precision check (lon between -180 and 180),
  lat double precision check (lat between -90 and 90)
);

create table public.goal (
  goal smallint primary key check (goal between 1 and 17),
  colour text not null check (colour ~ '^#[0-9A-Fa-f]{6}$'),
  short_de text not null,
  short_en text not null,
  title_de text not null,
  title_en text not null
);

create table public.target (
  id text primary key check (id ~ '^[0-9]{1,2}\.[0-9a-z]{1,2}$'),
  goal smallint not null references public.goal,
  text_de text not null,
  text_en text not null,
  check (split_part(id, '.', 1)::smallint = goal)
);
create index target_goal on public.target (goal);

create table public.topic (
  id text primary key check (id ~ '^[a-z0-9_]+$'),
  name_de text not null,
  name_en text not null,
  goals_main smallint[] not null default '{}' check (goals_main <@ array[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17]::smallint[]),
  goals_significant smallint[] not null default '{}' check (goals_significant <@ array[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17]::smallint[]),
  targets text[] not null default '{}',
  rationale text not null default ''
);

create table public.topic_spelling (
  spelling text primary key,
  topic_id text references public.topic,
  reason text not null default '',
  check (topic_id is not null or reason <> '')
);
create index topic_spelling_topic on public.topic_spelling (topic_id);

create table public.programme_rule (
  id text primary key check (id ~ '^[a-z0-9_]+$'),
  name_de text not null,
  name_en text not null,
  programme text check (programme in ('klimapartnerschaft', 'nachhaltigkeitspartnerschaft',
    'solidaritaetspartnerschaft', 'betreiberpartnerschaft', 'laenderpartnerschaft')),
  goals_main smallint[] not null default '{}' check (goals_main <@ array[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17]::smallint[]),
  goals_significant smallint[] not null default '{}' check (goals_significant <@ array[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17]::smallint[]),
  rationale text not null default '',
  source_url text not null default '',
  valid_from text not null default '',
  valid_to text not null default '',
  spellings text[] not null default '{}'
);

-- Bodies ----------------------------------------------------------------------------------------

create table public.authority (
  id text primary key check (id ~ '^a[1-9][0-9]*$'),
  kind text not null check (kind in ('gemeinde', 'landkreis', 'land', 'verbandsgemeinde', 'bezirk')),
  ags text unique check (ags ~ '^([0-9]{2}|[0-9]{5}|[0-9]{8})$'),
  ars text,
  name text not null,        -- short name, as people say it
  name_full text not null,   -- official name with suffix
  land_code text not null references public.land,
  kreis_ags text references public.kreis,
  population integer check (population >= 0),
  population_date date,
  postcode text,             -- of the seat of the administration
  lon double precision not null check (lon between 5 and 16),
  lat double precision not null check (lat between 47 and 56),
  merged_into text references public.authority,
  check (merged_into is distinct from id),
  check (kind <> 'gemeinde' or length(ags) = 8),
  check (kind <> 'landkreis' or length(ags) = 5),
  check (kind <> 'land' or length(ags) = 2)
);
create index authority_land on public.authority (land_code);
create index authority_kreis on public.authority (kreis_ags);
create index authority_merged on public.authority (merged_into);

create table public.partner (
  id text primary key check (id ~ '^p[1-9][0-9]*$'),
  geonames_id bigint unique,
  own_key text unique,       -- identity where GeoNames has none: country|name
  name text not null,        -- own name as the gazetteer or the source writes it
  name_de text not null,
  name_en text not null,
  country_iso2 text not null references public.country,
  lon double precision check (lon between -180 and 180),
  lat double precision check (lat between -90 and 90),
  merged_into text references public.partner,
  check (merged_into is distinct from id),
  check (geonames_id is not null or own_key is not null),
  check ((lon is null) = (lat is null))
);
create index partner_country on public.partner (country_iso2);
create index partner_merged on public.partner (merged_into);

-- Partnerships ----------------------------------------------------------------------------------

create table public.partnership (
  id text primary key check (id ~ '^t[1-9][0-9]*$'),
  member_key text not null check (member_key ~ '^[ap][1-9][0-9]*(\|[ap][1-9][0-9]*)+$'),
  form text not null default 'unbekannt'
    check (form in ('unbekannt', 'partnerschaft', 'freundschaft', 'kontakt', 'projektpartnerschaft')),
  status text not null default 'unbekannt'
    check (status in ('unbekannt', 'in_anbahnung', 'aktiv', 'ruhend', 'beendet')),
  since_year smallint check (since_year between 1100 and 2100),
  until_year smallint check (until_year between 1100 and 2100),
  last_confirmed_at date,
  initiated boolean not null default false, -- decided or announced, conclusion not seen
  operator boolean not null default false,  -- a utility's tie, not the administration's
  merged_into text references public.partnership,
  check (merged_into is distinct from id),
  check (until_year is null or since_year is null or until_year >= since_year)
);
-- A utility's tie stands beside the partnership of the two administrations.
create unique index partnership_identity on public.partnership (member_key, form, coalesce(since_year, 0), operator);
create index partnership_merged on public.partnership (merged_into);

create table public.partnership_member (
  partnership_id text not null references public.partnership on delete cascade,
  member_id text not null check (member_id ~ '^[ap][1-9][0-9]*$'),
  authority_id text references public.authority,
  partner_id text references public.partner,
  primary key (partnership_id, member_id),
  check (num_nonnulls(authority_id, partner_id) = 1),
  check (member_id = coalesce(authority_id, partner_id))
);
create index partnership_member_authority on public.partnership_member (authority_id);
create index partnership_member_partner on public.partnership_member (partner_id);

-- One row of a source, kept as it was read: the provenance of everything below.
create table public.source_record (
  source_id text not null references public.source,
  source_key text not null,
  row_number integer not null check (row_number > 0),
  raw jsonb not null,
  url text not null default '' check (url = '' or url ~ '^https?://'),
  outcome text not null check (outcome in ('imported', 'merged', 'quarantined')),
  reason text not null default '',  -- code of the quarantine or merge reason
  detail text not null default '',  -- what was looked for and found
  partnership_id text references public.partnership,
  since_year smallint check (since_year between 1100 and 2100),
  confidence text not null default '',
  note text not null default '',
  primary key (source_id, source_key),
  check ((outcome = 'quarantined') = (partnership_id is null)),
  check (outcome <> 'quarantined' or reason <> '')
);
create index source_record_partnership on public.source_record (partnership_id);

create table public.partnership_programme (
  partnership_id text not null references public.partnership on delete cascade,
  rule_id text not null references public.programme_rule,
  source_id text not null,
  source_key text not null,
  since_year smallint check (since_year between 1900 and 2100),
  primary key (partnership_id, rule_id, source_id, source_key),
  foreign key (source_id, source_key) references public.source_record
);
create index partnership_programme_rule on public.partnership_programme (rule_id);
create index partnership_programme_source on public.partnership_programme (source_id, source_key);

create table public.partnership_topic (
  partnership_id text not null references public.partnership on delete cascade,
  topic_id text not null references public.topic,
  source_id text not null,
  source_key text not null,
  spelling text not null,
  primary key (partnership_id, topic_id, source_id, source_key),
  foreign key (source_id, source_key) references public.source_record
);
create index partnership_topic_topic on public.partnership_topic (topic_id);
create index partnership_topic_source on public.partnership_topic (source_id, source_key);

-- Goals that a source names or an editor assigned. Goals by rule (programme, topic) are derived at
-- publishing from the rule tables, so that a changed rule never leaves stale tags behind.
create table public.sdg_tag (
  partnership_id text not null references public.partnership on delete cascade,
  goal smallint not null references public.goal,
  target_id text references public.target,
  relevance text not null default 'main' check (relevance in ('main', 'significant')),
  basis text not null check (basis in ('source', 'editor')),
  source_id text not null,
  source_key text not null,
  primary key (partnership_id, goal, basis, source_id, source_key),
  foreign key (source_id, source_key) references public.source_record,
  check (target_id is null or split_part(target_id, '.', 1)::smallint = goal)
);
create index sdg_tag_goal on public.sdg_tag (goal);
create index sdg_tag_target on public.sdg_tag (target_id);
create index sdg_tag_source on public.sdg_tag (source_id, source_key);

-- Published -------------------------------------------------------------------------------------

create table public.snapshot (
  version integer primary key check (version > 0),
  published_at timestamptz not null default now(),
  format smallint not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'), -- of the content, without number and date
  manifest jsonb not null
);

create table public.snapshot_part (
  version integer not null references public.snapshot on delete cascade,
  name text not null check (name in ('core', 'detail', 'layout', 'search')),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  bytes integer not null check (bytes > 0),
  body text not null, -- base64 of the uncompressed UTF-8 JSON
  primary key (version, name)
);

-- Rights ----------------------------------------------------------------------------------------
-- Row level security on every table. The public reads reference tables and published snapshots;
-- records and their provenance leave the house only through a snapshot.

do $$
declare t text;
begin
  foreach t in array array['source', 'land', 'kreis', 'country', 'goal', 'target', 'topic',
    'topic_spelling', 'programme_rule', 'authority', 'partner', 'partnership', 'partnership_member',
    'source_record', 'partnership_programme', 'partnership_topic', 'sdg_tag', 'snapshot', 'snapshot_part']
  loop
    execute format('alter table public.%I enable row level security', t);
    execute format('revoke all on public.%I from anon, authenticated', t);
    execute format('grant select, insert, update, delete on public.%I to service_role', t);
  end loop;
  foreach t in array array['source', 'land', 'kreis', 'country', 'goal', 'target', 'topic',
    'topic_spelling', 'programme_rule', 'snapshot', 'snapshot_part']
  loop
    execute format('grant select on public.%I to anon, authenticated', t);
    execute format('create policy public_read on public.%I for select to anon, authenticated using (true)', t);
  end loop;
end $$;
