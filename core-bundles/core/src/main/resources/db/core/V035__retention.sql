-- How long data of a kind are kept, and what is due: people decide, and what they decided stays.
create table retention_rule (
  kind        text primary key,
  feature     text not null,
  months      int not null check (months between 1 and 1200),
  changed_at  timestamptz not null,
  changed_by  text not null,
  reviewed_at timestamptz
);
comment on column retention_rule.reviewed_at is 'when all records were last looked through; null: not since the rule was changed';

create sequence retention_review_seq;
create table retention_review (
  id          bigint primary key default nextval('retention_review_seq'),
  kind        text not null,
  record_type text not null,
  record_id   bigint not null,
  party_id    bigint,
  since       timestamptz not null,
  due_since   timestamptz not null,
  found_at    timestamptz not null,
  state       text not null check (state in ('DUE', 'KEPT', 'ERASED')),
  kept_until  date,
  reason      text,
  decided_at  timestamptz,
  decided_by  text,
  report      jsonb not null default '[]'
);
comment on table retention_review is 'tells no name: what a record is called is asked when somebody looks';
create unique index retention_review_open on retention_review (kind, record_id)
  where state <> 'ERASED';
create index retention_review_by_state on retention_review (state, due_since, id);
create index retention_review_decided on retention_review (state, decided_at desc, id desc)
  where state <> 'DUE';
