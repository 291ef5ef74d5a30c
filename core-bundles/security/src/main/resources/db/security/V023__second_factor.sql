-- The secret is encrypted with a key of the installation; not confirmed is only proposed.
create table second_factor (
  user_id      bigint primary key references app_user on delete cascade,
  secret       bytea not null,
  confirmed_at timestamptz,
  last_step    bigint not null default 0
);

create table recovery_code (
  user_id bigint not null references app_user on delete cascade,
  hash    text not null,
  primary key (user_id, hash)
);

-- Whether whoever has the role must have a second factor.
alter table role add column needs_second_factor boolean not null default false;
