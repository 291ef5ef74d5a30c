-- Competitors, what they do, what they sell at which price, where they are present, and who watches.
-- A party with records here cannot be removed from the register; watching it does not hold it.
create table competitor (
  party_id    bigint primary key references core.party (id),
  revision    bigint not null,
  name        text collate "und-x-icu" not null,
  threat      text check (threat in ('LOW', 'MEDIUM', 'HIGH')),
  strengths   text,
  weaknesses  text,
  owner_id    bigint,
  created_at  timestamptz not null,
  created_by  text not null,
  changed_at  timestamptz not null,
  changed_by  text not null,
  search_text text collate "C" not null
);
comment on column competitor.name is 'the party''s name, kept up to date by its events';

create index competitor_by_name on competitor (name, party_id);
create index competitor_by_time on competitor (created_at, party_id);
create index competitor_search on competitor using gin (search_text public.gin_trgm_ops);

create sequence strategy_change_seq start with 50 increment by 50;

create table strategy_change (
  id             bigint primary key,
  revision       bigint not null,
  competitor_id  bigint not null references competitor,
  kind           text not null,
  happened_on    date not null,
  title          text collate "und-x-icu" not null,
  description    text,
  source         text,
  reliability    text check (reliability between 'A' and 'F'),
  credibility    int check (credibility between 1 and 6),
  reaction       text,
  reaction_state text not null,
  owner_id       bigint,
  created_at     timestamptz not null,
  created_by     text not null,
  changed_at     timestamptz not null,
  changed_by     text not null,
  search_text    text collate "C" not null
);
create index strategy_change_by_day on strategy_change (happened_on, id);
create index strategy_change_of_competitor on strategy_change (competitor_id, happened_on, id);
create index strategy_change_of_owner on strategy_change (owner_id, happened_on, id)
  where owner_id is not null;
create index strategy_change_open on strategy_change (reaction_state, happened_on, id)
  where reaction_state in ('UNDECIDED', 'PLANNED');
create index strategy_change_search on strategy_change using gin (search_text public.gin_trgm_ops);

create sequence product_seq start with 50 increment by 50;

create table product (
  id                 bigint primary key,
  revision           bigint not null,
  competitor_id      bigint not null references competitor,
  name               text collate "und-x-icu" not null,
  category           text collate "und-x-icu",
  unit               text,
  comparable_product text,
  created_at         timestamptz not null,
  created_by         text not null,
  changed_at         timestamptz not null,
  changed_by         text not null,
  search_text        text collate "C" not null,

  unique (id, competitor_id)
);
create unique index product_name on product (competitor_id, lower(name));
create index product_by_name on product (name, id);
create index product_of_competitor on product (competitor_id, name, id);
create index product_search on product using gin (search_text public.gin_trgm_ops);

create sequence price_observation_seq start with 50 increment by 50;

create table price_observation (
  id            bigint primary key,
  revision      bigint not null,
  product_id    bigint not null,
  competitor_id bigint not null,
  observed_on   date not null,
  amount        numeric not null check (amount >= 0),
  currency      text not null,
  customer_id   bigint references core.party (id),
  source        text,
  note          text,
  created_at    timestamptz not null,
  created_by    text not null,
  changed_at    timestamptz not null,
  changed_by    text not null,

  foreign key (product_id, competitor_id) references product (id, competitor_id)
);
create index price_observation_by_day on price_observation (observed_on, id);
create index price_observation_by_amount on price_observation (amount, id);
create index price_observation_of_product on price_observation (product_id, observed_on, id);
create index price_observation_of_competitor on price_observation (competitor_id, observed_on, id);
create index price_observation_at_customer on price_observation (customer_id, observed_on, id)
  where customer_id is not null;

create sequence presence_seq start with 50 increment by 50;

create table presence (
  id            bigint primary key,
  revision      bigint not null,
  competitor_id bigint not null references competitor,
  customer_id   bigint not null references core.party (id),
  share_percent numeric check (share_percent between 0 and 100),
  supplies      text,
  since         date,
  until         date,
  certainty     text not null,
  note          text,
  created_at    timestamptz not null,
  created_by    text not null,
  changed_at    timestamptz not null,
  changed_by    text not null,

  check (competitor_id <> customer_id),
  check (until >= since)
);
create index presence_by_time on presence (changed_at, id);
create index presence_by_share on presence ((coalesce(share_percent, -1)), id);
create index presence_of_competitor on presence (competitor_id, changed_at, id);
create index presence_at_customer on presence (customer_id, changed_at, id);

create table watch (
  user_id  bigint not null,
  party_id bigint not null references core.party (id) on delete cascade,
  since    timestamptz not null,
  primary key (user_id, party_id)
);
create index watch_of_party on watch (party_id);

create sequence alert_seq;

create table alert (
  id            bigint primary key default nextval('alert_seq'),
  user_id       bigint not null,
  event_id      bigint not null,
  kind          text not null,
  occurred_at   timestamptz not null,
  actor         text not null,
  competitor_id bigint not null references competitor on delete cascade,
  customer_id   bigint references core.party (id) on delete cascade,
  record_type   text not null,
  record_id     text not null,
  label         text not null,
  seen_at       timestamptz,

  unique (user_id, event_id)
);
create index alert_of_user on alert (user_id, occurred_at, id);
create index alert_unseen on alert (user_id, occurred_at, id) where seen_at is null;
create index alert_of_competitor on alert (competitor_id);
create index alert_at_customer on alert (customer_id) where customer_id is not null;
