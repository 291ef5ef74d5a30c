-- Answers to requests with an Idempotency-Key, kept for a day.
create table rest.idempotent_requests (
  user_id      bigint      not null,
  key          text        not null check (length(key) between 1 and 200),
  path         text        not null,
  request_hash bytea       not null,
  asked_at     timestamptz not null,
  status       smallint,
  content_type text,
  location     text,
  etag         text,
  body         bytea,
  primary key (user_id, key, path)
);

create index idempotent_requests_asked_at on rest.idempotent_requests (asked_at);
