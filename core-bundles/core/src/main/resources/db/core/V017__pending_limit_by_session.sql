-- How many entries may wait to be sorted into an index of searches is said by the session that adds
-- them: the pool's connections say 256 kB, an import more.
alter index party_search reset (gin_pending_list_limit);
alter index person_search reset (gin_pending_list_limit);
alter index note_search reset (gin_pending_list_limit);
