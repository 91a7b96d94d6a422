-- The rest of the domain model: territorial history, aliases, actors, projects, funding, networks,
-- good examples, requests, goals under review, coverage, and a source for every assertion.
--
-- Every table below names its source (`source_id`, `source_url`), for nothing is said without one.
-- Where one entity rests on several pages, `assertion_source` holds the further ones.

-- Values ----------------------------------------------------------------------------------------

-- Names and texts are shown, exported and put into titles: control characters and marks that turn
-- the direction of writing (U+202A-202E, U+2066-2069) have no place in them. ZWJ and ZWNJ stay:
-- Persian and Indic names need them.
create domain public.clean_name as text check (
  length(value) between 1 and 300
  and value = btrim(value)
  and value !~ '[\u0001-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]'
);
create domain public.clean_text as text check (
  length(value) <= 4000
  and value !~ '[\u0001-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]'
);
-- Shown as a link: http and https alone, never `javascript:`, and no user name before the host.
create domain public.web_address as text check (
  length(value) <= 2000 and value ~ '^https?://[^\s/@]+(/\S*|\?\S*|#\S*)?$'
);
-- A date as exact as its source has it: a year, a month or a day. make_date refuses 31 February.
create domain public.partial_date as text check (
  value ~ '^(1[1-9]|20)[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$'
  and (length(value) < 10 or make_date(
    substr(value, 1, 4)::integer, substr(value, 6, 2)::integer, substr(value, 9, 2)::integer) is not null)
);

-- Bodies: history, aliases, identity ------------------------------------------------------------

alter table public.authority
  add column qid text unique check (qid ~ '^Q[1-9][0-9]*$'),
  add column valid_from date,  -- first day of the body in its present limits, as far as known
  add column valid_to date,    -- last day; the successor is in merged_into and authority_change
  add column manual_coordinates boolean not null default false,
  add column coordinates_note public.clean_text not null default '',
  add check (valid_from <= valid_to),
  add check (not manual_coordinates or coordinates_note <> '');

alter table public.partner
  add column kind text not null default 'gemeinde'
    check (kind in ('gemeinde', 'kreis', 'region', 'district', 'people', 'other')),
  add column qid text unique check (qid ~ '^Q[1-9][0-9]*$'),
  add column manual_coordinates boolean not null default false,
  add column coordinates_note public.clean_text not null default '',
  -- Who set a point by hand says from what.
  add check (not manual_coordinates or (lon is not null and coordinates_note <> ''));

create table public.authority_alias (
  authority_id text not null references public.authority on delete cascade,
  name public.clean_name not null,
  kind text not null check (kind in ('exonym', 'former', 'official', 'short', 'spelling', 'part')),
  source_id text not null references public.source,
  source_url public.web_address not null,
  primary key (authority_id, name)
);
create index authority_alias_source on public.authority_alias (source_id);

create table public.partner_alias (
  partner_id text not null references public.partner on delete cascade,
  name public.clean_name not null,
  kind text not null check (kind in ('exonym', 'former', 'official', 'short', 'spelling', 'part')),
  source_id text not null references public.source,
  source_url public.web_address not null,
  primary key (partner_id, name)
);
create index partner_alias_source on public.partner_alias (source_id);

-- AGS, not ids: most bodies that were merged away never had a record here. A split has several rows.
create table public.authority_change (
  predecessor_ags text not null check (predecessor_ags ~ '^([0-9]{5}|[0-9]{8})$'),
  successor_ags text not null check (successor_ags ~ '^([0-9]{5}|[0-9]{8})$'),
  valid_on date not null,  -- day of the change, or of the key date by which it is in force: see note
  kind text not null check (kind in ('merged', 'renamed', 'split', 'part')),
  note public.clean_text not null default '',
  source_id text not null references public.source,
  source_url public.web_address not null,
  primary key (predecessor_ags, successor_ags, valid_on),
  check (predecessor_ags <> successor_ags or kind = 'renamed')
);
create index authority_change_successor on public.authority_change (successor_ags);
create index authority_change_source on public.authority_change (source_id);

-- Actors, projects, funding ---------------------------------------------------------------------

