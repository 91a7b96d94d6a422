-- The import: one call, one transaction. Everything a batch holds is written, or nothing.
--
-- import_batch(batch) takes {table: [row, ...]} and writes the tables in the order of their references.
-- Rows that are already as they should be are not touched (no new row version), so that importing the
-- same files twice changes nothing. Columns that a batch does not carry keep what editors wrote.
-- Records of a source that the file no longer holds are removed with their tags; the bodies, partners
-- and partnerships they attested stay (ids are never reused).
--
-- Returns {"tables": {table: {"new", "updated", "unchanged"}},
--          "sources": {source: {"new", "updated", "unchanged", "merged", "quarantined", "gone"}},
--          "removed": tags removed, "orphaned": partnerships without any record}

create function public.import_batch(batch jsonb) returns jsonb
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
        (i.raw, i.url, i.outcome, i.reason, i.detail, i.partnership_id, i.since_year, i.confidence, i.note)
          is distinct from
        (old.raw, old.url, old.outcome, old.reason, old.detail, old.partnership_id, old.since_year,
          old.confidence, old.note) as differs
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
      (17, 'sdg_tag', array['partnership_id', 'goal', 'basis', 'source_id', 'source_key'], null)
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
         on conflict (%6$s) do update set %7$s
         returning (xmax = 0) as is_new
       )
       select count(*) filter (where is_new), count(*) filter (where not is_new) from written',
      step.name, key_match, step.keys[1], coalesce(changed, 'false'), columns,
      (select pg_catalog.string_agg(pg_catalog.quote_ident(k), ', ') from pg_catalog.unnest(step.keys) k),
      assignments
    ) into added, altered using row_list;

    tables := tables || pg_catalog.jsonb_build_object(step.name, pg_catalog.jsonb_build_object(
      'new', added, 'updated', altered,
      'unchanged', pg_catalog.jsonb_array_length(row_list) - added - altered));
  end loop;

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

revoke all on function public.import_batch(jsonb) from public, anon, authenticated;
grant execute on function public.import_batch(jsonb) to service_role;
