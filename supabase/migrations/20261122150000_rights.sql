-- Who is who: editors of given authorities, reviewers, admins; and what each may read.
--
-- A role is a row here, never a claim of the token: taking the row away takes the right away at once,
-- and nothing a user can write about themselves (user_metadata) counts. No foreign key to auth.users:
-- that schema is the platform's, and the embedded stack has no such table. A role whose user is gone
-- gives nothing, for nobody can sign in as them.

grant usage on schema private to authenticated, service_role;

create table public.app_user_role (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null,
  role text not null check (role in ('editor', 'reviewer', 'admin')),
  authority_id text references public.authority,
  granted_by uuid default auth.uid(), -- null: by the operator
  granted_at timestamptz not null default now(),
  unique nulls not distinct (user_id, role, authority_id),
  -- Editors edit for given authorities; the other roles are for the whole house.
  check ((role = 'editor') = (authority_id is not null))
);
create index app_user_role_authority on public.app_user_role (authority_id);

-- Helpers -----------------------------------------------------------------------------------------
-- With the owner's rights, because policies ask them about tables the caller may not read; in a schema
-- the API does not expose.

create function private.is_reviewer() returns boolean
language sql stable security definer set search_path = ''
as $$
  select exists (select from public.app_user_role r
    where r.user_id = (select auth.uid()) and r.role in ('reviewer', 'admin'))
$$;

create function private.is_admin() returns boolean
language sql stable security definer set search_path = ''
as $$
  select exists (select from public.app_user_role r
    where r.user_id = (select auth.uid()) and r.role = 'admin')
$$;

-- The authorities the caller edits for, with those that were merged into them.
create function private.my_authorities() returns setof text
language sql stable security definer set search_path = ''
as $$
  with recursive mine (id) as (
    select r.authority_id from public.app_user_role r
    where r.user_id = (select auth.uid()) and r.role = 'editor'
    union
    select a.id from public.authority a join mine on a.merged_into = mine.id
  )
  select id from mine
$$;

create function private.edits(authority_id text) returns boolean
language sql stable security definer set search_path = ''
as $$
  select authority_id in (select private.my_authorities()) or private.is_admin()
$$;

create function private.my_partnerships() returns setof text
language sql stable security definer set search_path = ''
as $$
  select m.partnership_id from public.partnership_member m
  where m.authority_id in (select private.my_authorities())
$$;

create function private.my_partners() returns setof text
language sql stable security definer set search_path = ''
as $$
  select m.partner_id from public.partnership_member m
  where m.partner_id is not null and m.partnership_id in (select private.my_partnerships())
$$;

-- The word for the audit: the highest role of the caller, or the account the database knows.
create function private.role_name() returns text
language sql stable security definer set search_path = ''
as $$
  select coalesce(
    (select r.role from public.app_user_role r where r.user_id = (select auth.uid())
     order by pg_catalog.array_position(array['admin', 'reviewer', 'editor'], r.role) limit 1),
    (select auth.role()), session_user::text)
$$;

revoke execute on all functions in schema private from public;
grant execute on function private.is_reviewer(), private.is_admin(), private.my_authorities(),
  private.edits(text), private.my_partnerships(), private.my_partners(), private.role_name()
  to authenticated;

-- Reading -----------------------------------------------------------------------------------------
-- Each condition is asked once per statement, `(select …)`, not once per row.

do $$
declare
  entry record;
  reviewer constant text := '(select private.is_reviewer())';
begin
  for entry in select * from (values
    ('authority', 'id in (select private.my_authorities())'),
    ('authority_alias', 'authority_id in (select private.my_authorities())'),
    ('membership', 'authority_id in (select private.my_authorities())'),
    ('coverage', 'authority_id in (select private.my_authorities())'),
    ('good_example', 'authority_id in (select private.my_authorities())'),
    -- The inner table is read with the caller's rights: who sees the one sees the other.
    ('good_example_topic', 'good_example_id in (select g.id from public.good_example g)'),
    ('partner', 'id in (select private.my_partners())'),
    ('partner_alias', 'partner_id in (select private.my_partners())'),
    ('partnership', 'id in (select private.my_partnerships())'),
    ('partnership_member', 'partnership_id in (select private.my_partnerships())'),
    ('partnership_programme', 'partnership_id in (select private.my_partnerships())'),
    ('partnership_topic', 'partnership_id in (select private.my_partnerships())'),
    ('sdg_tag', 'partnership_id in (select private.my_partnerships())'),
    ('source_record', 'partnership_id in (select private.my_partnerships())'),
    ('actor', 'authority_id in (select private.my_authorities())
       or partnership_id in (select private.my_partnerships())'),
    ('project', 'partnership_id in (select private.my_partnerships())'),
    ('project_actor', 'project_id in (select p.id from public.project p)'),
    ('assertion_source', '(entity_kind = ''partnership'' and entity_id in (select private.my_partnerships()))
       or (entity_kind in (''authority'', ''coverage'') and entity_id in (select private.my_authorities()))'),
    -- Nobody's own: for those who decide.
    ('partner_request', 'false'),
    ('partner_request_topic', 'false'),
    ('match_candidate', 'false')
  ) as t (name, own)
  loop
    execute format('grant select on public.%I to authenticated', entry.name);
    execute format('create policy staff_read on public.%I for select to authenticated using (%s)',
      entry.name, case entry.own when 'false' then reviewer
        else reviewer || ' or ' || entry.own end);
  end loop;
end $$;
grant select on public.partner_request_state to authenticated;

-- Roles: everybody sees their own, admins all. An admin grants and takes, but not for themselves:
-- so nobody lifts or locks out themselves. The first admin is made by the operator.
alter table public.app_user_role enable row level security;
revoke all on public.app_user_role from anon, authenticated, service_role;
grant select, insert, update, delete on public.app_user_role to service_role;
grant select, delete on public.app_user_role to authenticated;
grant insert (user_id, role, authority_id) on public.app_user_role to authenticated;
create policy own_or_admin_read on public.app_user_role for select to authenticated
  using (user_id = (select auth.uid()) or (select private.is_admin()));
create policy admin_grant on public.app_user_role for insert to authenticated
  with check ((select private.is_admin()) and user_id <> (select auth.uid())
    and granted_by = (select auth.uid()));
create policy admin_take on public.app_user_role for delete to authenticated
  using ((select private.is_admin()) and user_id <> (select auth.uid()));
