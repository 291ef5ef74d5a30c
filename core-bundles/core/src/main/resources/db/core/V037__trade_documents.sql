-- Which documents systems outside have told of, so that telling the same twice changes nothing.
create table core.trade_document (
  source     text        not null,
  kind       text        not null,
  key        text        not null,
  party_id   bigint      not null references core.party (id) on delete cascade,
  digest     text        not null,
  told_at    timestamptz not null,
  told_by    text        not null,
  primary key (source, kind, key)
);

create index trade_document_party on core.trade_document (party_id);
