-- A batch is compared with whole tables, which nested loops are never the way for. They were chosen
-- where the statistics are of a time when the tables were empty (vacuumed, then filled): a repeated
-- import took 16 s in place of 1.4 s, until the tables were analysed again.

alter function public.import_batch(jsonb) set enable_nestloop = off;
