-- Candidates of the matching are written with the records they belong to, in the same transaction.
--
-- import_batch upserts them like any other table. What is new here: candidates that the matcher no
-- longer names go (a row that became plain has none), and count as removed. Those of a record that
-- its file no longer holds go with the record and are not counted again.
--
-- Merged ids (batch key `merged`, from merges.tsv) stay as rows that lead to the row they were merged
-- into: those a database holds already get merged_into, those of a wiped one are made as such.

alter function public.import_batch(jsonb) rename to import_rows;

create function public.import_batch(batch jsonb) returns jsonb
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
      'new', added, 'updated', altered,
      'unchanged', pg_catalog.jsonb_array_length(merged) - added - altered)));
end $$;

revoke all on function public.import_batch(jsonb) from public, anon, authenticated;
grant execute on function public.import_batch(jsonb) to service_role;
