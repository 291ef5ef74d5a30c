-- A browser in which somebody is signed in; the row is gone when the session has ended.
create table session (
  id        bigint generated always as identity primary key,
  user_id   bigint not null references app_user on delete cascade,
  opened_at timestamptz not null,
  last_used timestamptz not null,
  proved_at timestamptz not null,
  address   text not null,
  browser   text not null
);
create index session_by_user on session (user_id, last_used desc);
create index session_by_use on session (last_used);
