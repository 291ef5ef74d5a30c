-- What a token may do: null is whatever its user may do.
alter table token add column permissions text[];
alter table token add column read_only boolean not null default false;
create index token_by_user on token (user_id);
