-- Who stands in for whom while somebody is away; both days belong to it.
create table deputyship (
  id          bigint generated always as identity primary key,
  absent_id   bigint not null references app_user on delete cascade,
  deputy_id   bigint not null references app_user on delete cascade,
  first_day   date not null,
  last_day    date not null,
  arranged_by text not null,
  arranged_at timestamptz not null,
  check (absent_id <> deputy_id),
  check (first_day <= last_day)
);
create index deputyship_by_deputy on deputyship (deputy_id, last_day);
create index deputyship_by_absent on deputyship (absent_id, last_day);
