-- Every search reads through the entries that wait to be sorted into its index; by default these
-- may be 4 MB, half a second. Fewer may wait: a change pays a little more, a search is never slow.
alter index party_search set (gin_pending_list_limit = 256);
alter index person_search set (gin_pending_list_limit = 256);
alter index note_search set (gin_pending_list_limit = 256);
select gin_clean_pending_list('party_search'::regclass),
       gin_clean_pending_list('person_search'::regclass),
       gin_clean_pending_list('note_search'::regclass);
