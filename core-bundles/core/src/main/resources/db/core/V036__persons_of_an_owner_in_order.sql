-- A person has the owner of its party beside it, so that those who reach their own only get the
-- list of persons from an index, in its order.
alter table person add column owner_id bigint;
update person p set owner_id = f.owner_id from party f where f.id = p.party_id and f.owner_id is not null;
create index person_by_owner on person (owner_id, sort_name, id) where owner_id is not null;
alter table person alter column owner_id set statistics 1000;
analyze person (owner_id);

-- Whoever gives the party to somebody else meanwhile is waited for.
create function own_person_as_party() returns trigger language plpgsql as $$
begin
  select f.owner_id into new.owner_id from core.party f where f.id = new.party_id for share;
  return new;
end
$$;

create function own_persons_as_party() returns trigger language plpgsql as $$
begin
  update core.person set owner_id = new.owner_id where party_id = new.id;
  return null;
end
$$;

create trigger own_person before insert or update of party_id on person
  for each row execute function own_person_as_party();
create trigger own_persons after update of owner_id on party
  for each row when (old.owner_id is distinct from new.owner_id)
  execute function own_persons_as_party();
