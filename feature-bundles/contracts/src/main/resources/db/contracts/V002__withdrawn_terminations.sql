-- A termination can be withdrawn: the contract gets back the last day that was agreed before.
alter table contract
  add column agreed_end        date,
  add column withdrawal_reason text;
comment on column contract.agreed_end is 'of a terminated contract: its last day without the termination';
comment on column contract.withdrawal_reason is 'why its last termination was withdrawn';

-- Of terminations until now nobody knows what was agreed: withdrawn, they leave the last day as it is.
update contract set agreed_end = ends_on where terminated_on is not null;

-- Acts on signed contracts that leave no record of their own behind.
create table contract_act (
  id          bigint generated always as identity primary key,
  contract_id bigint not null references contract,
  what        text not null,
  ends_on     date,
  at          timestamptz not null,
  actor       text not null
);
comment on column contract_act.ends_on is 'the last day of the contract after the act; null until further notice';
create index contract_act_of_contract on contract_act (contract_id, id);
