-- What is to be invoiced again and again: computed from the events of contracts and from templates.
create sequence agreement_seq;

create table agreement (
  id             bigint primary key default nextval('agreement_seq'),
  source         text not null,
  key            text not null,
  number         text not null,
  party_id       bigint not null references core.party (id),
  type           text,
  package_type   text,
  salesperson_id bigint,
  branch_id      bigint,
  currency       text,
  digits         int not null,
  unique (source, key)
);
create index agreement_of_party on agreement (party_id);

create table agreement_event (
  agreement_id   bigint not null references agreement on delete cascade,
  event_id       bigint not null,
  kind           text not null,
  effective_on   date,
  ends_on        date,
  type           text,
  package_type   text,
  salesperson_id bigint,
  branch_id      bigint,
  starts_on      date,
  currency       text,
  primary key (agreement_id, event_id)
);

create table agreement_event_line (
  agreement_id bigint not null,
  event_id     bigint not null,
  line_key     text not null,
  product      text,
  name         text not null,
  quantity     numeric not null,
  unit         text,
  unit_price   numeric not null,
  unit_cost    numeric,
  tax_code     text,
  months       int not null,
  due          text not null,
  anchor       date,
  from_day     date not null,
  until_day    date,
  primary key (agreement_id, event_id, line_key),
  foreign key (agreement_id, event_id) references agreement_event on delete cascade
);

create sequence schedule_seq;

create table schedule (
  id           bigint primary key default nextval('schedule_seq'),
  agreement_id bigint not null references agreement on delete cascade,
  party_id     bigint not null references core.party (id),
  line_key     text not null,
  months       int not null,
  due          text not null,
  base         date not null,
  check_from   date,
  next_due     date,
  unique (agreement_id, line_key, months, due, base)
);
comment on column schedule.base is 'the day on which period 0 begins';
comment on column schedule.check_from is 'periods that end before are invoiced as they should; null: all are to be looked at';
comment on column schedule.next_due is 'when there is something to look at; null: never';
create index schedule_due on schedule (party_id, next_due) where next_due is not null;
create index schedule_due_on on schedule (next_due) where next_due is not null;

create table schedule_term (
  schedule_id bigint not null references schedule on delete cascade,
  from_day    date not null,
  until_day   date,
  product     text,
  name        text not null,
  quantity    numeric not null,
  unit        text,
  unit_price  numeric not null,
  unit_cost   numeric,
  tax_code    text,
  primary key (schedule_id, from_day),
  check (until_day >= from_day)
);

create sequence run_seq;

create table run (
  id          bigint primary key default nextval('run_seq'),
  day         date not null,
  posting     boolean not null,
  state       text not null,
  parties     bigint not null,
  done        bigint not null,
  last_party  bigint not null,
  documents   bigint not null,
  lines       bigint not null,
  started_at  timestamptz not null,
  started_by  text not null,
  ended_at    timestamptz
);
create index run_by_start on run (started_at, id);
create unique index run_at_work on run ((true)) where state = 'RUNNING';

create table run_problem (
  run_id   bigint not null references run on delete cascade,
  party_id bigint not null references core.party (id),
  problem  text not null,
  primary key (run_id, party_id)
);

-- What was invoiced of which period; a difference has the next turn. Nothing twice.
create table billed (
  schedule_id  bigint not null references schedule,
  period_from  date not null,
  turn         int not null,
  net          numeric not null,
  cost         numeric,
  document_id  bigint not null references document on delete cascade,
  position     int not null,
  primary key (schedule_id, period_from, turn)
);
create index billed_by_document on billed (document_id);

create sequence template_seq;
create sequence template_event_seq;

create table template (
  id          bigint primary key default nextval('template_seq'),
  revision    bigint not null,
  name        text collate "und-x-icu" not null,
  currency    text not null,
  starts_on   date not null,
  ends_on     date,
  months      int not null,
  due         text not null,
  anchor      date,
  changed_at  timestamptz not null,
  changed_by  text not null
);
create unique index template_name on template (lower(name));

create table template_line (
  template_id bigint not null references template on delete cascade,
  position    int not null,
  product     text not null,
  name        text,
  quantity    numeric not null,
  unit_price  numeric,
  primary key (template_id, position)
);

create table template_party (
  template_id bigint not null references template on delete cascade,
  party_id    bigint not null references core.party (id),
  primary key (template_id, party_id)
);
create index template_of_party on template_party (party_id);
