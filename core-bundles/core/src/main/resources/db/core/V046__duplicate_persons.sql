-- Pairs of contact persons who are probably the same, found as those of parties are (V011). The one
-- person of a natural person is compared with its party.
create table person_to_compare (
  person_id bigint not null
);

create table person_key (
  key       bigint not null,
  person_id bigint not null,
  primary key (key, person_id)
);
comment on table person_key is 'contact persons who share a key are compared with one another';
create index person_key_of_person on person_key (person_id);

create table duplicate_person_pair (
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
create index duplicate_person_pair_of_second on duplicate_person_pair (second_id);
create index duplicate_person_pair_open
  on duplicate_person_pair (score desc, first_id desc, second_id desc)
  where dismissed_at is null;
create index duplicate_person_pair_dismissed
  on duplicate_person_pair (score desc, first_id desc, second_id desc)
  where dismissed_at is not null;

create function compare_new_persons() returns trigger language plpgsql as $$
begin
  insert into core.person_to_compare select id from added where party_kind = 'ORGANISATION';
  return null;
end
$$;

create or replace function compare_changed_persons() returns trigger language plpgsql as $$
begin
  insert into core.party_to_compare
  select n.party_id from now n join before b on b.id = n.id
   where n.party_kind = 'NATURAL_PERSON'
     and (n.first_name, n.last_name, n.phones, n.emails, n.birthday)
         is distinct from (b.first_name, b.last_name, b.phones, b.emails, b.birthday);
  insert into core.person_to_compare
  select n.id from now n join before b on b.id = n.id
   where n.party_kind = 'ORGANISATION'
     and (n.first_name, n.last_name, n.phones, n.emails, n.private_phones, n.private_emails,
          n.home_address, n.birthday, n.party_id, n.merged_into)
         is distinct from
         (b.first_name, b.last_name, b.phones, b.emails, b.private_phones, b.private_emails,
          b.home_address, b.birthday, b.party_id, b.merged_into);
  return null;
end
$$;

create function forget_removed_persons() returns trigger language plpgsql as $$
begin
  insert into core.person_to_compare select id from gone where party_kind = 'ORGANISATION';
  return null;
end
$$;

create trigger compare_new_person after insert on person
  referencing new table as added
  for each statement execute function compare_new_persons();
create trigger compare_removed_person after delete on person
  referencing old table as gone
  for each statement execute function forget_removed_persons();

insert into person_to_compare
select id from person where party_kind = 'ORGANISATION' and merged_into is null;
