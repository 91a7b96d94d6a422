-- Publishing: read everything that is public in one consistent statement, and store a snapshot.
--
-- Both functions run with the caller's rights and belong to service_role alone. Reading is one
-- statement so that an import that ends meanwhile is seen wholly or not at all, and so that no row
-- limit of the API cuts a table short.

create function public.publishable_records() returns json
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
      select id, name_de, name_en, goals_main, goals_significant from public.topic) r),
    'programme_rules', (select coalesce(json_agg(r order by r.id), '[]') from (
      select id, name_de, name_en, programme, goals_main, goals_significant
      from public.programme_rule) r),
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
      from public.source_record where outcome <> 'quarantined') r),
    'quarantined', (select count(*) from public.source_record where outcome = 'quarantined'),
    'programmes', (select coalesce(json_agg(r), '[]') from (
      select distinct partnership_id, rule_id from public.partnership_programme) r),
    'partnership_topics', (select coalesce(json_agg(r), '[]') from (
      select distinct partnership_id, topic_id from public.partnership_topic) r),
    'tags', (select coalesce(json_agg(r), '[]') from (
      select t.partnership_id, t.goal, t.target_id, t.relevance, t.basis, s.url
      from public.sdg_tag t join public.source_record s using (source_id, source_key)) r)
  )
$$;

-- Stores a snapshot with its parts, or nothing at all. Content equal to the last one's makes no new
-- version. Hashes and sizes are checked here once more: what is stored is what was built.
create function public.publish_snapshot(p_format smallint, p_hash text, p_manifest jsonb, p_parts jsonb)
returns table (version integer, changed boolean)
language plpgsql
set search_path = ''
set statement_timeout = '120s'
as $$
declare
  v_last public.snapshot;
  v_version integer;
  v_now timestamptz := now();
  v_part record;
begin
  -- One publisher at a time; readers are not held up.
  lock table public.snapshot in share row exclusive mode;
  select s.* into v_last from public.snapshot s order by s.version desc limit 1;
  if v_last.hash = p_hash then
    return query select v_last.version, false;
    return;
  end if;
  if not (p_parts ?& array['core', 'detail', 'search']) then
    raise exception 'A snapshot needs the parts core, detail and search.' using errcode = '22023';
  end if;
  v_version := greatest(coalesce(v_last.version, 0),
    (select coalesce(max(n.version), 0) from public.snapshot_number n)) + 1;
  insert into public.snapshot_number (version) values (v_version);
  insert into public.snapshot (version, published_at, format, hash, manifest)
    values (v_version, v_now, p_format, p_hash, p_manifest);
  for v_part in
    select key as name, value ->> 'hash' as hash, (value ->> 'bytes')::integer as bytes,
      value ->> 'body' as body
    from jsonb_each(p_parts)
  loop
    if encode(sha256(decode(v_part.body, 'base64')), 'hex') is distinct from v_part.hash
      or length(decode(v_part.body, 'base64')) is distinct from v_part.bytes then
      raise exception 'The part % is not what its hash says.', v_part.name using errcode = '22023';
    end if;
    insert into public.snapshot_part (version, name, hash, bytes, body)
      values (v_version, v_part.name, v_part.hash, v_part.bytes, v_part.body);
  end loop;
  return query select v_version, true;
end $$;

-- Numbers ever given, also of snapshots that were withdrawn: a number is never used twice, and a
-- link to a withdrawn one can say so.
create table public.snapshot_number (
  version integer primary key check (version > 0)
);
alter table public.snapshot_number enable row level security;
revoke all on public.snapshot_number from anon, authenticated;
grant select, insert on public.snapshot_number to service_role;
grant select on public.snapshot_number to anon, authenticated;
create policy public_read on public.snapshot_number for select to anon, authenticated using (true);
insert into public.snapshot_number select s.version from public.snapshot s;

create index snapshot_part_hash on public.snapshot_part (hash);

-- What is published does not change.
revoke update on public.snapshot, public.snapshot_part from service_role;

revoke execute on function public.publishable_records() from public, anon, authenticated;
revoke execute on function public.publish_snapshot(smallint, text, jsonb, jsonb) from public, anon, authenticated;
grant execute on function public.publishable_records() to service_role;
grant execute on function public.publish_snapshot(smallint, text, jsonb, jsonb) to service_role;
