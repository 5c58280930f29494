-- Up to when the bot has shown somebody how an incident stands.
create table assistant_looks (
  incident_id text not null references incidents (id),
  user_id text not null,
  at timestamptz not null,
  primary key (incident_id, user_id)
);
-- Incidents for which people have switched the assistant off.
create table assistant_switches (
  incident_id text primary key references incidents (id),
  by_user text not null,
  at timestamptz not null
);
-- Summaries as they were made last, by language. `made_of` says what they were made from: where that has changed, they are made anew.
-- A row is deleted in the transaction in which a message of its incident is deleted or edited.
create table assistant_summaries (
  incident_id text not null references incidents (id),
  language text not null,
  made_of text not null,
  made_at timestamptz not null,
  summary jsonb not null,
  primary key (incident_id, language)
);
-- Drafts that stand in somebody's form: what was proposed, until it is sent. Deleted like summaries.
create table assistant_drafts (
  id text primary key,
  incident_id text not null references incidents (id),
  user_id text not null,
  purpose text not null,
  fields jsonb not null,
  at timestamptz not null
);
create index assistant_drafts_of on assistant_drafts (incident_id);
-- What was proposed once and put away: it does not come back.
create table assistant_dismissals (
  incident_id text not null references incidents (id),
  what text not null,
  by_user text not null,
  at timestamptz not null,
  primary key (incident_id, what)
);
