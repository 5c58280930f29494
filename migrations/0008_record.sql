-- why: what belongs on the timeline must outlive its channel, and what somebody promised to do must be asked after.

-- A message that is part of an incident's record. What it says is read from Slack after it was marked, follows its edits,
-- and is gone when it was deleted there. `ts` is Slack's key of it, never a number.
create table record_messages (
  incident_id text not null references incidents (id),
  channel_id text not null,
  ts text not null,
  thread_ts text,
  -- A person, or the app that said it.
  author text,
  words text,
  permalink text,
  said_at timestamptz not null,
  read_at timestamptz,
  -- Slack's key of the last edit that `words` holds: an older reading never overwrites it.
  edited_ts text,
  deleted_at timestamptz,
  primary key (incident_id, channel_id, ts)
);
create index record_messages_by_place on record_messages (channel_id, ts);

-- Why a message is in the record: each pin, each reaction, the declaration or the thread that it came with. A mark stands
-- while any of them does; one that was taken back stays as a tombstone.
create table record_sources (
  incident_id text not null references incidents (id),
  channel_id text not null,
  ts text not null,
  kind text not null check (kind in ('timeline', 'action', 'done', 'hypothesis', 'todo')),
  -- `pin`, `reaction:<emoji>`, `declaration` or `thread`.
  via text not null,
  by text not null,
  since timestamptz not null,
  until timestamptz,
  primary key (incident_id, channel_id, ts, kind, via, by)
);

-- What an incident was declared from, on its way into the record. `error` is Slack's word for why it cannot be read.
create table record_adoptions (
  incident_id text primary key references incidents (id),
  adopted_at timestamptz,
  error text,
  attempts integer not null default 0
);

create table todos (
  id text primary key,
  incident_id text not null references incidents (id),
  -- What people call it: counts within the incident, from 1.
  n integer not null,
  -- Null once the message that said it was deleted.
  words text,
  owner text,
  state text not null check (state in ('open', 'done', 'dropped')),
  source text not null check (source in ('message', 'reaction', 'menu')),
  channel_id text,
  ts text,
  added_by text not null,
  added_at timestamptz not null,
  due_at timestamptz,
  closed_at timestamptz,
  closed_by text,
  unique (incident_id, n),
  unique (channel_id, ts)
);
