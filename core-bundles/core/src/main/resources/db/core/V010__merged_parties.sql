-- Cards that became part of another one stay, so that nothing that points to them breaks; no list
-- shows them. And what was done, so that it can be undone.
alter table party
  add column merged_into bigint references party deferrable initially deferred,
  add column formerly text[] not null default '{}';
comment on column party.merged_into is 'the card this one became part of';
comment on column party.formerly is 'names, numbers and identifiers of cards that became part of this one; search finds it by them';
create index party_merged on party (merged_into) where merged_into is not null;

alter table person
  add column merged_into bigint references person deferrable initially deferred;
comment on column person.merged_into is 'of a natural person''s one person: the one it became part of';
create index person_merged on person (merged_into) where merged_into is not null;

create sequence party_merge_seq;
create sequence party_merge_act_seq;

create table party_merge (
  id            bigint primary key default nextval('party_merge_seq'),
  act           bigint not null default nextval('party_merge_act_seq'),
  survivor_id   bigint not null,
  survivor_name text not null,
  merged        jsonb not null,
  memo          jsonb not null,
  merged_at     timestamptz not null,
  merged_by     text not null,
  undone_act    bigint,
  undone_at     timestamptz,
  undone_by     text,
  remarks       jsonb not null default '[]'
);
comment on column party_merge.act is 'merges and their undoing in the order in which they happened';
create index party_merge_act on party_merge (act);
create index party_merge_undone on party_merge (undone_act) where undone_act is not null;

create table party_merge_party (
  merge_id bigint not null references party_merge on delete cascade,
  party_id bigint not null,
  primary key (merge_id, party_id)
);
create index merges_of_party on party_merge_party (party_id, merge_id);

create table party_merge_part (
  merge_id    bigint not null references party_merge on delete cascade,
  participant text not null,
  party_id    bigint not null,
  memo        text not null,
  moved       jsonb not null,
  undone      boolean not null default false,
  primary key (merge_id, participant, party_id)
);
comment on table party_merge_part is 'what a participant moved of a party that became part of another';
create index party_merge_part_standing on party_merge_part (participant, merge_id) where not undone;

create table party_merge_participant (
  name text primary key,
  act  bigint not null
);
comment on table party_merge_participant is 'up to which act a participant has followed';
