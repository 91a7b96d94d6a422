-- The import takes the further lists too: territorial changes, networks and memberships, actors,
-- good examples, requests, funding, goals under review. As before: one call, one transaction, rows
-- that are already as they should be are not touched. Statements whose row is gone go with it.
-- Publishing reads them in the same one statement, with the accounting of every source.

create or replace function public.import_batch(batch jsonb) returns jsonb
language plpgsql
security invoker
set search_path = ''
set statement_timeout = '10min'
as $$
declare
  step record;
  row_list jsonb;
  given text[];
  key_match text;
  changed text;
  columns text;
  assignments text;
  added bigint;
  altered bigint;
  tables jsonb := '{}';
  sources jsonb := '{}';
  layers text[];
  removed bigint := 0;
  hits bigint;
begin
  -- Two imports at a time would see each other's rows half-written.
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtext('public.import_batch'));

  select pg_catalog.array_agg(distinct r ->> 'source_id') into layers
  from pg_catalog.jsonb_array_elements(coalesce(batch -> 'source_record', '[]')) r;

  -- What becomes of the records, counted against what is there before anything is written.
  select coalesce(pg_catalog.jsonb_object_agg(source_id, counts), '{}') into sources
  from (
    select source_id, pg_catalog.jsonb_build_object(
      'new', count(*) filter (where outcome = 'imported' and is_new),
      'updated', count(*) filter (where outcome = 'imported' and not is_new and differs),
      'unchanged', count(*) filter (where outcome = 'imported' and not is_new and not differs),
      'merged', count(*) filter (where outcome = 'merged'),
      'quarantined', count(*) filter (where outcome = 'quarantined'),
      'gone', (select count(*) from public.source_record gone
        where gone.source_id = judged.source_id and not exists (
          select from pg_catalog.jsonb_array_elements(batch -> 'source_record') r
          where r ->> 'source_id' = gone.source_id and r ->> 'source_key' = gone.source_key)
        and not exists (select from public.sdg_tag t where t.basis = 'editor'
          and t.source_id = gone.source_id and t.source_key = gone.source_key))
    ) as counts
    from (
      select i.source_id, i.outcome, old.source_key is null as is_new,
        (i.raw, i.url, i.outcome, i.reason, i.detail, i.partnership_id, i.since_year, i.confidence, i.note,
          i.entity_kind, i.entity_id)
          is distinct from
        (old.raw, old.url, old.outcome, old.reason, old.detail, old.partnership_id, old.since_year,
          old.confidence, old.note, old.entity_kind, old.entity_id) as differs
      from pg_catalog.jsonb_populate_recordset(null::public.source_record, batch -> 'source_record') i
      left join public.source_record old using (source_id, source_key)
    ) judged
    group by source_id
  ) per_source;

  -- Tags that the files no longer state go first: they hang on records and partnerships.
  create temporary table import_tag (
    kind text, partnership_id text, value text, source_id text, source_key text
  ) on commit drop;
  insert into pg_temp.import_tag
    select 'programme', t.partnership_id, t.rule_id, t.source_id, t.source_key
    from pg_catalog.jsonb_populate_recordset(null::public.partnership_programme, batch -> 'partnership_programme') t
    union all
    select 'topic', t.partnership_id, t.topic_id, t.source_id, t.source_key
    from pg_catalog.jsonb_populate_recordset(null::public.partnership_topic, batch -> 'partnership_topic') t
    union all
    select 'goal', t.partnership_id, t.goal::text, t.source_id, t.source_key
    from pg_catalog.jsonb_populate_recordset(null::public.sdg_tag, batch -> 'sdg_tag') t;

  delete from public.partnership_programme t where t.source_id = any (layers)
    and not exists (select from pg_temp.import_tag i where i.kind = 'programme'
      and (i.partnership_id, i.value, i.source_id, i.source_key)
        = (t.partnership_id, t.rule_id, t.source_id, t.source_key));
  get diagnostics hits = row_count; removed := removed + hits;
  delete from public.partnership_topic t where t.source_id = any (layers)
    and not exists (select from pg_temp.import_tag i where i.kind = 'topic'
      and (i.partnership_id, i.value, i.source_id, i.source_key)
        = (t.partnership_id, t.topic_id, t.source_id, t.source_key));
  get diagnostics hits = row_count; removed := removed + hits;
  delete from public.sdg_tag t where t.source_id = any (layers) and t.basis = 'source'
    and not exists (select from pg_temp.import_tag i where i.kind = 'goal'
      and (i.partnership_id, i.value, i.source_id, i.source_key)
        = (t.partnership_id, t.goal::text, t.source_id, t.source_key));
  get diagnostics hits = row_count; removed := removed + hits;
  drop table pg_temp.import_tag;

  -- Upserts, parents first. `ignored`: a column whose change alone is no change of the row.
  for step in
    select * from (values
      (1, 'source', array['id'], null),
      (2, 'land', array['code'], null),
      (3, 'kreis', array['ags'], null),
      (4, 'country', array['iso2'], null),
      (5, 'goal', array['goal'], null),
      (6, 'target', array['id'], null),
      (7, 'topic', array['id'], null),
      (8, 'topic_spelling', array['spelling'], null),
      (9, 'programme_rule', array['id'], null),
      (10, 'authority', array['id'], null),
      (11, 'partner', array['id'], null),
      (12, 'partnership', array['id'], null),
      (13, 'partnership_member', array['partnership_id', 'member_id'], null),
      (14, 'source_record', array['source_id', 'source_key'], 'row_number'),
      (15, 'partnership_programme', array['partnership_id', 'rule_id', 'source_id', 'source_key'], null),
      (16, 'partnership_topic', array['partnership_id', 'topic_id', 'source_id', 'source_key'], null),
      (17, 'sdg_tag', array['partnership_id', 'goal', 'basis', 'source_id', 'source_key'], null),
      (18, 'authority_alias', array['authority_id', 'name'], null),
      (19, 'partner_alias', array['partner_id', 'name'], null),
      (20, 'authority_change', array['predecessor_ags', 'successor_ags', 'valid_on'], null),
      (21, 'network', array['id'], null),
      (22, 'funding_instrument', array['id'], null),
      (23, 'membership', array['id'], null),
      (24, 'actor', array['id'], null),
      (25, 'good_example', array['id'], null),
      (26, 'good_example_topic', array['good_example_id', 'topic_id'], null),
      (27, 'partner_request', array['id'], null),
      (28, 'partner_request_topic', array['partner_request_id', 'topic_id'], null),
      (29, 'un_review', array['id'], null),
      (30, 'match_candidate', array['source_id', 'source_key', 'side', 'rank'], null)
    ) as s (position, name, keys, ignored) order by position
  loop
    row_list := coalesce(batch -> step.name, '[]');
    continue when pg_catalog.jsonb_array_length(row_list) = 0;

    -- The columns the batch carries, in the table's order; an unknown one is a mistake of the caller.
    select pg_catalog.array_agg(a.attname::text order by a.attnum) into given
    from pg_catalog.pg_attribute a
    where a.attrelid = ('public.' || pg_catalog.quote_ident(step.name))::regclass
      and a.attnum > 0 and not a.attisdropped and (row_list -> 0) ? a.attname::text;
    if pg_catalog.cardinality(given) <> (select count(*) from pg_catalog.jsonb_object_keys(row_list -> 0)) then
      raise exception 'import_batch: table % got a column it does not have', step.name
        using errcode = 'undefined_column';
    end if;

    select pg_catalog.string_agg(pg_catalog.format('old.%1$I = i.%1$I', k), ' and ') into key_match
    from pg_catalog.unnest(step.keys) k;
    select pg_catalog.string_agg(pg_catalog.format('old.%1$I is distinct from i.%1$I', c), ' or ') into changed
    from pg_catalog.unnest(given) c where c <> all (step.keys) and c is distinct from step.ignored;
    select pg_catalog.string_agg(pg_catalog.quote_ident(c), ', ') into columns
    from pg_catalog.unnest(given) c;
    select pg_catalog.string_agg(pg_catalog.format('%1$I = excluded.%1$I', c), ', ') into assignments
    from pg_catalog.unnest(given) c where c <> all (step.keys);

    execute pg_catalog.format(
      'with fresh as materialized (
         select i.* from pg_catalog.jsonb_populate_recordset(null::public.%1$I, $1) i
         left join public.%1$I old on %2$s
         where old.%3$I is null or %4$s
       ), written as (
         insert into public.%1$I (%5$s) select %5$s from fresh
         on conflict (%6$s) do %7$s
         returning (xmax = 0) as is_new
       )
       select count(*) filter (where is_new), count(*) filter (where not is_new) from written',
      step.name, key_match, step.keys[1], coalesce(changed, 'false'), columns,
      (select pg_catalog.string_agg(pg_catalog.quote_ident(k), ', ') from pg_catalog.unnest(step.keys) k),
      coalesce('update set ' || assignments, 'nothing')
    ) into added, altered using row_list;

    tables := tables || pg_catalog.jsonb_build_object(step.name, pg_catalog.jsonb_build_object(
      'new', added, 'updated', altered,
      'unchanged', pg_catalog.jsonb_array_length(row_list) - added - altered));
  end loop;

  -- Statements that no row of their source makes any more. What a person hung a project on stays.
  for step in
    select * from (values
      ('membership', ''), ('good_example', ''), ('partner_request', ''), ('un_review', ''),
      ('actor', 'and not exists (select from public.project_actor p where p.actor_id = gone.id)'),
      ('funding_instrument',
        'and not exists (select from public.project p where p.funding_instrument_id = gone.id)')
    ) as s (name, unless)
  loop
    execute pg_catalog.format(
      'delete from public.%1$I gone where gone.source_id = any ($1)
         and not exists (select from pg_catalog.jsonb_array_elements(coalesce($2, ''[]'')) i where i ->> ''id'' = gone.id)
         and exists (select from public.source_record r
           where r.entity_kind = %1$L and r.entity_id = gone.id and r.source_id = gone.source_id) %2$s',
      step.name, step.unless) using layers, batch -> step.name;
    get diagnostics hits = row_count; removed := removed + hits;
  end loop;
  delete from public.good_example_topic t using public.good_example g
    where g.id = t.good_example_id and g.source_id = any (layers) and not exists (
      select from pg_catalog.jsonb_array_elements(coalesce(batch -> 'good_example_topic', '[]')) i
      where i ->> 'good_example_id' = t.good_example_id and i ->> 'topic_id' = t.topic_id);
  get diagnostics hits = row_count; removed := removed + hits;
  delete from public.partner_request_topic t using public.partner_request p
    where p.id = t.partner_request_id and p.source_id = any (layers) and not exists (
      select from pg_catalog.jsonb_array_elements(coalesce(batch -> 'partner_request_topic', '[]')) i
      where i ->> 'partner_request_id' = t.partner_request_id and i ->> 'topic_id' = t.topic_id);
  get diagnostics hits = row_count; removed := removed + hits;

  -- Records that their file no longer holds; a tag an editor made on one keeps it.
  delete from public.source_record gone where gone.source_id = any (layers)
    and not exists (
      select from pg_catalog.jsonb_array_elements(batch -> 'source_record') r
      where r ->> 'source_id' = gone.source_id and r ->> 'source_key' = gone.source_key)
    and not exists (select from public.sdg_tag t
      where t.source_id = gone.source_id and t.source_key = gone.source_key);

  return pg_catalog.jsonb_build_object(
    'tables', tables,
    'sources', sources,
    'removed', removed,
    'orphaned', (select count(*) from public.partnership p where not exists (
      select from public.source_record r where r.partnership_id = p.id))
  );
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
      select id, name_de, name_en, goals_main, goals_significant, targets, rationale from public.topic) r),
    'programme_rules', (select coalesce(json_agg(r order by r.id), '[]') from (
      select id, name_de, name_en, programme, goals_main, goals_significant, rationale, source_url,
        valid_from, valid_to from public.programme_rule) r),
    'authorities', (select coalesce(json_agg(r), '[]') from (
      select id, kind, ags, name, land_code, kreis_ags, population, postcode, lon, lat, merged_into
      from public.authority) r),
    'partners', (select coalesce(json_agg(r), '[]') from (
      select id, name_de, name_en, country_iso2, lon, lat, merged_into from public.partner) r),
    'partnerships', (select coalesce(json_agg(r), '[]') from (
      select id, form, status, since_year, initiated, operator
      from public.partnership where merged_into is null) r),
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
