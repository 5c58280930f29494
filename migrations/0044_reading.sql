-- Lists and searches in a company of 100,000 incidents look at no more than they show: what somebody takes part in is found by the person,
-- what is private in its order, and words of a summary, an impact or a channel's name by an index of their own.
create index incidents_of_declarer on incidents (declared_by);
drop index incidents_private;
create index incidents_private_declared on incidents (declared_at, id) where visibility = 'private';
create index assembled_people_of on assembled_people (user_id, incident_id) where skipped is null;
create index search_entries_heads on search_entries using gin (grams) with (fastupdate = on, gin_pending_list_limit = 256)
  where kind in ('summary', 'impact');
create index incident_channels_words on incident_channels
  using gin (array_to_tsvector(array_remove(string_to_array(translate(name, '_', '-'), '-'), '')));
