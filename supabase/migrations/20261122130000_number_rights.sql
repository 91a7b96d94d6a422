-- The platform grants all on new tables to service_role: numbers once given stay given for it too.
revoke update, delete, truncate, references, trigger on public.snapshot_number from service_role;
