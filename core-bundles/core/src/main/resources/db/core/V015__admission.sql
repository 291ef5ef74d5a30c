-- Reviews of parties: who asked, who decided, what and why.
create sequence admission_seq;

create table admission (
  id         bigint primary key default nextval('admission_seq'),
  party_id   bigint not null references party on delete cascade deferrable initially deferred,
  state      text not null check (state in ('PENDING', 'ADMITTED', 'REFUSED')),
  again      boolean not null default false,
  asked_at   timestamptz not null,
  asked_by   text not null,
  question   text,
  decided_at timestamptz,
  decided_by text,
  reason     text
);
create unique index admission_pending on admission (party_id) where state = 'PENDING';
create index admission_of_party on admission (party_id, id);
create index admission_by_state on admission (state, id);
