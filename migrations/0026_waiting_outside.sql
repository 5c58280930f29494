-- What GitHub said of an issue that it refuses, and when the bot looks again by itself.
alter table action_issues add column detail text;
alter table action_issues add column retry_at timestamptz;
-- What the postmortem lacks in the record and people have written into its file, by the gaps' names.
alter table postmortems add column filled_there text[] not null default '{}';
