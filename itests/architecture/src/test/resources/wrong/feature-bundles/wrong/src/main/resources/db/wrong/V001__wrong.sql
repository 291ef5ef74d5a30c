-- other.comment is no violation
create table wrong.thing (
  id bigint primary key,
  party_id bigint not null references core.party (id),
  other_id bigint not null references other.thing (id),
  note text default 'core.party'
);
insert into core.party (name) values ('x');
