-- Every new card pays for each index; these do the same work with fewer and smaller ones.

-- One order by name, number or city, the same for capitals and small letters, serves lists as well
-- as looking one up.
drop index party_called;
drop index party_by_name;
create index party_by_name on party (lower(name), id);
drop index party_by_number;
drop index party_in_city;
drop index party_by_city;
create index party_by_city on party (lower(coalesce(city, '')), id);

-- An index of what rows hold has one long entry for all rows that hold nothing; those are left out.
drop index party_tags;
create index party_tags on party using gin (tags) with (fastupdate = off) where tags <> '{}';
drop index party_roles;
create index party_roles on party using gin (roles) with (fastupdate = off) where roles <> '{}';
drop index party_custom;
create index party_custom on party using gin (custom jsonb_path_ops) with (fastupdate = off)
  where custom <> '{}';
drop index person_custom;
create index person_custom on person using gin (custom jsonb_path_ops) with (fastupdate = off)
  where custom <> '{}';

-- An identifier is found by its value alone: as many rows as there are have its type.
create function identifier_values(identifiers jsonb) returns jsonb
  language sql immutable parallel safe
  return jsonb_path_query_array(identifiers, '$[*].value');
drop index party_identifiers;
create index party_identifiers on party using gin (identifier_values(identifiers) jsonb_path_ops)
  with (fastupdate = off) where identifiers <> '[]';
