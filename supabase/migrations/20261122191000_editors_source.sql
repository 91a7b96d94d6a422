-- The editors' source has no page of its own: each of its records names the page it rests on. The
-- address of this site is known to the server and not to the database, so the source names none.

alter table public.source drop constraint source_url_check;
alter table public.source alter column url type text;
alter table public.source alter column url set default '';
alter table public.source add constraint source_url_check
  check (url = '' or (length(url) <= 2000 and url ~ '^https?://[^\s/@]+(/\S*|\?\S*|#\S*)?$'));

update public.source set url = '' where id = 'redaktion';

create or replace function private.editorial_record(c public.change_proposal) returns void
language plpgsql set search_path = ''
as $$
begin
  insert into public.source (id, title, url, licence, attribution_de, attribution_en, retrieved_at)
  values ('redaktion', 'Redaktion / Editors', '', 'facts',
    'Redaktion; jede Angabe nennt ihre Fundstelle', 'Editors; every statement names its page', current_date)
  on conflict do nothing;
  insert into public.source_record
    (source_id, source_key, row_number, raw, url, outcome, partnership_id, entity_kind, entity_id, confidence)
  values ('redaktion', c.id::text, 1, c.patch, c.source_url, 'imported',
    case c.entity_kind when 'partnership' then c.entity_id end,
    case c.entity_kind when 'coverage' then 'coverage' end,
    case c.entity_kind when 'coverage' then c.entity_id end, 'stated');
end $$;
