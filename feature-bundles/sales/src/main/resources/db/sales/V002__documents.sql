-- Invoices and credit notes, payments, what settles what, the turnover of what was posted.
create table series (
  code    text primary key,
  kind    text not null,
  pattern text not null,
  usual   boolean not null
);
create unique index series_usual on series (kind) where usual;

insert into series (code, kind, pattern, usual) values
  ('invoice', 'INVOICE', 'FV/{yyyy}/{n}', true),
  ('credit-note', 'CREDIT_NOTE', 'FK/{yyyy}/{n}', true),
  ('imported', 'INVOICE', '{n}', false);

create table series_counter (
  series text not null references series on update cascade,
  span   text not null,
  last   bigint not null,
  primary key (series, span)
);
comment on table series_counter is 'the last number given, held by its row until the posting is committed';

create table books (
  id           int primary key check (id = 1),
  closed_until date
);
insert into books (id) values (1);

create sequence document_seq;

create table document (
  id             bigint primary key,
  revision       bigint not null,
  kind           text not null,
  state          text not null,
  series         text not null references series on update cascade,
  number         text,
  given_number   text,
  party_id       bigint not null references core.party (id),
  party_name     text collate "und-x-icu",
  issued_on      date not null,
  sold_on        date,
  due_on         date,
  currency       text not null,
  rate           numeric not null,
  salesperson_id bigint,
  branch_id      bigint,
  corrects_id    bigint references document,
  reason         text,
  note           text,
  net            numeric not null,
  tax            numeric not null,
  gross          numeric not null,
  settled        numeric not null,
  open           boolean generated always as (state <> 'DRAFT' and gross <> settled) stored,
  run_id         bigint,
  created_at     timestamptz not null,
  created_by     text not null,
  changed_at     timestamptz not null,
  changed_by     text not null,
  search_text    text collate "C" not null,

  check ((state = 'DRAFT') = (number is null)),
  check (gross = net + tax),
  check (kind <> 'CREDIT_NOTE' or corrects_id is not null)
);
comment on column document.given_number is 'the number it got elsewhere and keeps when it is posted';
comment on column document.party_name is 'as it was when the document was posted';
comment on column document.rate is 'of the day, into the home currency';
comment on column document.settled is 'what payments and offsets have settled; of a credit note negative';

create unique index document_number on document (series, number) where number is not null;
create index document_given on document (given_number)
  where given_number is not null and state = 'DRAFT';
create index document_by_day on document (issued_on, id);
create index document_by_number on document (coalesce(number, ''), id);
create index document_by_gross on document (gross, id);
create index document_of_party on document (party_id, issued_on, id);
create index document_open on document (party_id, due_on, id) where open;
create index document_drafts on document (issued_on, id) where state = 'DRAFT';
create index document_of_invoice on document (corrects_id) where corrects_id is not null;
create index document_of_run on document (run_id, id) where run_id is not null;
create index document_of_salesperson on document (salesperson_id, id) where salesperson_id is not null;
create index document_search on document using gin (search_text public.gin_trgm_ops);

create table document_line (
  document_id     bigint not null references document on delete cascade,
  position        int not null,
  product_id      bigint references product,
  product         text,
  group_id        bigint references product_group,
  name            text not null,
  quantity        numeric not null,
  unit            text,
  unit_price      numeric not null,
  unit_cost       numeric,
  net             numeric not null,
  tax_code        text not null,
  tax_percent     numeric not null,
  tax             numeric not null,
  cost            numeric,
  contract_source text,
  contract_key    text,
  contract_number text,
  contract_line   text,
  package_type    text,
  from_day        date,
  until_day       date,
  primary key (document_id, position)
);
create index document_line_of_product on document_line (product_id) where product_id is not null;
create index document_line_of_contract on document_line (contract_source, contract_key, document_id)
  where contract_key is not null;

create sequence payment_seq;

create table payment (
  id          bigint primary key,
  revision    bigint not null,
  party_id    bigint not null references core.party (id),
  received_on date not null,
  amount      numeric not null check (amount > 0),
  currency    text not null,
  allocated   numeric not null,
  returned    numeric not null check (returned between 0 and amount),
  method      text,
  reference   text,
  note        text,
  created_at  timestamptz not null,
  created_by  text not null,
  changed_at  timestamptz not null,
  changed_by  text not null,

  check (allocated >= 0 and allocated + returned <= amount)
);
create index payment_by_day on payment (received_on, id);
create index payment_by_amount on payment (amount, id);
create index payment_of_party on payment (party_id, received_on, id);

create sequence settlement_seq;

-- Never changed, never deleted: what is taken back is written with the opposite sign.
create table settlement (
  id             bigint primary key default nextval('settlement_seq'),
  document_id    bigint not null references document,
  payment_id     bigint references payment,
  credit_note_id bigint references document,
  amount         numeric not null check (amount <> 0),
  settled_on     date not null,
  act            text not null,
  at             timestamptz not null,
  by             text not null,

  check ((payment_id is null) <> (credit_note_id is null))
);
create index settlement_of_document on settlement (document_id);
create index settlement_of_payment on settlement (payment_id) where payment_id is not null;

-- Kept with each posting, so that nobody need add up lines.
create table turnover (
  party_id bigint not null references core.party (id),
  group_id bigint not null,
  month    date not null,
  currency text not null,
  net      numeric not null,
  tax      numeric not null,
  cost     numeric not null,
  home_net numeric not null,
  lines    bigint not null,
  primary key (party_id, month, group_id, currency)
);
comment on column turnover.group_id is 'the product''s own group when it was posted; 0 for none';
comment on column turnover.home_net is 'net at the rate of each document''s day';
create index turnover_of_month on turnover (month, group_id);
create index turnover_of_group on turnover (group_id, month);
