-- Rates are listed page by page: each has a number that decides among equals.
alter table tax_rate add column id bigint generated always as identity unique;
alter table exchange_rate add column id bigint generated always as identity unique;
create index exchange_rate_by_day on exchange_rate (day, id);
