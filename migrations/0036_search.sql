-- Everything that was said and written, to be found again. `words` are as people read them, `norm` as they are compared, `grams` by what the
-- index knows them: each lexeme with its month before it. `service` and `restricted` (private) are copies from the incident; `said_in` is the
-- message (channel:ts) with which the entry goes. One list of lexemes waits for the index at most, because whoever looks for something reads it.
create table search_entries (
  id bigint generated always as identity primary key,
  incident_id text not null references incidents (id),
  kind text not null check (kind in ('summary', 'impact', 'update', 'message', 'note', 'postmortem', 'action', 'todo')),
  ref text not null,
  at timestamptz not null,
  service text not null,
  restricted boolean not null,
  said_in text,
  words text not null,
  norm text not null,
  grams tsvector not null,
  unique (incident_id, kind, ref)
);
create index search_entries_at on search_entries (at desc, id desc);
create index search_entries_service on search_entries (service, at desc, id desc);
create index search_entries_said_in on search_entries (incident_id, said_in) where said_in is not null;
create index search_entries_grams on search_entries using gin (grams) with (fastupdate = on, gin_pending_list_limit = 256);
-- How far what was there before has been read into it: up to which incident, by id.
create table search_fills (
  one boolean primary key default true check (one),
  upto text not null default '',
  incidents bigint not null default 0,
  finished_at timestamptz
);
create index incidents_private on incidents (id) where visibility = 'private';
