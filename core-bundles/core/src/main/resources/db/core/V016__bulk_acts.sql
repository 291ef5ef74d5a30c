-- One thing done with many parties, and what it changed, so that it can be undone.
create sequence bulk_act_seq;

create table bulk_act (
  id         bigint primary key default nextval('bulk_act_seq'),
  order_     jsonb not null,
  state      text not null,
  undoes     bigint references bulk_act,
  total      bigint not null,
  done       bigint not null default 0,
  changed    bigint not null default 0,
  unchanged  bigint not null default 0,
  refused    bigint not null default 0,
  cancel     boolean not null default false,
  node       text not null,
  started_by text not null,
  started_at timestamptz not null,
  ended_at   timestamptz,
  problem    text
);
create unique index bulk_act_undone on bulk_act (undoes) where undoes is not null;
create index bulk_act_running on bulk_act (node) where state = 'RUNNING';

create table bulk_act_party (
  act_id   bigint not null references bulk_act on delete cascade,
  party_id bigint not null,
  changed  boolean not null,
  before   jsonb,
  problem  jsonb,
  primary key (act_id, party_id)
);
