-- Parties, their persons, notes on them, and registers of them.
-- References within this schema are checked at the end of the transaction, so that records may be
-- written in any order.
create extension if not exists pg_trgm schema public;

create sequence party_seq start with 50 increment by 50;
create sequence party_number_seq;

create table party (
  id                bigint primary key,
  revision          bigint not null,
  kind              text not null check (kind in ('ORGANISATION', 'NATURAL_PERSON')),
  name              text collate "und-x-icu" not null,
  short_name        text,
  number            text collate "und-x-icu" not null,
  status            text not null,
  identifiers       jsonb not null default '[]',
  addresses         jsonb not null default '[]',
  phones            jsonb not null default '[]',
  emails            jsonb not null default '[]',
  web               text,
  bank_accounts     jsonb not null default '[]',
  payment_term_days int,
  document_text     text,
  language          text,
  currency          text,
  rating            int check (rating between 1 and 5),
  owner_id          bigint,
  tags              text[] not null default '{}',
  roles             text[] not null default '{}',
  custom            jsonb not null default '{}',
  created_at        timestamptz not null,
  created_by        text not null,
  changed_at        timestamptz not null,
  changed_by        text not null,

  -- what lists show and search finds, kept by the register
  identifier        text,
  city              text collate "und-x-icu",
  country           text,
  phone             text,
  email             text,
  search_text       text collate "C" not null,

  unique (id, kind)
);
comment on column party.phones is 'of an organisation; those of a natural person are its person''s';
comment on column party.emails is 'of an organisation; those of a natural person are its person''s';

create unique index party_number on party (lower(number));
create index party_by_name on party (name, id);
create index party_by_number on party (number, id);
create index party_by_status on party (status, id);
create index party_by_city on party (coalesce(city, ''), id);
create index party_by_rating on party (coalesce(rating, 0), id);
create index party_by_change on party (changed_at, id);
create index party_by_owner on party (owner_id, id) where owner_id is not null;
create index party_by_country on party (country) where country is not null;
create index party_called on party (lower(name));
create index party_in_city on party (lower(city)) where city is not null;
create index party_identifiers on party using gin (identifiers jsonb_path_ops);
create index party_tags on party using gin (tags);
create index party_roles on party using gin (roles);
create index party_search on party using gin (search_text public.gin_trgm_ops);

create sequence person_seq start with 50 increment by 50;

create table person (
  id              bigint primary key,
  revision        bigint not null,
  party_id        bigint not null,
  party_kind      text not null,
  first_name      text,
  last_name       text,
  sex             text,
  remarks         text,
  position        text,
  department      text,
  profession      text,
  education       text,
  superior_id     bigint,
  phones          jsonb not null default '[]',
  emails          jsonb not null default '[]',
  home_address    jsonb,
  private_phones  jsonb not null default '[]',
  private_emails  jsonb not null default '[]',
  birthday        date,
  name_day        text,
  anniversaries   text,
  family          text,
  hobby           text,
  interests       text,
  created_at      timestamptz not null,
  created_by      text not null,
  changed_at      timestamptz not null,
  changed_by      text not null,

  -- what lists are sorted by and search finds, kept by the directory
  sort_name       text collate "und-x-icu" not null,
  search_text     text collate "C" not null,

  unique (id, party_id),
  foreign key (party_id, party_kind) references party (id, kind)
    on delete cascade deferrable initially deferred,
  foreign key (superior_id, party_id) references person (id, party_id)
    deferrable initially deferred
);
create unique index person_of_natural_person on person (party_id)
  where party_kind = 'NATURAL_PERSON';
create index person_of_party on person (party_id, sort_name, id);
create index person_by_name on person (sort_name, id);
create index person_by_superior on person (superior_id) where superior_id is not null;
create index person_search on person using gin (search_text public.gin_trgm_ops);

create sequence note_seq start with 50 increment by 50;

create table note (
  id          bigint primary key,
  revision    bigint not null,
  party_id    bigint not null references party
    on delete cascade deferrable initially deferred,
  person_id   bigint,
  text        text not null,
  links       jsonb not null default '[]',
  pinned      boolean not null,
  author      text not null,
  written_at  timestamptz not null,
  edited_at   timestamptz,
  attachments int not null default 0,
  search_text text collate "C" not null,

  foreign key (person_id, party_id) references person (id, party_id)
    on delete cascade deferrable initially deferred
);
create index note_of_party on note (party_id, pinned desc, written_at desc, id desc);
create index note_of_person on note (person_id, pinned desc, written_at desc, id desc)
  where person_id is not null;
create index note_by_time on note (pinned desc, written_at desc, id desc);
create index note_search on note using gin (search_text public.gin_trgm_ops);

create sequence register_seq start with 50 increment by 50;

create table register (
  id          bigint primary key,
  revision    bigint not null,
  name        text collate "und-x-icu" not null,
  description text
);
create unique index register_name on register (lower(name));

create table register_party (
  register_id bigint not null references register on delete cascade,
  party_id    bigint not null references party
    on delete cascade deferrable initially deferred,
  primary key (register_id, party_id)
);
create index register_of_party on register_party (party_id);
