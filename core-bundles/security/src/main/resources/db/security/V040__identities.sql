-- Users whom a provider knows: a directory, an OpenID provider. They have no password here.
alter table app_user alter column password_hash drop not null;

-- Without an issuer the user is only expected: by his subject, else by his name or e-mail.
create table identity (
  user_id  bigint primary key references app_user on delete cascade,
  provider text not null,
  issuer   text,
  subject  text,
  name     text,
  since    timestamptz,
  check (issuer is null or subject is not null)
);
create unique index identity_by_subject on identity (issuer, subject);
