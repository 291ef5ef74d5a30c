-- What people decide on a commission is kept, one decision after the other, instead of the last one
-- alone. The state stays beside the amount, because lists and statements ask for it.
create sequence decision_seq;
create table decision (
  id         bigint primary key default nextval('decision_seq'),
  accrual_id bigint not null references accrual,
  party_id   bigint,
  state      text not null check (state in ('GRANTED', 'REFUSED')),
  reason     text,
  decided_at timestamptz not null,
  decided_by text
);
comment on column decision.party_id is 'that of the accrual';
comment on column decision.decided_by is 'null when it followed from the refusal of the claim before';

insert into decision (accrual_id, party_id, state, reason, decided_at, decided_by)
select a.id, a.party_id, case when a.state = 'REFUSED' then 'REFUSED' else 'GRANTED' end, a.reason,
       coalesce(a.decided_at, l.occurred_at), a.decided_by
  from accrual a join ledger l on l.id = a.id
 where a.decided_at is not null or a.state = 'REFUSED'
 order by coalesce(a.decided_at, l.occurred_at), a.id;

create index decision_of_accrual on decision (accrual_id, id);
create index decision_of_party on decision (party_id) where party_id is not null;

alter table accrual drop column reason, drop column decided_at, drop column decided_by;

create function keep_decision() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
     and (new.id, new.accrual_id, new.state, new.decided_at, new.decided_by)
         is not distinct from (old.id, old.accrual_id, old.state, old.decided_at, old.decided_by)
     and (new.reason is null or new.reason is not distinct from old.reason) then
    return new;
  end if;
  raise exception 'decision is only ever appended' using errcode = 'integrity_constraint_violation';
end $$;
comment on function keep_decision is 'a merge may move a decision to another party, an erasure clear its reason';
create trigger decisions_stay before update or delete on decision
  for each row execute function keep_decision();
create trigger decisions_are_not_emptied before truncate on decision
  for each statement execute function refuse_change();
