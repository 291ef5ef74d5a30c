-- Fields that administrators add to parties and persons; their values are the rows' column custom.
create sequence custom_field_seq start with 50 increment by 50;

create table custom_field (
  id          bigint primary key,
  revision    bigint not null,
  record_type text not null check (record_type in ('party', 'person')),
  name        text not null,
  labels      jsonb not null,
  type        text not null,
  options     jsonb not null default '[]',
  required    boolean not null,
  position    int not null,
  archived    boolean not null,
  unique (record_type, name)
);

alter table person add column custom jsonb not null default '{}';

create index party_custom on party using gin (custom jsonb_path_ops) with (fastupdate = off);
create index person_custom on person using gin (custom jsonb_path_ops) with (fastupdate = off);

-- A value as a number, for the index that each field of numbers gets when it is defined; null for
-- what is none.
create function custom_number(value text) returns numeric
  language sql immutable parallel safe
  return case when value ~ '^-?[0-9]{1,30}(\.[0-9]{1,30})?$' then value::numeric end;
