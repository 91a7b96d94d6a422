-- Of a withdrawn snapshot it stays known what it was, so that those who embedded it can be told:
-- when it was published, and which edition. Of those withdrawn before this, only the number is known.

alter table public.snapshot_number
  add column published_at timestamptz,
  add column edition jsonb;

create or replace function private.remember_withdrawn() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  update public.snapshot_number n
  set withdrawn_at = now(),
    published_at = old.published_at,
    edition = old.manifest -> 'edition',
    part_hashes = array(
      select p.hash from public.snapshot_part p where p.version = old.version order by p.hash)
  where n.version = old.version;
  return old;
end $$;
