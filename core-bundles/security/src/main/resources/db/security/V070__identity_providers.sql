-- Several directories and OpenID providers; how each is set up stays among the settings.
create table identity_provider (
  id   text primary key,
  kind text not null
);
-- Under these ids the two there could be so far were set up.
insert into identity_provider (id, kind) values ('ldap', 'ldap'), ('oidc', 'oidc');

-- Two providers may give the same subject to different people.
drop index identity_by_subject;
create unique index identity_by_subject on identity (provider, issuer, subject);

-- By which provider somebody came, and what he is signed in as there.
alter table session add column provider text;
alter table session add column provider_session text;
alter table session add column provider_hint text;
create index session_by_provider on session (provider, provider_session) where provider is not null;

-- What providers have told of people who signed out; a message told again is not believed.
create table provider_logout (
  provider text not null,
  id       text not null,
  end_at   timestamptz not null,
  primary key (provider, id)
);
create index provider_logout_by_end on provider_logout (end_at);
