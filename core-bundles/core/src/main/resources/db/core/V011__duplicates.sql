-- Pairs of cards that are probably the same party. Whoever writes a card only leaves a row that
-- says so, whichever way it is written; a job compares the cards in batches. Nothing here points to
-- a party by a foreign key: the job would hold cards that people are writing.
create table party_to_compare (
  party_id bigint not null
);

create table party_key (
  key      bigint not null,
  party_id bigint not null,
  primary key (key, party_id)
);
comment on table party_key is 'cards that share a key are compared with one another';
create index party_key_of_party on party_key (party_id);

create table duplicate_pair (
  first_id     bigint not null,
  second_id    bigint not null,
  score        int not null check (score between 0 and 100),
  resemblances text[] not null,
  found_at     timestamptz not null,
  dismissed_at timestamptz,
  dismissed_by text,
  primary key (first_id, second_id),
  check (first_id < second_id)
);
create index duplicate_pair_of_second on duplicate_pair (second_id);
create index duplicate_pair_open on duplicate_pair (score desc, first_id desc, second_id desc)
  where dismissed_at is null;
create index duplicate_pair_dismissed on duplicate_pair (score desc, first_id desc, second_id desc)
  where dismissed_at is not null;

create function compare_new_parties() returns trigger language plpgsql as $$
begin
  insert into core.party_to_compare select id from added;
  return null;
end
$$;

create function compare_changed_parties() returns trigger language plpgsql as $$
begin
  insert into core.party_to_compare
  select n.id from now n join before b on b.id = n.id
   where (n.name, n.short_name, n.identifiers, n.addresses, n.phones, n.emails, n.web,
          n.bank_accounts, n.merged_into)
         is distinct from
         (b.name, b.short_name, b.identifiers, b.addresses, b.phones, b.emails, b.web,
          b.bank_accounts, b.merged_into);
  return null;
end
$$;

create function compare_changed_persons() returns trigger language plpgsql as $$
begin
  insert into core.party_to_compare
  select n.party_id from now n join before b on b.id = n.id
   where n.party_kind = 'NATURAL_PERSON'
     and (n.first_name, n.last_name, n.phones, n.emails, n.birthday)
         is distinct from (b.first_name, b.last_name, b.phones, b.emails, b.birthday);
  return null;
end
$$;

create function forget_removed_parties() returns trigger language plpgsql as $$
begin
  insert into core.party_to_compare select id from gone;
  return null;
end
$$;

create trigger compare_new after insert on party
  referencing new table as added
  for each statement execute function compare_new_parties();
create trigger compare_changed after update on party
  referencing old table as before new table as now
  for each statement execute function compare_changed_parties();
create trigger compare_removed after delete on party
  referencing old table as gone
  for each statement execute function forget_removed_parties();
create trigger compare_changed_person after update on person
  referencing old table as before new table as now
  for each statement execute function compare_changed_persons();

insert into party_to_compare select id from party;
