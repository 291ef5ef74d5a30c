-- Why personal data are processed, who consented to what, and what was asked of us.
create table processing_purpose (
  name        text primary key,
  basis       text not null check (basis in ('CONSENT', 'CONTRACT', 'LEGAL_DUTY', 'VITAL_INTEREST',
                                             'PUBLIC_TASK', 'LEGITIMATE_INTEREST')),
  description text not null,
  archived    boolean not null default false
);
insert into processing_purpose (name, basis, description) values
  ('service', 'CONTRACT', 'Offers, orders, deliveries, complaints'),
  ('marketing', 'CONSENT', 'News and offers nobody asked for');

create sequence consent_seq;
create table consent (
  id           bigint primary key default nextval('consent_seq'),
  person_id    bigint not null references person on delete cascade deferrable initially deferred,
  purpose      text not null references processing_purpose,
  channel      text not null,
  text_version text not null,
  source       text not null,
  proof        text,
  given_at     timestamptz not null,
  expires_at   timestamptz,
  recorded_by  text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawal   text
);
comment on column consent.proof is 'how it can be shown that consent was given: where the paper lies, the words of the mail';
create index consent_of_person on consent (person_id, id);

create table processing_restriction (
  person_id     bigint primary key references person on delete cascade deferrable initially deferred,
  reason        text not null,
  restricted_at timestamptz not null,
  restricted_by text not null
);

-- What was erased of whom, without saying who that was.
create sequence erasure_seq;
create table erasure (
  id        bigint primary key default nextval('erasure_seq'),
  person_id bigint not null,
  party_id  bigint not null,
  erased_at timestamptz not null,
  erased_by text not null,
  reason    text not null,
  report    jsonb not null
);
create index erasure_of_person on erasure (person_id, id);

-- What bundles declared to hold, so that it is known while they are away too.
create table personal_data_declaration (
  schema      text primary key,
  declaration jsonb not null
);
