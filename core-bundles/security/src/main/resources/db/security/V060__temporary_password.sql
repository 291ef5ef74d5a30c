-- A password somebody else knows opens the door until its user has chosen his own (ASVS 6.4.1).
alter table app_user add column password_temporary boolean not null default false;