create table public.funding_instrument (
  id text primary key check (id ~ '^[a-z0-9_]+$'),
  name_de public.clean_name not null,
  name_en public.clean_name not null,
  provider public.clean_name not null,
  level text not null check (level in ('Bund', 'Land', 'EU', 'other')),
  what_de public.clean_text not null,
  eligible public.clean_text not null default '',
  amount_min_eur numeric(12, 2) check (amount_min_eur >= 0),
  amount_max_eur numeric(12, 2) check (amount_max_eur > 0),
  co_funding_share numeric(4, 3) check (co_funding_share between 0 and 1), -- least own share
  valid_from public.partial_date,
  valid_to public.partial_date,
  status text not null check (status in ('expired', 'historic', 'unknown', 'ongoing_by_source')),
  state_as_of public.partial_date, -- of the page; null: undated
  note public.clean_text not null default '',
  source_id text not null references public.source,
  source_url public.web_address not null,
  check (amount_min_eur <= amount_max_eur),
  -- 2025 and 2025-03 do not contradict each other: compared as far as both are known.
  check (left(valid_from, least(length(valid_from), length(valid_to)))
    <= left(valid_to, least(length(valid_from), length(valid_to))))
);
create index funding_instrument_source on public.funding_instrument (source_id);

-- An organisation's tie to a place abroad. Organisations and functions only, never a person.
create table public.actor (
  id text primary key check (id ~ '^o[1-9][0-9]*$'),
  name public.clean_name not null,
  kind text not null check (kind in ('partnerschaftsverein', 'freundeskreis', 'eine_welt_verein',
    'schule', 'kommunales_unternehmen', 'hochschule', 'krankenhaus', 'kirchengemeinde',
    'kommunalverwaltung', 'migrantische_organisation')),
  authority_id text references public.authority,   -- null: no German municipality of its own
  partner_id text references public.partner,       -- null: the place abroad is not matched
  partnership_id text references public.partnership,
  partner_name public.clean_name,                  -- as the source has it
  country_iso2 text references public.country,
  since_year smallint check (since_year between 1100 and 2100),
  note public.clean_text not null default '',
  source_id text not null references public.source,
  source_url public.web_address not null
);
create index actor_authority on public.actor (authority_id);
create index actor_partner on public.actor (partner_id);
create index actor_partnership on public.actor (partnership_id);
create index actor_country on public.actor (country_iso2);
create index actor_source on public.actor (source_id);

create table public.project (
  id text primary key check (id ~ '^v[1-9][0-9]*$'),
  title public.clean_name not null,
  partnership_id text not null references public.partnership,
  funding_instrument_id text references public.funding_instrument,
  period_from public.partial_date,
  period_to public.partial_date,
  budget_eur numeric(12, 2) check (budget_eur >= 0),
  note public.clean_text not null default '',
  source_id text not null references public.source,
  source_url public.web_address not null,
  check (left(period_from, least(length(period_from), length(period_to)))
    <= left(period_to, least(length(period_from), length(period_to))))
);
create index project_partnership on public.project (partnership_id);
create index project_funding on public.project (funding_instrument_id);
create index project_source on public.project (source_id);

create table public.project_actor (
  project_id text not null references public.project on delete cascade,
  actor_id text not null references public.actor,
  role public.clean_text not null default '',
  source_id text not null references public.source,
  source_url public.web_address not null,
  primary key (project_id, actor_id)
);
create index project_actor_actor on public.project_actor (actor_id);
create index project_actor_source on public.project_actor (source_id);

-- Networks, examples, requests, goals under review ----------------------------------------------

create table public.network (
  id text primary key check (id ~ '^[a-z0-9_]+$'),
  name_de public.clean_name not null,
  name_en public.clean_name not null,
  kind text not null check (kind in ('network', 'programme', 'award', 'resolution')),
  note public.clean_text not null default '',
  source_id text not null references public.source,
  source_url public.web_address not null
);
create index network_source on public.network (source_id);

create table public.membership (
  id text primary key check (id ~ '^m[1-9][0-9]*$'),
  authority_id text not null references public.authority,
  network_id text references public.network,
  programme public.clean_name not null,           -- as the source has it, with round or rank
  year public.clean_text not null default '',     -- as the source has it: '2022-2023', ''
  year_from smallint check (year_from between 1900 and 2100),
  year_to smallint check (year_to between 1900 and 2100),
  note public.clean_text not null default '',
  source_id text not null references public.source,
  source_url public.web_address not null,
  check (year_from <= year_to)
);
create index membership_authority on public.membership (authority_id);
create index membership_network on public.membership (network_id);
create index membership_source on public.membership (source_id);

