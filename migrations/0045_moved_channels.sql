-- An incident that was made private may go on in a private channel of the bot's making. `next_*`: the one that is being made; `former_*`: the
-- public one that it left, which is cleaned and then archived.
alter table incident_channels
  add column next_name text unique,
  add column next_suffix integer,
  add column former_id text unique,
  add column former_name text,
  add column moved_at timestamptz,
  add column former_archived_at timestamptz;
