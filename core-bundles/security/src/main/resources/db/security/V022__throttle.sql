-- Attempts to sign in that did not succeed, by a digest of the name, the address or both.
create table failed_sign_in (
  key   text primary key,
  count int not null,
  last  timestamptz not null
);
create index failed_sign_in_by_time on failed_sign_in (last);

-- Addresses and devices a user has signed in from: strangers cannot lock him out there.
create table known_place (
  user_id   bigint not null references app_user on delete cascade,
  place     text not null,
  last_seen timestamptz not null,
  primary key (user_id, place)
);
create index known_place_by_time on known_place (last_seen);
