-- The search box shows first whose name begins with the text, whatever else has it too.
create index party_beginning on party (left(search_text, 40), id) where merged_into is null;
