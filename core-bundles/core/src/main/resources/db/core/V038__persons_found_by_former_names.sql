-- Who became part of another person is still looked for by the name it had.
alter table person add column formerly text[] not null default '{}';
comment on column person.formerly is 'names of persons that became part of this one; search finds it by them';

update person s
   set formerly = m.names, search_text = s.search_text || m.keys || ' '
  from (select merged_into,
               array_agg(distinct concat_ws(' ', first_name, last_name)
                         order by concat_ws(' ', first_name, last_name)) as names,
               string_agg(btrim(search_text), ' ' order by id) as keys
          from person where merged_into is not null group by merged_into) m
 where s.id = m.merged_into;
