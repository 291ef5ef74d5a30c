-- What was agreed with customers: contracts, their annexes, tariff appendices and signed papers.
-- A party with contracts cannot be removed from the register.
create sequence number_series_seq start with 50 increment by 50;

create table number_series (
  id         bigint primary key,
  revision   bigint not null,
  name       text collate "und-x-icu" not null,
  pattern    text not null,
  created_at timestamptz not null,
  created_by text not null,
  changed_at timestamptz not null,
  changed_by text not null
);

create table number_counter (
  series_id bigint not null references number_series,
  period    text not null,
  last      bigint not null,
  primary key (series_id, period)
);
comment on column number_counter.period is 'the number but for its counter: what is counted within';

create sequence contract_type_seq start with 50 increment by 50;

create table contract_type (
  id             bigint primary key,
  revision       bigint not null,
  code           text not null unique,
  name           text collate "und-x-icu" not null,
  demands        text not null,
  series_id      bigint references number_series,
  notice_months  int,
  renewal_months int,
  billing        int not null,
  due            text not null,
  retired        boolean not null,
  created_at     timestamptz not null,
  created_by     text not null,
  changed_at     timestamptz not null,
  changed_by     text not null
);
comment on column contract_type.demands is 'what contracts must say before they are signed, with commas';

create table code_entry (
  list    text not null,
  code    text not null,
  name    text collate "und-x-icu" not null,
  retired boolean not null,
  primary key (list, code)
);

create sequence contract_seq start with 50 increment by 50;

create table contract (
  id                 bigint primary key,
  revision           bigint not null,
  party_id           bigint not null references core.party (id),
  party_name         text collate "und-x-icu" not null,
  type_id            bigint not null references contract_type,
  number             text not null,
  subject            text,
  signed_on          date,
  starts_on          date not null,
  ends_on            date,
  notice_months      int,
  renewal_months     int,
  renews_on          date,
  decide_by          date,
  currency           text not null,
  package_type       text,
  salesperson_id     bigint,
  branch_id          bigint,
  responsible_id     bigint,
  monthly_amount     numeric not null,
  monthly_cost       numeric not null,
  note               text,
  terminated_on      date,
  termination_reason text,
  termination_note   text,
  created_at         timestamptz not null,
  created_by         text not null,
  changed_at         timestamptz not null,
  changed_by         text not null,
  search_text        text collate "C" not null,

  check (ends_on >= starts_on - 1),
  check (terminated_on is null or signed_on is not null)
);
comment on column contract.party_name is 'the party''s name, kept up to date by its events';
comment on column contract.decide_by is 'the last day on which somebody can decide whether it goes on';
comment on column contract.package_type is 'this and the next two as they were signed; annexes may say otherwise';
comment on column contract.monthly_amount is 'what is owed for a month on the first day';
comment on column contract.renews_on is 'from this day on it is renewed by itself; null when it is not';

create unique index contract_number on contract (lower(number));
create index contract_by_number on contract (number, id);
create index contract_by_change on contract (changed_at, id);
create index contract_by_signature on contract (coalesce(signed_on, 'infinity'), id);
create index contract_by_start on contract (starts_on, id);
create index contract_by_end on contract (coalesce(ends_on, 'infinity'), id);
create index contract_by_amount on contract (monthly_amount, id);
create index contract_of_party on contract (party_id, changed_at, id);
create index contract_by_party on contract (party_name, id);
create index contract_of_responsible on contract (responsible_id, id);
create index contract_to_decide on contract (decide_by, id) where decide_by is not null;
create index contract_to_renew on contract (renews_on, id) where renews_on is not null;
create index contract_search on contract using gin (search_text public.gin_trgm_ops);

create table contract_line (
  contract_id  bigint not null references contract on delete cascade,
  position     int not null,
  line_key     text not null,
  product      text,
  name         text not null,
  quantity     numeric not null,
  unit         text,
  unit_price   numeric not null,
  unit_cost    numeric,
  tax_code     text,
  every_months int not null,
  due          text not null,
  aligned_to   date,
  first_day    date not null,
  last_day     date,
  primary key (contract_id, position)
);

create sequence annex_seq start with 50 increment by 50;

create table annex (
  id             bigint primary key,
  revision       bigint not null,
  contract_id    bigint not null references contract,
  place          int not null,
  number         text not null,
  subject        text,
  signed_on      date not null,
  effective_on   date not null,
  fields         text not null,
  package_type   text,
  salesperson_id bigint,
  branch_id      bigint,
  ended          text not null,
  validity       boolean not null,
  ends_on        date,
  notice_months  int,
  renewal_months int,
  created_at     timestamptz not null,
  created_by     text not null,
  changed_at     timestamptz not null,
  changed_by     text not null,

  unique (contract_id, place)
);
comment on column annex.place is 'among the annexes of the contract in the order in which they were recorded';
comment on column annex.fields is 'which of the next three it changes, with commas';
comment on column annex.ended is 'keys of lines that are not owed any longer, with commas';
comment on column annex.validity is 'whether it changed last day, notice or renewal';

create table annex_line (
  annex_id     bigint not null references annex on delete cascade,
  position     int not null,
  line_key     text not null,
  product      text,
  name         text not null,
  quantity     numeric not null,
  unit         text,
  unit_price   numeric not null,
  unit_cost    numeric,
  tax_code     text,
  every_months int not null,
  due          text not null,
  aligned_to   date,
  first_day    date not null,
  last_day     date,
  primary key (annex_id, position)
);

create sequence appendix_seq start with 50 increment by 50;

create table appendix (
  id          bigint primary key,
  revision    bigint not null,
  contract_id bigint not null references contract on delete cascade,
  name        text not null,
  valid_from  date not null,
  valid_until date,
  note        text,
  created_at  timestamptz not null,
  created_by  text not null,
  changed_at  timestamptz not null,
  changed_by  text not null,

  check (valid_until >= valid_from)
);
create index appendix_of_contract on appendix (contract_id, valid_from, id);

create table tariff_line (
  appendix_id  bigint not null references appendix on delete cascade,
  position     int not null,
  product      text not null,
  name         text,
  unit         text,
  unit_price   numeric not null,
  min_quantity numeric,
  max_quantity numeric,
  primary key (appendix_id, position)
);

create sequence original_seq start with 50 increment by 50;

create table original (
  id          bigint primary key,
  revision    bigint not null,
  contract_id bigint not null references contract,
  annex_id    bigint references annex,
  title       text not null,
  signed_on   date not null,
  holder      text,
  asked_on    date,
  asked_by    text,
  received_on date,
  place       text,
  created_at  timestamptz not null,
  created_by  text not null,
  changed_at  timestamptz not null,
  changed_by  text not null
);
create index original_of_contract on original (contract_id, id);
create index original_missing on original (signed_on, id) where received_on is null;

create table movement (
  contract_id    bigint not null references contract,
  place          int not null,
  kind           text not null,
  day            date not null,
  package_type   text,
  salesperson_id bigint,
  branch_id      bigint,
  number         int not null,
  amount         numeric not null,
  cost           numeric not null,
  primary key (contract_id, place)
);
comment on table movement is 'how signed contracts move the balance; made anew with every act on a contract';
create index movement_by_day on movement (day, contract_id, place);
