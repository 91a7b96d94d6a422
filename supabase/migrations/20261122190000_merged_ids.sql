-- Old ids lead on, and the rules say their reasons in German.
--
-- * publishable_records tells which partnerships were merged into which (authorities and partners say
--   so in their own rows), what bodies said about themselves, and the reasons of the rules in German.
-- * import_batch takes a merger back when the ledger (merges.tsv) no longer has it: an id that the batch
--   carries as living leads nowhere else.

alter table public.topic add column rationale_de text not null default '';
alter table public.programme_rule add column rationale_de text not null default '';

create or replace function public.import_batch(batch jsonb) returns jsonb
language plpgsql
security invoker
set search_path = ''
set statement_timeout = '10min'
as $$
declare
  hits bigint;
  stale bigint;
  answer jsonb;
  merged jsonb := coalesce(batch -> 'merged', '[]');
  added bigint := 0;
  altered bigint := 0;
  restored bigint := 0;
  entity text;
begin
  -- The lock of import_rows, taken before the first write.
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtext('public.import_batch'));

  with given as materialized (
    select i.source_id, i.source_key, i.side, i.rank
    from pg_catalog.jsonb_populate_recordset(
      null::public.match_candidate, coalesce(batch -> 'match_candidate', '[]')) i
  ), kept as materialized (
    select r.source_id, r.source_key
    from pg_catalog.jsonb_populate_recordset(
      null::public.source_record, coalesce(batch -> 'source_record', '[]')) r
  )
  delete from public.match_candidate old using kept
    where (kept.source_id, kept.source_key) = (old.source_id, old.source_key)
      and not exists (select from given
        where (given.source_id, given.source_key, given.side, given.rank)
          = (old.source_id, old.source_key, old.side, old.rank));
  get diagnostics stale = row_count;

  answer := public.import_rows(batch);

  -- What the ledger no longer merges lives again.
  foreach entity in array array['authority', 'partner', 'partnership'] loop
    execute pg_catalog.format(
      'update public.%1$I old set merged_into = null where old.merged_into is not null
         and exists (select from pg_catalog.jsonb_array_elements(coalesce($1, ''[]'')) i
           where i ->> ''id'' = old.id)', entity)
      using batch -> entity;
    get diagnostics hits = row_count; restored := restored + hits;
  end loop;
  insert into public.authority (id, kind, name, name_full, land_code, kreis_ags, lon, lat, merged_into)
    select m.id, a.kind, a.name, a.name_full, a.land_code, a.kreis_ags, a.lon, a.lat, m."into"
    from pg_catalog.jsonb_to_recordset(merged) as m (kind text, id text, "into" text)
    join public.authority a on a.id = m."into"
    where m.kind = 'authority' and not exists (select from public.authority q where q.id = m.id);
  get diagnostics hits = row_count; added := added + hits;
  insert into public.partner
      (id, geonames_id, own_key, name, name_de, name_en, country_iso2, lon, lat, merged_into)
    select m.id, m.geonames_id, m.own_key, p.name, p.name_de, p.name_en, p.country_iso2, p.lon, p.lat, m."into"
    from pg_catalog.jsonb_to_recordset(merged)
      as m (kind text, id text, "into" text, geonames_id bigint, own_key text)
    join public.partner p on p.id = m."into"
    where m.kind = 'partner' and not exists (select from public.partner q where q.id = m.id);
  get diagnostics hits = row_count; added := added + hits;
  insert into public.partnership
      (id, member_key, form, status, since_year, initiated, operator, merged_into)
    select m.id, m.member_key, t.form, t.status, t.since_year, t.initiated, t.operator, m."into"
    from pg_catalog.jsonb_to_recordset(merged)
      as m (kind text, id text, "into" text, member_key text)
    join public.partnership t on t.id = m."into"
    where m.kind = 'partnership' and not exists (select from public.partnership q where q.id = m.id);
  get diagnostics hits = row_count; added := added + hits;
  foreach entity in array array['authority', 'partner', 'partnership'] loop
    execute pg_catalog.format(
      'update public.%1$I old set merged_into = m."into"
         from pg_catalog.jsonb_to_recordset($1) as m (kind text, id text, "into" text)
         where m.kind = %1$L and old.id = m.id and old.merged_into is distinct from m."into"', entity)
      using merged;
    get diagnostics hits = row_count; altered := altered + hits;
  end loop;
  return answer || pg_catalog.jsonb_build_object(
    'removed', (answer ->> 'removed')::bigint + stale,
    'tables', (answer -> 'tables') || pg_catalog.jsonb_build_object('merged', pg_catalog.jsonb_build_object(
      'new', added, 'updated', altered + restored,
      'unchanged', pg_catalog.jsonb_array_length(merged) - added - altered)));
end $$;

create or replace function public.publishable_records() returns json
language sql stable
set search_path = ''
set statement_timeout = '120s'
as $$
  select json_build_object(
    'sources', (select coalesce(json_agg(r order by r.id), '[]') from (
      select id, layer, title, url, licence, licence_url, attribution_de, attribution_en,
        retrieved_at, state_de, state_en from public.source) r),
    'laender', (select coalesce(json_agg(r order by r.code), '[]') from (
      select code, name from public.land) r),
    'kreise', (select coalesce(json_agg(r order by r.ags), '[]') from (
      select ags, name from public.kreis) r),
    'countries', (select coalesce(json_agg(r order by r.iso2), '[]') from (
      select iso2, name_de, name_en, subregion_code, subregion_de, subregion_en, oda, ldc, sids,
        lon, lat from public.country) r),
    'goals', (select coalesce(json_agg(r order by r.goal), '[]') from (
      select goal, colour, short_de, short_en, title_de, title_en from public.goal) r),
    'topics', (select coalesce(json_agg(r order by r.id), '[]') from (
      select id, name_de, name_en, goals_main, goals_significant, targets, rationale,
        rationale_de from public.topic) r),
    'programme_rules', (select coalesce(json_agg(r order by r.id), '[]') from (
      select id, name_de, name_en, programme, goals_main, goals_significant, rationale, rationale_de, source_url,
        valid_from, valid_to from public.programme_rule) r),
    'authorities', (select coalesce(json_agg(r), '[]') from (
      select id, kind, ags, name, land_code, kreis_ags, population, postcode, lon, lat, merged_into
      from public.authority) r),
    'partners', (select coalesce(json_agg(r), '[]') from (
      select id, name_de, name_en, country_iso2, lon, lat, merged_into from public.partner) r),
    'partnerships', (select coalesce(json_agg(r), '[]') from (
      select id, form, status, since_year, initiated, operator
      from public.partnership where merged_into is null) r),
    'merged_partnerships', (select coalesce(json_agg(r), '[]') from (
      select id, merged_into from public.partnership where merged_into is not null) r),
    'coverage', (select coalesce(json_agg(r), '[]') from (
      select authority_id, state from public.coverage) r),
    'members', (select coalesce(json_agg(r), '[]') from (
      select partnership_id, member_id from public.partnership_member) r),
    'records', (select coalesce(json_agg(r), '[]') from (
      select source_id, source_key, partnership_id, url, since_year, confidence, note
      from public.source_record where partnership_id is not null) r),
    'quarantined', (select count(*) from public.source_record where outcome = 'quarantined'),
    'programmes', (select coalesce(json_agg(r), '[]') from (
      select distinct partnership_id, rule_id from public.partnership_programme) r),
    'partnership_topics', (select coalesce(json_agg(r), '[]') from (
      select distinct partnership_id, topic_id from public.partnership_topic) r),
    'tags', (select coalesce(json_agg(r), '[]') from (
      select t.partnership_id, t.goal, t.target_id, t.relevance, t.basis, s.url
      from public.sdg_tag t join public.source_record s using (source_id, source_key)) r),
    'accounts', (select coalesce(json_agg(r order by r.source_id, r.kind), '[]') from (
      select source_id, coalesce(entity_kind, 'partnership') as kind, count(*) as rows,
        count(*) filter (where outcome = 'imported') as imported,
        count(*) filter (where outcome = 'merged') as merged,
        count(*) filter (where outcome = 'quarantined') as quarantined
      from public.source_record group by 1, 2) r),
    'reasons', (select coalesce(json_agg(r order by r.source_id, r.kind, r.reason), '[]') from (
      select source_id, coalesce(entity_kind, 'partnership') as kind, reason, count(*) as rows
      from public.source_record where outcome = 'quarantined' group by 1, 2, 3) r),
    'networks', (select coalesce(json_agg(r order by r.id), '[]') from (
      select id, name_de, name_en, kind from public.network) r),
    'memberships', (select coalesce(json_agg(r), '[]') from (
      select id, authority_id, network_id, programme, year, note, source_url from public.membership) r),
    'examples', (select coalesce(json_agg(r), '[]') from (
      select id, authority_id, partnership_id, partner_name, title, summary, goals, source_url,
        array(select t.topic_id from public.good_example_topic t where t.good_example_id = g.id
          order by t.topic_id) as topics
      from public.good_example g) r),
    'actors', (select coalesce(json_agg(r), '[]') from (
      select id, authority_id, partnership_id, partner_id, partner_name, country_iso2, name, kind,
        since_year, note, source_url from public.actor) r),
    'funding', (select coalesce(json_agg(r order by r.id), '[]') from (
      select id, name_de, name_en, provider, level, what_de, eligible, amount_min_eur,
        amount_max_eur, co_funding_share, valid_from, valid_to, status, state_as_of, note, source_url
      from public.funding_instrument) r),
    'reviews', (select coalesce(json_agg(r), '[]') from (
      select id, kind, year, goals, occasion, date_from, date_to, entity, authority_id, confirmed,
        note, source_url from public.un_review) r),
    'requests', (select coalesce(json_agg(r), '[]') from (
      select id, partner_id, partner_name, country_iso2, population, request_date, marked_historic,
        note, source_url,
        array(select t.topic_id from public.partner_request_topic t where t.partner_request_id = p.id
          order by t.topic_id) as topics
      from public.partner_request p) r),
    'changes', (select count(*) from public.authority_change)
  )
$$;
