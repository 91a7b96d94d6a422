-- What no row may contradict: ties have members, names are clean, concurrent edits are seen.

-- Names and addresses of the first migration get the same rules as the newer ones.
alter table public.authority
  alter column name type public.clean_name,
  alter column name_full type public.clean_name;
alter table public.partner
  alter column name type public.clean_name,
  alter column name_de type public.clean_name,
  -- The bulk lists have an English name with a left-to-right mark (Granada), which does no harm.
  add constraint partner_name_en_clean check (length(name_en) between 1 and 300
    and name_en !~ '[\u0001-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]');
alter table public.land alter column name type public.clean_name;
alter table public.kreis alter column name type public.clean_name;
alter table public.country
  alter column name_de type public.clean_name,
  alter column name_en type public.clean_name,
  add check (iso3 ~ '^[A-Z]{3}$');
alter table public.topic
  alter column name_de type public.clean_name,
  alter column name_en type public.clean_name;
alter table public.source alter column url type public.web_address;
alter table public.source_record
  add constraint source_record_address
    check (url = '' or (length(url) <= 2000 and url ~ '^https?://[^\s/@]+(/\S*|\?\S*|#\S*)?$'));
-- A tie without a German side is none of ours.
alter table public.partnership add check (member_key ~ '(^|\|)a');

create schema if not exists private;
revoke all on schema private from public;

-- A tie and its members ---------------------------------------------------------------------------

-- Deferred: members are written one after the other, and judged when all are there. A tie with one
-- member, a place tied to itself, or a member_key that says something else than the members is
-- refused at the end of the transaction. A tie without any is one that is being written (the API
-- writes one table per call); publishing refuses it.
create function private.check_members() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  tie text;
  stated text;
  held text;
begin
  if tg_table_name = 'partnership' then tie := new.id;
  elsif tg_op = 'DELETE' then tie := old.partnership_id;
  else tie := new.partnership_id;
  end if;
  select member_key into stated from public.partnership where id = tie;
  if not found then return null; end if; -- gone together with its members
  select pg_catalog.string_agg(member_id, '|' order by member_id collate "C") into held
  from public.partnership_member where partnership_id = tie;
  if held <> stated then
    raise exception 'Partnership %: its key says %, its members are %.', tie, stated, held
      using errcode = 'check_violation', constraint = 'partnership_members';
  end if;
  return null;
end $$;
revoke execute on function private.check_members() from public;

create constraint trigger check_members after insert or update of member_key on public.partnership
  deferrable initially deferred for each row execute function private.check_members();
create constraint trigger check_members after insert or update or delete on public.partnership_member
  deferrable initially deferred for each row execute function private.check_members();

-- When bodies or places are merged, the key of a tie changes; members that it no longer names go.
create function private.drop_former_members() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  delete from public.partnership_member
  where partnership_id = new.id
    and member_id <> all (pg_catalog.string_to_array(new.member_key, '|'));
  return null;
end $$;
revoke execute on function private.drop_former_members() from public;

create trigger drop_former_members after update of member_key on public.partnership
  for each row when (old.member_key <> new.member_key) execute function private.drop_former_members();

-- Versions: two people edit the same thing ----------------------------------------------------------

alter table public.partnership add column version integer not null default 1 check (version > 0);
alter table public.coverage add column version integer not null default 1 check (version > 0);

-- Counted here alone: whoever writes another number gets the next one all the same.
create function private.count_version() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if new is distinct from old then new.version := old.version + 1; end if;
  return new;
end $$;
revoke execute on function private.count_version() from public;

create trigger count_version before update on public.partnership
  for each row execute function private.count_version();
create trigger count_version before update on public.coverage
  for each row execute function private.count_version();
