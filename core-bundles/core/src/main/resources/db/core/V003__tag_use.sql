-- How many parties carry each tag: the sum of the rows of a tag. One row says that so many more, or
-- fewer, carry it; a job sums them up.
create table tag_use (
  tag     text not null,
  parties bigint not null
);

insert into tag_use (tag, parties)
select tag, count(*) from party, unnest(party.tags) as tag group by tag;
