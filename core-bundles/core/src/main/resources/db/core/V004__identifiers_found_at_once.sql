-- An import looks up every identifier of every row. Entries that wait to be sorted into the index
-- would be read through for each of them: sort them in at once, there are few in a row.
alter index party_identifiers set (fastupdate = off);
alter index party_tags set (fastupdate = off);
alter index party_roles set (fastupdate = off);
select gin_clean_pending_list('party_identifiers'::regclass),
       gin_clean_pending_list('party_tags'::regclass),
       gin_clean_pending_list('party_roles'::regclass);
