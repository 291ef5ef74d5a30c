-- A bulk act that was interrupted goes on after the start, as its starter, where it was.
alter table bulk_act
  add column starter jsonb,
  add column place bigint;
comment on column bulk_act.place is 'the last party that was taken; null: none yet';
