-- A register is kept by hand, or by a rule: the filter that its parties pass whenever it is read.
alter table register add column filter jsonb;
