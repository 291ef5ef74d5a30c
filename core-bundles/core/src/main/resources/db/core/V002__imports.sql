-- Imports with the outcome of their rows.
create sequence import_seq;

create table import (
  id         bigint primary key default nextval('import_seq'),
  type       text not null,
  file_name  text not null,
  dry_run    boolean not null,
  state      text not null,
  mapping    jsonb not null,
  columns    jsonb not null,
  rows       bigint,
  done       bigint not null default 0,
  created    bigint not null default 0,
  updated    bigint not null default 0,
  skipped    bigint not null default 0,
  refused    bigint not null default 0,
  cancel     boolean not null default false,
  node       text not null,
  started_by text not null,
  started_at timestamptz not null,
  ended_at   timestamptz,
  problem    text
);
create index import_running on import (node) where state = 'RUNNING';

create table import_row (
  import_id bigint not null references import on delete cascade,
  row       bigint not null,
  outcome   text not null,
  record_id text,
  label     text,
  cells     jsonb,
  errors    jsonb,
  primary key (import_id, row)
);
create index import_row_by_outcome on import_row (import_id, outcome, row);
