-- why: the main job, from the first mention to the archived channel. Rows are the truth; facts tell what happened to
-- them; slots remember what stands in Slack. One incident has one channel, whose name is reserved before Slack is asked.

-- What happened, in the past tense, written with the change itself. Never updated.
create table facts (
  id text primary key,
  subject text not null,
  type text not null,
  -- The how-manieth fact of this type about this subject, from 1.
  n integer not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id text,
  data jsonb not null,
  unique (subject, type, n)
);
create index facts_by_subject on facts (subject, at, id);

-- One row per thing that is shown in Slack: how new its state is, and how new what was rendered.
create table projections (
  subject text primary key,
  version integer not null,
  rendered_version integer not null default 0,
  lease_holder text,
  lease_until timestamptz,
  retry_at timestamptz
);
create index projections_behind on projections (subject) where rendered_version < version;

create table slots (
  subject text not null,
  slot text not null,
  -- intended: a call may be under way or may have landed; pending: nothing has landed; standing: done; failed: Slack
  -- refused; released: a person's now.
  state text not null check (state in ('intended', 'pending', 'standing', 'failed', 'released')),
  channel_id text,
  ts text,
  -- What else identifies the thing in Slack, a bookmark's id for one.
  ref text,
  hash text not null,
  intended_at timestamptz not null,
  standing_at timestamptz,
  attempts integer not null default 0,
  retry_at timestamptz,
  error text,
  primary key (subject, slot)
);
create index slots_by_message on slots (channel_id, ts);

create table incidents (
  id text primary key,
  status text not null check (status in ('responding', 'recovered', 'completed', 'cancelled', 'merged')),
  service text not null,
  summary text not null,
  impact text,
  urgency text,
  level text,
  types text[] not null default '{}',
  kind text not null check (kind in ('real', 'drill', 'exercise')),
  visibility text not null check (visibility in ('public', 'private')),
  permanence text check (permanence in ('provisional', 'permanent')),
  declared_by text not null,
  occurred_at timestamptz,
  detected_at timestamptz,
  declared_at timestamptz not null,
  handler_taken_at timestamptz,
  recovered_at timestamptz,
  completed_at timestamptz,
  postmortem_owner text,
  postmortem_due date,
  -- The form that declared it: submitted twice, it is still one incident; the same view tells how it went.
  declare_view_id text unique,
  declare_locale text not null,
  invitation_id text
);
create index incidents_open on incidents (declared_at) where status in ('responding', 'recovered');

-- An incident's own channel. The name is taken here, in the declaring transaction, before Slack hears of it.
create table incident_channels (
  incident_id text primary key references incidents (id),
  name text not null unique,
  suffix integer not null default 1,
  is_private boolean not null,
  channel_id text unique,
  created_at timestamptz,
  archived_at timestamptz,
  archived_by text
);

-- The answer to a mention: a message with the button that opens the form.
create table invitations (
  id text primary key,
  channel_id text not null,
  mention_ts text not null,
  thread_ts text,
  asked_by text not null,
  asked_at timestamptz not null,
  unique (channel_id, mention_ts)
);

create table role_holders (
  incident_id text not null references incidents (id),
  role text not null,
  user_id text not null,
  since timestamptz not null,
  until timestamptz,
  primary key (incident_id, role, user_id, since)
);
create unique index role_holders_one_handler on role_holders (incident_id) where role = 'handler' and until is null;

-- Who was called into the channel and why; a guest or a deactivated person is kept as skipped, to be named.
create table assembled_people (
  incident_id text not null references incidents (id),
  user_id text not null,
  reason text not null,
  since timestamptz not null,
  skipped text check (skipped in ('guest', 'deactivated', 'unknown')),
  primary key (incident_id, user_id, reason)
);

-- The channels that hear of the incident, from when on, and how loudly.
create table assembled_channels (
  incident_id text not null references incidents (id),
  channel_id text not null,
  mention text not null check (mention in ('none', 'here', 'channel')),
  since timestamptz not null,
  primary key (incident_id, channel_id)
);

-- Names in the policy that nobody and nothing in the workspace answers to.
create table assembly_gaps (
  incident_id text not null references incidents (id),
  name text not null,
  primary key (incident_id, name)
);

create table checkpoints (
  incident_id text not null references incidents (id),
  n integer not null,
  at timestamptz not null,
  primary key (incident_id, n)
);

-- The workspace as last seen, so that nothing has to be asked while somebody waits.
create table directory_people (
  id text primary key,
  handle text not null,
  name text not null,
  locale text,
  email text,
  is_bot boolean not null,
  is_guest boolean not null,
  is_deactivated boolean not null
);
create table directory_groups (
  id text primary key,
  handle text not null unique,
  name text not null,
  people text[] not null
);
create table directory_channels (
  id text primary key,
  name text not null,
  is_private boolean not null,
  is_archived boolean not null,
  is_member boolean not null
);
create table directory_refreshes (
  -- One row: when the workspace was last read whole.
  one boolean primary key default true check (one),
  at timestamptz not null
);
