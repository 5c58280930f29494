-- why: merging: which incident goes on in another, so that both can lead to each other.
alter table incidents add column merged_into text references incidents (id);
create index incidents_merged_into on incidents (merged_into) where merged_into is not null;
