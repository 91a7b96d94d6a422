-- Changes by people: proposed by an editor, accepted or rejected by somebody else, applied whole.
--
-- Errors carry the HTTP status they mean (PostgREST: SQLSTATE PTxyz): PT403 not yours to do, PT404 not
-- there, PT409 changed or decided meanwhile, PT422 not a valid change.

create table public.change_proposal (
  id uuid primary key default gen_random_uuid(),
  entity_kind text not null check (entity_kind in ('partnership', 'coverage')),
  entity_id text not null,             -- of a coverage: the authority
  authority_id text not null references public.authority, -- for which the proposer speaks
  expected_version integer not null check (expected_version >= 0), -- 0: there is none yet
  patch jsonb not null check (jsonb_typeof(patch) = 'object' and patch <> '{}'
    and length(patch::text) <= 10000),
  reason public.clean_text not null check (btrim(reason) <> ''),
  source_url public.web_address not null, -- where it can be read
  proposed_by uuid not null default auth.uid(),
  proposed_at timestamptz not null default now(),
  state text not null default 'proposed' check (state in ('proposed', 'accepted', 'rejected', 'withdrawn')),
  reviewed_by uuid,
  reviewed_at timestamptz,
  review_note public.clean_text not null default '',
  check (entity_kind <> 'coverage' or entity_id = authority_id),
  check ((state in ('accepted', 'rejected')) = (reviewed_by is not null)),
  check ((state = 'proposed') = (reviewed_at is null)),
  -- Four eyes, whatever way a row is written.
  check (reviewed_by <> proposed_by)
);
create index change_proposal_authority on public.change_proposal (authority_id);
create index change_proposal_entity on public.change_proposal (entity_kind, entity_id);
create index change_proposal_proposer on public.change_proposal (proposed_by);
create index change_proposal_open on public.change_proposal (proposed_at) where state = 'proposed';

alter table public.change_proposal enable row level security;
revoke all on public.change_proposal from anon, authenticated, service_role;
grant select on public.change_proposal to authenticated, service_role;
grant insert (entity_kind, entity_id, authority_id, expected_version, patch, reason, source_url)
  on public.change_proposal to authenticated;
create policy staff_read on public.change_proposal for select to authenticated
  using ((select private.is_reviewer()) or proposed_by = (select auth.uid())
    or authority_id in (select private.my_authorities()));
create policy editor_propose on public.change_proposal for insert to authenticated
  with check (proposed_by = (select auth.uid()) and state = 'proposed' and private.edits(authority_id));

-- What a patch may say ------------------------------------------------------------------------------

-- One value of a patch; a plain answer, so that the caller can say what is wrong with which.
create function private.patch_fits(key text, value jsonb, kind text) returns boolean
language plpgsql stable set search_path = ''
as $$
declare word text := value #>> '{}';
begin
  case kind || '.' || key
    when 'partnership.form' then
      return word in ('unbekannt', 'partnerschaft', 'freundschaft', 'kontakt', 'projektpartnerschaft');
    when 'partnership.status' then
      return word in ('unbekannt', 'in_anbahnung', 'aktiv', 'ruhend', 'beendet');
    when 'partnership.since_year', 'partnership.until_year' then
      return pg_catalog.jsonb_typeof(value) = 'null' or (pg_catalog.jsonb_typeof(value) = 'number'
        and word ~ '^[0-9]{4}$' and word::integer between 1100 and 2100);
    when 'partnership.last_confirmed_at', 'coverage.stated_at' then
      return pg_catalog.jsonb_typeof(value) = 'string' and word ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
        and pg_catalog.pg_input_is_valid(word, 'date') and word::date <= current_date;
    when 'partnership.add_goals' then
      return pg_catalog.jsonb_typeof(value) = 'array' and not exists (
        select from pg_catalog.jsonb_array_elements(
          case pg_catalog.jsonb_typeof(value) when 'array' then value else '[]' end) g
        where pg_catalog.jsonb_typeof(g) <> 'object'
          or not exists (select from public.goal t where pg_catalog.to_jsonb(t.goal) = g -> 'goal')
          or coalesce(g ->> 'relevance', 'main') not in ('main', 'significant')
          or (g ->> 'target' is not null and not exists (select from public.target t
            where t.id = g ->> 'target' and pg_catalog.to_jsonb(t.goal) = g -> 'goal'))
          or exists (select from pg_catalog.jsonb_object_keys(
            case pg_catalog.jsonb_typeof(g) when 'object' then g else '{}' end) k
            where k not in ('goal', 'target', 'relevance')));
    when 'partnership.remove_goals' then
      return pg_catalog.jsonb_typeof(value) = 'array' and not exists (
        select from pg_catalog.jsonb_array_elements(
          case pg_catalog.jsonb_typeof(value) when 'array' then value else '[]' end) g
        where not exists (select from public.goal t where pg_catalog.to_jsonb(t.goal) = g));
    when 'partnership.add_topics', 'partnership.remove_topics' then
      return pg_catalog.jsonb_typeof(value) = 'array' and not exists (
        select from pg_catalog.jsonb_array_elements(
          case pg_catalog.jsonb_typeof(value) when 'array' then value else '[]' end) t
        where not exists (select from public.topic known where pg_catalog.to_jsonb(known.id) = t));
    when 'coverage.state' then
      return word in ('confirmed_none', 'confirmed_active');
    when 'coverage.stated_by' then
      return pg_catalog.jsonb_typeof(value) = 'string'
        and pg_catalog.pg_input_is_valid(word, 'public.clean_name');
    when 'coverage.note' then
      return pg_catalog.jsonb_typeof(value) = 'string'
        and pg_catalog.pg_input_is_valid(word, 'public.clean_text');
    else
      return false;
  end case;
