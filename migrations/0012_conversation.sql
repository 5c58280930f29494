-- why: the whole conversation must outlive its channel, also what was said while nobody listened, and what the record says
-- can be put right afterwards without losing what it said first.

alter table record_messages
  -- Part of the incident's own conversation: kept without anybody's mark.
  add column conversation boolean not null default false,
  -- What was attached, as links: a list of {name, permalink}, null for none. Never what is in it.
  add column files jsonb;

-- The reading of a channel's history, page by page: what a crash interrupts goes on where it was.
create table record_repairs (
  incident_id text not null references incidents (id),
  channel_id text not null,
  -- Empty for the channel itself, else one thread of it.
  thread_ts text not null default '',
  wanted_at timestamptz not null,
  -- Null while none is under way.
  began_at timestamptz,
  -- Asked for while one is under way: it is done once more.
  again boolean not null default false,
  -- Every thread is read, not only those that may have changed.
  thorough boolean not null default false,
  -- Raised with each page, so that two at work never write over each other.
  step integer not null default 0,
  pages integer not null default 0,
  -- The main line is read down to this message; null at its newest end.
  read_down_to text,
  main_read boolean not null default false,
  -- Threads still to be read, and how far the first of them is.
  threads text[] not null default '{}',
  read_up_to text,
  found integer not null default 0,
  edited integer not null default 0,
  deleted integer not null default 0,
  attempts integer not null default 0,
  -- Slack's word for why it was given up.
  error text,
  finished_at timestamptz,
  primary key (incident_id, channel_id, thread_ts)
);

-- Somebody said that a proposed moment is none: it is not proposed again.
create table record_refusals (
  incident_id text not null references incidents (id),
  channel_id text not null,
  ts text not null,
  by text not null,
  at timestamptz not null,
  primary key (incident_id, channel_id, ts)
);

-- What somebody wrote onto the timeline by hand.
create table record_notes (
  incident_id text not null references incidents (id),
  n integer not null,
  moment timestamptz not null,
  words text not null,
  by text not null,
  at timestamptz not null,
  primary key (incident_id, n)
);

-- What people changed about an entry of the timeline: each change whole, the last one counts, the original stays.
create table record_edits (
  incident_id text not null references incidents (id),
  -- `fact:<id>`, `message:<channel>:<ts>` or `note:<n>`.
  entry text not null,
  n integer not null,
  -- Null: as the original.
  moment timestamptz,
  words text,
  hidden boolean not null,
  reason text,
  by text not null,
  at timestamptz not null,
  primary key (incident_id, entry, n)
);
