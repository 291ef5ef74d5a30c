-- An import looks for parties and persons by their first e-mail and phone, a batch at once.
create index party_by_email on party (lower(email)) where email is not null;
create index party_by_phone on party (phone) where phone is not null;
create index person_by_email on person (lower(emails -> 0 ->> 'value')) where emails <> '[]';
create index person_by_phone on person ((phones -> 0 ->> 'value')) where phones <> '[]';
