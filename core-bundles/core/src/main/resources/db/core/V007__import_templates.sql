-- Mappings and options of imports, kept under a name for everybody who imports.
create sequence import_template_seq;

create table import_template (
  id         bigint primary key default nextval('import_template_seq'),
  type       text not null,
  name       text not null,
  mapping    jsonb not null,
  options    jsonb not null,
  changed_by text not null,
  changed_at timestamptz not null
);
create unique index import_template_name on import_template (type, lower(name));
