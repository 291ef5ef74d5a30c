-- The first page of those who reach their own parties only comes as fast as that of all.
drop index party_by_owner;
create index party_by_owner on party (owner_id, lower(name), id) where owner_id is not null;

-- How many parties each owner has is known exactly, so that lists of few are found by their owner
-- and lists of many by their order.
alter table party alter column owner_id set statistics 1000;
analyze party (owner_id);
