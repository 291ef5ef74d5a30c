create table branch (
  id        bigint generated always as identity primary key,
  revision  bigint not null default 1,
  name      text not null,
  parent_id bigint references branch
);
create unique index branch_name on branch (lower(name));
create index branch_by_parent on branch (parent_id);

alter table app_user
  add column branch_id   bigint references branch,
  add column superior_id bigint references app_user;
create index app_user_by_branch on app_user (branch_id);
create index app_user_by_superior on app_user (superior_id);

create table user_group (
  id          bigint generated always as identity primary key,
  revision    bigint not null default 1,
  name        text not null,
  description text
);
create unique index user_group_name on user_group (lower(name));

create table user_group_member (
  group_id bigint not null references user_group on delete cascade,
  user_id  bigint not null references app_user on delete cascade,
  primary key (group_id, user_id)
);
create index user_group_member_by_user on user_group_member (user_id);

create table user_group_role (
  group_id bigint not null references user_group on delete cascade,
  role     text not null references role,
  primary key (group_id, role)
);

create table role_scope (
  role      text not null references role on delete cascade,
  action    text not null check (action in ('READ', 'CHANGE', 'DELETE', 'EXPORT')),
  extent    text not null check (extent in ('OWN', 'BRANCH', 'REGISTERS', 'ALL')),
  registers bigint[] not null default '{}',
  primary key (role, action, extent)
);

-- Whatever a role could do before, it can do with all records.
insert into role_scope (role, action, extent)
select role.name, action, 'ALL'
  from role cross join unnest(array['READ', 'CHANGE', 'DELETE', 'EXPORT']) as action;