end $$;

-- The version a change would have to meet: of the tie, or of the coverage (0: none yet).
-- Locks the row, so that two decisions at the same moment come one after the other.
create function private.current_version(kind text, entity text, authority text) returns integer
language plpgsql set search_path = ''
as $$
declare found_version integer;
begin
  if kind = 'coverage' then
    perform from public.authority a where a.id = entity and a.merged_into is null for share;
    if not found then
      raise sqlstate 'PT404' using message = 'There is no such authority, or it was merged.';
    end if;
    select c.version into found_version from public.coverage c where c.authority_id = entity for update;
    return coalesce(found_version, 0);
  end if;
  select p.version into found_version from public.partnership p
  where p.id = entity and p.merged_into is null
    and exists (select from public.partnership_member m
      where m.partnership_id = p.id and m.authority_id = authority)
  for update;
  if not found then
    raise sqlstate 'PT404' using message = 'This authority has no such partnership, or it was merged.';
  end if;
  return found_version;
end $$;

create function private.demand_version(expected integer, found_version integer) returns void
language plpgsql set search_path = ''
as $$
begin
  if expected <> found_version then
    raise sqlstate 'PT409' using message = 'It was changed meanwhile.',
      detail = pg_catalog.jsonb_build_object('expected', expected, 'current', found_version)::text,
      hint = 'Read it again and propose anew.';
  end if;
end $$;

-- Asked of every proposal, also one that is written to the table directly.
create function private.check_proposal() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare wrong text;
begin
  select pg_catalog.string_agg(p.key, ', ') into wrong from pg_catalog.jsonb_each(
    case pg_catalog.jsonb_typeof(new.patch) when 'object' then new.patch else '{}' end) p
  where private.patch_fits(p.key, p.value, new.entity_kind) is not true;
  if wrong is not null then
    raise sqlstate 'PT422' using message = 'Not a valid change: ' || wrong, detail = wrong;
  end if;
  if new.entity_kind = 'coverage' and not (new.patch ?& array['state', 'stated_at', 'stated_by']) then
    raise sqlstate 'PT422' using message = 'A coverage says its state, when, and which office said so.';
  end if;
  perform private.demand_version(new.expected_version,
    private.current_version(new.entity_kind, new.entity_id, new.authority_id));
  return new;
end $$;
create trigger check_proposal before insert on public.change_proposal
  for each row execute function private.check_proposal();

-- What was proposed stays as it was; a decision is made once.
create function private.guard_proposal() returns trigger
language plpgsql set search_path = ''
as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'Proposals are kept.' using errcode = 'insufficient_privilege';
  end if;
  if old.state <> 'proposed' then
    raise sqlstate 'PT409' using message = 'This proposal was already decided.', detail = old.state;
  end if;
  if (new.id, new.entity_kind, new.entity_id, new.authority_id, new.expected_version, new.patch,
      new.reason, new.source_url, new.proposed_by, new.proposed_at)
    is distinct from (old.id, old.entity_kind, old.entity_id, old.authority_id, old.expected_version,
      old.patch, old.reason, old.source_url, old.proposed_by, old.proposed_at) then
    raise exception 'A proposal does not change.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger guard_proposal before update or delete on public.change_proposal
  for each row execute function private.guard_proposal();

