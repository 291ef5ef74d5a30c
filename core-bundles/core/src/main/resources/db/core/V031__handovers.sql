-- What somebody owned goes to others in one act: parties by a bulk act, records of features by those
-- who keep them.
create table handover (
  id          bigint generated always as identity primary key,
  from_id     bigint not null,
  shares      jsonb not null,
  bulk_act_id bigint references bulk_act,
  starter     jsonb not null,
  started_by  text not null,
  started_at  timestamptz not null,
  undoer      jsonb,
  undone_by   text,
  undone_at   timestamptz
);
create index handover_by_user on handover (from_id, id);

create table handover_part (
  handover_id bigint not null references handover,
  kind        text not null,
  state       text not null check (state in ('GIVING', 'GIVEN', 'TAKING_BACK', 'BACK')),
  place       bigint not null default 0,
  given       bigint not null default 0,
  back        bigint not null default 0,
  kept        bigint not null default 0,
  primary key (handover_id, kind)
);
comment on column handover_part.place is 'the last record that was taken; 0: none yet';
create index handover_part_open on handover_part (kind, handover_id)
  where state in ('GIVING', 'TAKING_BACK');

create table handover_record (
  handover_id bigint not null,
  kind        text not null,
  record_id   bigint not null,
  to_id       bigint not null,
  primary key (handover_id, kind, record_id),
  foreign key (handover_id, kind) references handover_part
);

-- The kinds of records with an owner that were ever there, so that stopped features are not
-- forgotten.
create table owned_kind (
  kind text primary key
);