create table public.good_example (
  id text primary key check (id ~ '^g[1-9][0-9]*$'),
  title public.clean_name not null,
  authority_id text not null references public.authority,
  partnership_id text references public.partnership,
  partner_id text references public.partner,
  partner_name public.clean_name,
  country_iso2 text references public.country,
  summary public.clean_text not null check (summary <> ''),
  goals smallint[] not null default '{}'          -- named by the source, never derived
    check (goals <@ array[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17]::smallint[]),
  source_id text not null references public.source,
  source_url public.web_address not null
);
create index good_example_authority on public.good_example (authority_id);
create index good_example_partnership on public.good_example (partnership_id);
create index good_example_partner on public.good_example (partner_id);
create index good_example_country on public.good_example (country_iso2);
create index good_example_source on public.good_example (source_id);

create table public.good_example_topic (
  good_example_id text not null references public.good_example on delete cascade,
  topic_id text not null references public.topic,
  spelling public.clean_name not null,
  primary key (good_example_id, topic_id)
);
create index good_example_topic_topic on public.good_example_topic (topic_id);

-- A place abroad that looks for a German partner.
create table public.partner_request (
  id text primary key check (id ~ '^r[1-9][0-9]*$'),
  partner_id text references public.partner,
  partner_name public.clean_name not null,
  country_iso2 text not null references public.country,
  population integer check (population > 0),
  request_date public.partial_date,
  marked_historic boolean not null default false,  -- the source or a reader says it is over
  note public.clean_text not null default '',
  source_id text not null references public.source,
  source_url public.web_address not null
);
create index partner_request_partner on public.partner_request (partner_id);
create index partner_request_country on public.partner_request (country_iso2);
create index partner_request_source on public.partner_request (source_id);

create table public.partner_request_topic (
  partner_request_id text not null references public.partner_request on delete cascade,
  topic_id text not null references public.topic,
  spelling public.clean_name not null,
  primary key (partner_request_id, topic_id)
);
create index partner_request_topic_topic on public.partner_request_topic (topic_id);

-- Not shown as certain unless `confirmed`: HLPF 2026 and 2027 rest on a participant's page, and a
-- municipal review that is only announced is not one.
create table public.un_review (
  id text primary key check (id ~ '^u[1-9][0-9]*$'),
  kind text not null check (kind in ('hlpf', 'sdg_summit', 'vnr_de', 'vlr_de', 'vlr_de_unconfirmed')),
  year smallint check (year between 2015 and 2100),
  goals smallint[] not null default '{}'
    check (goals <@ array[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17]::smallint[]),
  occasion public.clean_text not null default '',
  date_from public.partial_date,
  date_to public.partial_date,
  entity public.clean_name not null,
  authority_id text references public.authority,
  confirmed boolean not null default false,
  note public.clean_text not null default '',
  source_id text not null references public.source,
  source_url public.web_address not null,
  check (kind <> 'vlr_de_unconfirmed' or not confirmed),
  check (kind in ('vlr_de', 'vlr_de_unconfirmed') or year is not null),
  check (left(date_from, least(length(date_from), length(date_to)))
    <= left(date_to, least(length(date_from), length(date_to)))),
  -- The first four digits are the year, where both are known.
  check (left(date_from, 4)::smallint = year)
);
create index un_review_authority on public.un_review (authority_id);
create index un_review_source on public.un_review (source_id);

-- Coverage: what an authority said about itself. Nobody asked: no row. A row is no record of a tie.
create table public.coverage (
  authority_id text primary key references public.authority,
  state text not null check (state in ('confirmed_none', 'confirmed_active')),
  stated_at date not null,
  stated_by public.clean_name not null,  -- the office that said so, never a person
  note public.clean_text not null default '',
  source_id text not null references public.source,
  source_url public.web_address not null
);
create index coverage_source on public.coverage (source_id);

-- Provenance ------------------------------------------------------------------------------------

