-- Persons of one party can become one too: merges are of parties or of persons.
alter table party_merge rename to record_merge;
alter table party_merge_party rename to record_merge_card;
alter table party_merge_part rename to record_merge_part;
alter table party_merge_participant rename to record_merge_participant;
alter sequence party_merge_seq rename to record_merge_seq;
alter sequence party_merge_act_seq rename to record_merge_act_seq;
alter index party_merge_act rename to record_merge_act;
alter index party_merge_undone rename to record_merge_undone;
alter index party_merge_part_standing rename to record_merge_part_standing;
alter index merges_of_party rename to merges_of_card;

alter table record_merge
  add column record_type text not null default 'party'
  check (record_type in ('party', 'person'));
alter table record_merge alter column record_type drop default;

alter table record_merge_card rename column party_id to record_id;
alter table record_merge_part rename column party_id to record_id;
comment on table record_merge_part is 'what a participant moved of a card that became part of another';

alter table record_merge_participant
  add column record_type text not null default 'party',
  drop constraint party_merge_participant_pkey,
  add primary key (record_type, name);
alter table record_merge_participant alter column record_type drop default;

-- Whom somebody chose as superior stays known when that one has become part of another.
alter table person
  add column chosen_superior_id bigint references person
    on delete set null deferrable initially deferred;
comment on column person.merged_into is 'the person this one became part of';
comment on column person.chosen_superior_id is 'the superior that was chosen, where it has become part of superior_id since; null: superior_id itself';
create index person_by_chosen_superior on person (chosen_superior_id)
  where chosen_superior_id is not null;