-- Applying ------------------------------------------------------------------------------------------

-- People's statements hang on a source of their own, one record per accepted change.
create function private.editorial_record(c public.change_proposal) returns void
language plpgsql set search_path = ''
as $$
begin
  insert into public.source (id, title, url, licence, attribution_de, attribution_en, retrieved_at)
  values ('redaktion', 'Redaktion / Editors', 'https://partnerschaftsatlas.example/redaktion', 'facts',
    'Redaktion; jede Angabe nennt ihre Fundstelle', 'Editors; every statement names its page', current_date)
  on conflict do nothing;
  insert into public.source_record
    (source_id, source_key, row_number, raw, url, outcome, partnership_id, entity_kind, entity_id, confidence)
  values ('redaktion', c.id::text, 1, c.patch, c.source_url, 'imported',
    case c.entity_kind when 'partnership' then c.entity_id end,
    case c.entity_kind when 'coverage' then 'coverage' end,
    case c.entity_kind when 'coverage' then c.entity_id end, 'stated');
end $$;

create function private.apply_to_partnership(c public.change_proposal) returns void
language plpgsql set search_path = ''
as $$
begin
  -- The version is counted even when only goals or topics change: they are part of the tie.
  update public.partnership p set
    form = coalesce(c.patch ->> 'form', p.form),
    status = coalesce(c.patch ->> 'status', p.status),
    since_year = case when c.patch ? 'since_year' then (c.patch ->> 'since_year')::smallint else p.since_year end,
    until_year = case when c.patch ? 'until_year' then (c.patch ->> 'until_year')::smallint else p.until_year end,
    last_confirmed_at = coalesce((c.patch ->> 'last_confirmed_at')::date, p.last_confirmed_at),
    version = p.version + 1
  where p.id = c.entity_id;
  -- What a source names stays: only what people assigned can be taken back by people.
  delete from public.sdg_tag t where t.partnership_id = c.entity_id and t.basis = 'editor'
    and t.goal in (select g::smallint from pg_catalog.jsonb_array_elements_text(c.patch -> 'remove_goals') g);
  delete from public.partnership_topic t where t.partnership_id = c.entity_id and t.source_id = 'redaktion'
    and t.topic_id in (select i from pg_catalog.jsonb_array_elements_text(c.patch -> 'remove_topics') i);
  insert into public.sdg_tag (partnership_id, goal, target_id, relevance, basis, source_id, source_key)
  select c.entity_id, (g ->> 'goal')::smallint, g ->> 'target', coalesce(g ->> 'relevance', 'main'),
    'editor', 'redaktion', c.id::text
  from pg_catalog.jsonb_array_elements(c.patch -> 'add_goals') g;
  insert into public.partnership_topic (partnership_id, topic_id, source_id, source_key, spelling)
  select distinct c.entity_id, t.id, 'redaktion', c.id::text, t.name_de
  from pg_catalog.jsonb_array_elements_text(c.patch -> 'add_topics') i join public.topic t on t.id = i;
end $$;

create function private.apply_to_coverage(c public.change_proposal) returns void
language plpgsql set search_path = ''
as $$
begin
  if c.patch ->> 'state' = 'confirmed_none' and exists (
    select from public.partnership_member m join public.partnership p on p.id = m.partnership_id
    where m.authority_id = c.entity_id and p.merged_into is null and p.status <> 'beendet') then
    raise sqlstate 'PT409' using message = 'This authority has recorded partnerships.',
      hint = 'End or correct them first.';
  end if;
  insert into public.coverage (authority_id, state, stated_at, stated_by, note, source_id, source_url)
  values (c.entity_id, c.patch ->> 'state', (c.patch ->> 'stated_at')::date, c.patch ->> 'stated_by',
    coalesce(c.patch ->> 'note', ''), 'redaktion', c.source_url)
  on conflict (authority_id) do update set state = excluded.state, stated_at = excluded.stated_at,
    stated_by = excluded.stated_by, note = excluded.note, source_id = excluded.source_id,
    source_url = excluded.source_url;
end $$;

create function private.review_change(p_id uuid, p_decision text, p_note text) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  c public.change_proposal;
  me uuid := auth.uid();
