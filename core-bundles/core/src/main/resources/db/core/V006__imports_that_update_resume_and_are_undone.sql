-- What an import does with its rows, what it needs to go on after a stop, and how it is taken back.
alter table import
  add column options       jsonb not null default '{}',
  add column starter       jsonb,
  add column resumed_at    timestamptz,
  add column undo_state    text,
  add column undo_user     jsonb,
  add column undo_by       text,
  add column undo_at       timestamptz,
  add column undo_ended_at timestamptz,
  add column undo_rows     bigint not null default 0,
  add column undo_done     bigint not null default 0,
  add column undo_removed  bigint not null default 0,
  add column undo_restored bigint not null default 0,
  add column undo_kept     bigint not null default 0;

alter table import_row
  add column changes jsonb,
  add column trace   text,
  add column undo    text,
  add column kept    jsonb;
create index import_row_kept on import_row (import_id, row) where undo in ('PARTLY', 'KEPT');

-- The uploaded file in pieces, until its import has ended.
create table import_file (
  import_id bigint not null references import on delete cascade,
  part      int not null,
  content   bytea not null,
  primary key (import_id, part)
);
