-- Who took out which records. The data themselves are not kept.
create sequence export_seq;

create table export (
  id         bigint primary key default nextval('export_seq'),
  type       text not null,
  format     text not null,
  file_name  text not null,
  fields     jsonb not null,
  query      jsonb not null,
  rows       bigint,
  ordered_by text not null,
  ordered_at timestamptz not null,
  fetched_by text,
  fetched_at timestamptz
);