begin
  if me is null or not private.is_reviewer() then
    raise sqlstate 'PT403' using message = 'Only reviewers decide.';
  end if;
  if p_decision is null or p_decision not in ('accepted', 'rejected') then
    raise sqlstate 'PT422' using message = 'The decision is accepted or rejected.';
  end if;
  if p_decision = 'rejected' and coalesce(pg_catalog.btrim(p_note), '') = '' then
    raise sqlstate 'PT422' using message = 'A rejection says why.';
  end if;
  select * into c from public.change_proposal p where p.id = p_id for update;
  if not found then
    raise sqlstate 'PT404' using message = 'There is no such proposal.';
  end if;
  if c.proposed_by = me then
    raise sqlstate 'PT403' using message = 'Somebody else decides on your proposal.';
  end if;
  if c.state <> 'proposed' then
    raise sqlstate 'PT409' using message = 'This proposal was already decided.', detail = c.state;
  end if;
  if p_decision = 'accepted' then
    perform private.demand_version(c.expected_version,
      private.current_version(c.entity_kind, c.entity_id, c.authority_id));
    begin
      perform private.editorial_record(c);
      if c.entity_kind = 'partnership' then perform private.apply_to_partnership(c);
      else perform private.apply_to_coverage(c);
      end if;
    exception
      when unique_violation then
        raise sqlstate 'PT409' using message = 'There is already such a partnership or tag.', detail = sqlerrm;
      when check_violation or foreign_key_violation or not_null_violation then
        raise sqlstate 'PT422' using message = 'The change contradicts what is recorded.', detail = sqlerrm;
    end;
  end if;
  update public.change_proposal p set state = p_decision, reviewed_by = me, reviewed_at = now(),
    review_note = coalesce(p_note, '') where p.id = p_id;
end $$;

create function private.withdraw_change(p_id uuid) returns void
language plpgsql security definer set search_path = ''
as $$
declare c public.change_proposal;
begin
  -- Another's proposal is answered like one that is not there.
  select * into c from public.change_proposal p
  where p.id = p_id and p.proposed_by = auth.uid() for update;
  if not found then
    raise sqlstate 'PT404' using message = 'You have no such proposal.';
  end if;
  update public.change_proposal p set state = 'withdrawn', reviewed_at = now() where p.id = p_id;
end $$;

revoke execute on all functions in schema private from public;
grant execute on function private.review_change(uuid, text, text), private.withdraw_change(uuid)
  to authenticated;

-- What the API calls --------------------------------------------------------------------------------
-- Thin, with the caller's rights; the rules are in the table, its policies and `private`.

create function public.propose_change(p_entity_kind text, p_entity_id text, p_authority_id text,
  p_expected_version integer, p_patch jsonb, p_reason text, p_source_url text) returns uuid
language plpgsql set search_path = ''
as $$
declare made uuid;
begin
  if private.edits(p_authority_id) is not true then
    raise sqlstate 'PT403' using message = 'You do not edit for this authority.';
  end if;
  insert into public.change_proposal
    (entity_kind, entity_id, authority_id, expected_version, patch, reason, source_url)
  values (p_entity_kind, p_entity_id, p_authority_id, p_expected_version, p_patch, p_reason, p_source_url)
  returning id into made;
  return made;
exception
  when check_violation or not_null_violation or foreign_key_violation then
    raise sqlstate 'PT422' using message = 'Not a valid proposal.', detail = sqlerrm;
end $$;

-- What an authority says about itself; decided by somebody else, like every change.
create function public.set_coverage(p_authority_id text, p_expected_version integer, p_state text,
  p_stated_at date, p_stated_by text, p_reason text, p_source_url text) returns uuid
language sql set search_path = ''
as $$
  select public.propose_change('coverage', p_authority_id, p_authority_id, p_expected_version,
    pg_catalog.jsonb_build_object('state', p_state, 'stated_at', p_stated_at, 'stated_by', p_stated_by),
    p_reason, p_source_url)
$$;

create function public.review_change(p_id uuid, p_decision text, p_note text default '') returns void
language sql set search_path = ''
as $$ select private.review_change(p_id, p_decision, p_note) $$;

create function public.withdraw_change(p_id uuid) returns void
language sql set search_path = ''
as $$ select private.withdraw_change(p_id) $$;

do $$
declare f regprocedure;
begin
  foreach f in array array[
    'public.propose_change(text, text, text, integer, jsonb, text, text)'::regprocedure,
    'public.set_coverage(text, integer, text, date, text, text, text)'::regprocedure,
    'public.review_change(uuid, text, text)'::regprocedure,
    'public.withdraw_change(uuid)'::regprocedure]
  loop
    execute format('revoke execute on function %s from public, anon, authenticated, service_role', f);
    execute format('grant execute on function %s to authenticated', f);
  end loop;
end $$;
