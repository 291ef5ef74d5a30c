-- The indexes of custom fields are built in the background. Those there are lack the order of the
-- list, so every field waits for its index at first.
alter table custom_field
  add column index_state text not null default 'WAITING'
    check (index_state in ('WAITING', 'BUILDING', 'READY', 'FAILED'));
