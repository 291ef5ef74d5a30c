-- Everything that was done, in one log: changes of records by field, and acts that change none, such
-- as reading private data, signing in, exporting.
alter table change rename to audit_entry;
alter table audit_entry rename column kind to act;
alter table audit_entry rename column changes to details;
alter index change_pkey rename to audit_entry_pkey;
alter index change_by_record rename to audit_entry_by_record;
alter sequence change_id_seq rename to audit_entry_id_seq;
alter table audit_entry
  add column salt   uuid not null default gen_random_uuid(),
  add column erased boolean not null default false;
comment on column audit_entry.salt is 'goes into the sealed hash, so that nobody can guess erased values by trying';
comment on column audit_entry.erased is 'values were erased since; an entry ERASED tells by whom';
create index audit_entry_by_actor on audit_entry (actor, id);
create index audit_entry_of_act on audit_entry (act, id)
  where act not in ('CREATED', 'CHANGED', 'DELETED');
create index audit_entry_by_time on audit_entry using brin (at);

-- Entries that wait for their seal. Whoever writes an entry only leaves a row that says so; a job
-- seals them in blocks, after they were committed.
create table audit_unsealed (
  entry_id bigint not null
);

create table audit_seal (
  id        bigint primary key,
  sealed_at timestamptz not null,
  entries   bigint[] not null,
  leaves    bytea not null,
  previous  bytea not null,
  hash      bytea not null,
  key       text not null,
  mac       bytea not null
);
comment on column audit_seal.leaves is 'the hashes of the entries, 32 bytes each, in their order';
comment on column audit_seal.hash is 'of the seal before and everything above';
comment on column audit_seal.mac is 'of the hash, with a key that is not in the database';
alter table audit_seal alter column leaves set storage external;

create function seal_new_entries() returns trigger language plpgsql as $$
begin
  insert into security.audit_unsealed select id from added;
  return null;
end
$$;
create trigger audit_entry_waits after insert on audit_entry
  referencing new table as added
  for each statement execute function seal_new_entries();

create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('kartoteka.erasing', true), '') <> tg_table_name then
    raise exception 'the audit log is only ever appended' using errcode = 'insufficient_privilege';
  end if;
  return null;
end
$$;
create trigger audit_entry_stays before update or delete or truncate on audit_entry
  for each statement execute function refuse_rewriting();
create trigger audit_seal_stays before update or delete or truncate on audit_seal
  for each statement execute function refuse_rewriting();

insert into audit_unsealed select id from audit_entry order by id;
