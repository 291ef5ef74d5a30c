create table event (
  id          bigint generated always as identity primary key,
  position    bigint unique,
  type        text not null,
  payload     jsonb not null,
  occurred_at timestamptz not null,
  actor       text not null,
  correlation text
);
create index event_unplaced on event (id) where position is null;
create index event_by_type on event (type, position);

create table subscription (
  name       text primary key,
  feature    text not null,
  type       text not null,
  position   bigint not null,
  attempts   int not null default 0,
  retry_at   timestamptz,
  last_error text
);

create table parked_event (
  subscription text not null references subscription,
  event_id     bigint not null references event,
  attempts     int not null,
  error        text not null,
  parked_at    timestamptz not null,
  primary key (subscription, event_id)
);

create table feature (
  id           text primary key,
  schema       text,
  wanted       text not null,
  last_problem text,
  changed_at   timestamptz not null,
  changed_by   text not null
);

create table setting (
  key        text primary key,
  value      text not null,
  changed_at timestamptz not null,
  changed_by text not null
);

create table user_setting (
  user_id bigint not null,
  key     text not null,
  value   text not null,
  primary key (user_id, key)
);

create table job (
  name         text primary key,
  started_at   timestamptz,
  ended_at     timestamptz,
  alive_at     timestamptz,
  last_problem text
);

create table attachment (
  id         bigint generated always as identity primary key,
  owner_type text not null,
  owner_id   text not null,
  name       text not null,
  media_type text not null,
  size       bigint not null,
  sha256     text not null,
  store      text not null,
  added_by   text not null,
  added_at   timestamptz not null
);
create index attachment_by_owner on attachment (owner_type, owner_id, id);

create table attachment_content (
  attachment_id bigint primary key references attachment on delete cascade,
  content       bytea not null
);
alter table attachment_content alter column content set storage external;
