-- Editions: snapshots of some layers only, published beside the whole (manifest.edition names them).
-- "Content equal to the last one's makes no new version" holds among snapshots of the same kind.

create or replace function public.publish_snapshot(p_format smallint, p_hash text, p_manifest jsonb, p_parts jsonb)
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
  select s.* into v_last from public.snapshot s
    where coalesce(s.manifest -> 'edition' ->> 'id', '') = coalesce(p_manifest -> 'edition' ->> 'id', '')
    order by s.version desc limit 1;
  if v_last.hash = p_hash then
    return query select v_last.version, false;
    return;
  end if;
  if not (p_parts ?& array['core', 'detail', 'search']) then
    raise exception 'A snapshot needs the parts core, detail and search.' using errcode = '22023';
  end if;
  v_version := (select coalesce(max(n.version), 0) from public.snapshot_number n) + 1;
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