-- Rows of every kind are kept in source_record and quarantined there. `partnership_id` stays the
-- reference of partnerships; other kinds are named by (entity_kind, entity_id).
alter table public.source_record
  add column entity_kind text check (entity_kind in ('authority', 'authority_change', 'partner',
    'actor', 'project', 'funding_instrument', 'network', 'membership', 'good_example',
    'partner_request', 'un_review', 'coverage')),
  add column entity_id text,
  drop constraint source_record_check,
  add constraint source_record_target
    check ((outcome = 'quarantined') = (partnership_id is null and entity_id is null)),
  -- A quarantined row may say what kind it would have been.
  add constraint source_record_entity check (entity_id is null or entity_kind is not null),
  add constraint source_record_one_target check (num_nonnulls(partnership_id, entity_id) <= 1);
create index source_record_entity on public.source_record (entity_kind, entity_id);

-- Further pages that attest an entity or one of its fields.
create table public.assertion_source (
  entity_kind text not null check (entity_kind in ('authority', 'authority_change', 'partner',
    'partnership', 'actor', 'project', 'funding_instrument', 'network', 'membership',
    'good_example', 'partner_request', 'un_review', 'coverage')),
  entity_id text not null,
  field text not null default '' check (field ~ '^[a-z_]*$'), -- '': the entity as a whole
  source_id text not null references public.source,
  source_url public.web_address not null,
  retrieved_at date,
  confidence text not null default '' check (confidence in ('', 'stated', 'initiated', 'inferred_from_order')),
  note public.clean_text not null default '',
  primary key (entity_kind, entity_id, field, source_id, source_url)
);
create index assertion_source_source on public.assertion_source (source_id);

-- What the matcher looked at for a row, with its reasons, so that a person can decide later.
create table public.match_candidate (
  source_id text not null,
  source_key text not null,
  side text not null check (side in ('german', 'foreign')),
  rank smallint not null check (rank between 1 and 100),
  candidate_kind text not null check (candidate_kind in ('authority', 'partner', 'geonames', 'wikidata')),
  candidate_id text not null,
  name public.clean_name not null,
  distance_km real check (distance_km >= 0),
  score real,
  chosen boolean not null default false,
  reasons text[] not null check (cardinality(reasons) > 0),
  primary key (source_id, source_key, side, rank),
  -- A record that its file no longer holds takes its candidates along.
  foreign key (source_id, source_key) references public.source_record on delete cascade
);

-- Derived ---------------------------------------------------------------------------------------

-- Whether a call may be shown as an offer today: a historic one never, one whose currency nobody
-- knows only with a warning.
create view public.funding_offer with (security_invoker = true) as
  select f.*,
    case
      when f.status in ('historic', 'expired') then 'past'
      when f.valid_to < left(to_char(current_date, 'YYYY-MM-DD'), length(f.valid_to)) then 'past'
      when f.status = 'unknown' then 'offer_with_warning'
      else 'offer'
    end as offer
  from public.funding_instrument f;

-- A request is current for five years; an undated one is never shown as current.
create view public.partner_request_state with (security_invoker = true) as
  select r.*,
    case
      when r.marked_historic then 'historic'
      when r.request_date is null then 'undated'
      when left(r.request_date, 4)::integer < extract(year from current_date)::integer - 5 then 'historic'
      when r.request_date < left(to_char(current_date - interval '5 years', 'YYYY-MM-DD'),
        length(r.request_date)) then 'historic'
      else 'current'
    end as state
  from public.partner_request r;

-- Rights ----------------------------------------------------------------------------------------
-- As before: reference tables are public, records leave the house only through a snapshot.

do $$
declare t text;
begin
  foreach t in array array['authority_alias', 'partner_alias', 'authority_change',
    'funding_instrument', 'actor', 'project', 'project_actor', 'network', 'membership',
    'good_example', 'good_example_topic', 'partner_request', 'partner_request_topic', 'un_review',
    'coverage', 'assertion_source', 'match_candidate']
  loop
    execute format('alter table public.%I enable row level security', t);
    execute format('revoke all on public.%I from anon, authenticated, service_role', t);
    execute format('grant select, insert, update, delete on public.%I to service_role', t);
  end loop;
  foreach t in array array['funding_offer', 'partner_request_state']
  loop
    execute format('revoke all on public.%I from anon, authenticated, service_role', t);
    execute format('grant select on public.%I to service_role', t);
  end loop;
  foreach t in array array['authority_change', 'funding_instrument', 'network', 'un_review']
  loop
    execute format('grant select on public.%I to anon, authenticated', t);
    execute format('create policy public_read on public.%I for select to anon, authenticated using (true)', t);
  end loop;
  grant select on public.funding_offer to anon, authenticated;
end $$;
