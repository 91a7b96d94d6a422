-- Two promises about writing, kept by the database itself.
--
-- 1. A database that is set read-only (default_transaction_read_only, as the platform does when its
--    disk runs full) takes no writes. PostgREST begins its transactions READ WRITE, which overrides
--    that setting; a trigger per table refuses instead, with words.
-- 2. A withdrawn snapshot stays known: its number, when, and the hashes of its parts, so that a link
--    to it can say "withdrawn" (410) and not "unknown" (404).

create schema if not exists private;
revoke all on schema private from public;

create function private.refuse_while_read_only() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if current_setting('default_transaction_read_only')::boolean then
    raise exception 'The database is set read-only at the moment; nothing was written.'
      using errcode = 'read_only_sql_transaction',
        hint = 'Find out why (often a full disk), then turn default_transaction_read_only off.';
  end if;
  return null;
end $$;
revoke execute on function private.refuse_while_read_only() from public;

do $$
declare t text;
begin
  for t in select tablename from pg_catalog.pg_tables where schemaname = 'public' loop
    execute format(
      'create trigger aa_refuse_while_read_only before insert or update or delete on public.%I
       for each statement execute function private.refuse_while_read_only()', t);
  end loop;
end $$;

alter table public.snapshot_number
  add column withdrawn_at timestamptz,
  add column part_hashes text[] not null default '{}';

update public.snapshot_number n set withdrawn_at = now()
where not exists (select from public.snapshot s where s.version = n.version);

-- With the owner's rights: service_role may delete a snapshot, but not rewrite what was given.
create function private.remember_withdrawn() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  update public.snapshot_number n
  set withdrawn_at = now(),
    part_hashes = array(
      select p.hash from public.snapshot_part p where p.version = old.version order by p.hash)
  where n.version = old.version;
  return old;
end $$;
revoke execute on function private.remember_withdrawn() from public;

create trigger remember_withdrawn before delete on public.snapshot
  for each row execute function private.remember_withdrawn();
