-- What is sold, at which rates of tax and of exchange.
create sequence product_group_seq;

create table product_group (
  id         bigint primary key default nextval('product_group_seq'),
  revision   bigint not null,
  code       text not null unique,
  name       text collate "und-x-icu" not null,
  parent_id  bigint references product_group,
  changed_at timestamptz not null,
  changed_by text not null,

  check (parent_id <> id)
);
create index product_group_of_parent on product_group (parent_id);

-- Every group lies in itself at depth 0 and in all groups above it.
create table group_ancestry (
  group_id    bigint not null references product_group on delete cascade,
  ancestor_id bigint not null references product_group on delete cascade,
  depth       int not null,
  primary key (group_id, ancestor_id)
);
create index group_ancestry_below on group_ancestry (ancestor_id, group_id);

create sequence product_seq;

create table product (
  id          bigint primary key default nextval('product_seq'),
  revision    bigint not null,
  code        text not null unique,
  name        text collate "und-x-icu" not null,
  kind        text not null,
  unit        text,
  price       numeric not null check (price >= 0),
  cost        numeric check (cost >= 0),
  currency    text not null,
  tax_code    text not null,
  group_id    bigint references product_group,
  active      boolean not null,
  created_at  timestamptz not null,
  created_by  text not null,
  changed_at  timestamptz not null,
  changed_by  text not null,
  search_text text collate "C" not null
);
create index product_by_name on product (name, id);
create index product_of_group on product (group_id, id);
create index product_search on product using gin (search_text public.gin_trgm_ops);

create table tax_rate (
  code       text not null,
  valid_from date not null,
  percent    numeric not null check (percent between 0 and 100),
  primary key (code, valid_from)
);

create table exchange_rate (
  currency text not null,
  day      date not null,
  rate     numeric not null check (rate > 0),
  primary key (currency, day)
);
comment on column exchange_rate.rate is 'what one unit costs in the home currency';
