create table app_user (
  id            bigint generated always as identity primary key,
  revision      bigint not null default 1,
  name          text not null,
  full_name     text not null,
  email         text,
  language      text not null,
  password_hash text not null,
  blocked       boolean not null default false,
  last_sign_in  timestamptz
);
create unique index app_user_name on app_user (lower(name));

create table role (
  name     text primary key,
  standard boolean not null
);

create table user_role (
  user_id bigint not null references app_user on delete cascade,
  role    text not null references role,
  primary key (user_id, role)
);

create table permission (
  name    text primary key,
  feature text not null
);

create table role_permission (
  role       text not null references role on delete cascade,
  permission text not null references permission,
  primary key (role, permission)
);

create table token (
  id         bigint generated always as identity primary key,
  user_id    bigint not null references app_user on delete cascade,
  name       text not null,
  hash       text not null unique,
  issued_at  timestamptz not null,
  expires_at timestamptz not null,
  last_used  timestamptz
);

create table change (
  id          bigint generated always as identity primary key,
  record_type text not null,
  record_id   text not null,
  label       text not null,
  kind        text not null,
  actor       text not null,
  at          timestamptz not null,
  correlation text,
  changes     jsonb not null
);
create index change_by_record on change (record_type, record_id, id desc);

insert into role (name, standard) values
  ('ADMINISTRATOR', true), ('MANAGER', true), ('SALESPERSON', true),
  ('CUSTOMER_SERVICE', true), ('READER', true);
