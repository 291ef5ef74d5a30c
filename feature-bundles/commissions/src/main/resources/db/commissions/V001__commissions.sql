-- Plans, what happened to contracts and invoices as far as commissions need it, the ledger and what
-- people decided on it. Amounts are in the currency of the document.
create sequence plan_seq;
create table plan (
  id          bigint primary key default nextval('plan_seq'),
  revision    bigint not null default 1,
  name        text collate "und-x-icu" not null,
  description text,
  retired     boolean not null default false,
  created_at  timestamptz not null,
  created_by  text not null,
  changed_at  timestamptz not null,
  changed_by  text not null
);
create unique index plan_name on plan (lower(name));

create sequence plan_version_seq;
create table plan_version (
  id         bigint primary key default nextval('plan_version_seq'),
  plan_id    bigint not null references plan,
  number     int not null,
  valid_from date not null,
  remark     text,
  terms      jsonb not null,
  defined_at timestamptz not null,
  defined_by text not null,
  unique (plan_id, number)
);
comment on column plan_version.defined_at is 'events before it do not know the version, whenever they are reckoned';

create sequence assignment_seq;
create table assignment (
  id         bigint primary key default nextval('assignment_seq'),
  plan_id    bigint not null references plan,
  assignee   text not null check (assignee in ('PERSON', 'GROUP', 'ROLE', 'EVERYBODY')),
  subject    text not null,
  valid_from date not null,
  valid_until date,
  defined_at timestamptz not null,
  defined_by text not null,
  ended_at   timestamptz,
  ended_by   text,
  check (valid_until >= valid_from)
);
create index assignment_of_plan on assignment (plan_id);

create sequence split_seq;
create table split (
  id           bigint primary key default nextval('split_seq'),
  party_id     bigint references core.party (id),
  contract     text,
  shares       jsonb not null,
  rest_to      bigint not null,
  valid_from   date not null,
  valid_until  date,
  defined_at   timestamptz not null,
  defined_by   text not null,
  ended_at     timestamptz,
  ended_by     text,
  check ((party_id is null) <> (contract is null)),
  check (valid_until >= valid_from)
);
create index split_of_party on split (party_id) where party_id is not null;
create index split_of_contract on split (contract) where contract is not null;

-- What trade events told. A deal is a contract or an invoice; its state is what its movements make.
create sequence deal_seq increment by 1000;
create table deal (
  id            bigint primary key,
  kind          text not null check (kind in ('CONTRACT', 'INVOICE')),
  source        text not null,
  key           text not null,
  number        text not null,
  party_id      bigint,
  salesperson_id bigint,
  dated         date,
  currency      text,
  of_customer   int not null,
  contract_type text,
  starts_on     date,
  ended_on      date,
  invoices      int not null default 0,
  unique (kind, source, key)
);
comment on column deal.invoices is 'of a contract: how many invoices were posted for it';
create index deal_by_day on deal (dated, id);
create index deal_of_party on deal (party_id, dated, id);

create table credit_note (
  source  text not null,
  key     text not null,
  deal_id bigint not null references deal,
  primary key (source, key)
);

create table deal_contract (
  contract_id bigint not null references deal,
  deal_id     bigint not null references deal,
  primary key (contract_id, deal_id)
);
comment on table deal_contract is 'which invoices have lines of a contract';


create table movement (
  deal_id  bigint not null references deal,
  event_id bigint not null,
  kind     text not null,
  on_day   date not null,
  amount   numeric,
  detail   text,
  primary key (deal_id, event_id)
);
comment on table movement is 'unique by event: an event that comes twice moves nothing';

create table customer (
  party_id  bigint primary key,
  contracts int not null default 0,
  invoices  int not null default 0
);

create table moved_party (
  merged   bigint primary key,
  survivor bigint not null
);
comment on table moved_party is 'events of a party that became part of another go to the survivor';

create sequence beneficiary_seq increment by 1000;
create table beneficiary (
  id         bigint primary key,
  deal_id    bigint not null references deal,
  person_id  bigint not null,
  version_id bigint not null references plan_version,
  share      numeric not null,
  seller_id  bigint,
  takes_rest boolean not null
);
create index beneficiary_of_deal on beneficiary (deal_id);
create index beneficiary_of_version on beneficiary (version_id, deal_id);

create table period_total (
  plan_id   bigint not null references plan,
  rule      text not null,
  person_id bigint not null,
  currency  text not null,
  from_day  date not null,
  base      numeric not null,
  primary key (plan_id, rule, person_id, currency, from_day)
);

create sequence ledger_seq increment by 1000;
create table ledger (
  id             bigint primary key,
  event_id       bigint not null,
  deal_id        bigint not null,
  beneficiary_id bigint not null references beneficiary,
  rule           text not null,
  rule_name      text not null,
  person_id      bigint not null,
  version_id     bigint not null,
  earned_on      date not null,
  currency       text not null,
  base           numeric not null,
  amount         numeric not null,
  steps          text not null,
  occurred_at    timestamptz not null,
  unique (beneficiary_id, rule, event_id)
);
comment on table ledger is 'deal and version are those of the beneficiary; an event that comes twice earns once';
create index ledger_of_deal on ledger (deal_id);

-- What people decided on a row of the ledger; rows that change no amount need no decision.
create sequence statement_seq;
create table statement (
  id          bigint primary key default nextval('statement_seq'),
  revision    bigint not null default 1,
  person_id   bigint not null,
  currency    text not null,
  period_kind text not null,
  from_day    date not null,
  until_day   date not null,
  rows        int not null,
  amount      numeric not null,
  paid_on     date,
  reference   text,
  created_at  timestamptz not null,
  created_by  text not null,
  changed_at  timestamptz not null,
  changed_by  text not null,
  cancelled   boolean not null default false
);
create index statement_of_person on statement (person_id, until_day, id);
create index statement_by_day on statement (until_day, id);

create table accrual (
  id           bigint primary key references ledger,
  person_id    bigint not null,
  party_id     bigint,
  currency     text not null,
  earned_on    date not null,
  amount       numeric not null,
  state        text not null
    check (state in ('CALCULATED', 'GRANTED', 'REFUSED', 'SETTLED', 'PAID')),
  reason       text,
  decided_at   timestamptz,
  decided_by   text,
  statement_id bigint references statement,
  check ((statement_id is not null) = (state in ('SETTLED', 'PAID')))
);
create index accrual_by_day on accrual (earned_on, id);
create index accrual_of_person on accrual (person_id, earned_on, id);
create index accrual_of_party on accrual (party_id, earned_on, id) where party_id is not null;
create index accrual_open on accrual (state, earned_on, id) where state in ('CALCULATED', 'GRANTED');
create index accrual_of_statement on accrual (statement_id, earned_on, id)
  where statement_id is not null;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is only ever appended', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger ledger_is_appended before update or delete or truncate on ledger
  for each statement execute function refuse_change();
create trigger plan_versions_stay before update or delete or truncate on plan_version
  for each statement execute function refuse_change();
create trigger movements_stay before update or delete or truncate on movement
  for each statement execute function refuse_change();
