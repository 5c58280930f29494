-- why: calling people beyond Slack and by function, and places that hear of an incident by hand. Slack wakes nobody at
-- night, so a page is kept like a debt until it is paid; who was called and who answers can be counted at any time.

-- A call beyond Slack: to a signed webhook or to PagerDuty. The id is the key under which it takes effect once.
create table pages (
  id text primary key,
  incident_id text not null references incidents (id),
  -- The pager's key in the settings.
  pager text not null,
  -- The how-manieth page of this incident to this pager, from 1: they arrive in this order.
  n integer not null,
  event text not null check (event in ('trigger', 'acknowledge', 'resolve')),
  requested_at timestamptz not null,
  -- needless: a later page said so much that this one need not be sent any more.
  state text not null default 'trying' check (state in ('trying', 'delivered', 'failed', 'needless')),
  attempts integer not null default 0,
  -- Until then a call may be under way.
  sending_until timestamptz,
  error text,
  settled_at timestamptz,
  unique (incident_id, pager, n)
);

-- People called by hand, by function or one by one; who they are stands among assembled_people, as `called:<n>`.
create table calls (
  incident_id text not null references incidents (id),
  n integer not null,
  called_by text not null,
  called_at timestamptz not null,
  -- The function's key in the settings.
  function text,
  reason text,
  -- The channels of the function, as they were found when it was called.
  channels text[] not null default '{}',
  primary key (incident_id, n)
);

create table call_answers (
  incident_id text not null references incidents (id),
  n integer not null,
  user_id text not null,
  answer text not null check (answer in ('coming', 'declined')),
  at timestamptz not null,
  primary key (incident_id, n, user_id)
);

-- Told that they may leave. Whoever is called again has a new row without it.
alter table assembled_people add column released_at timestamptz;

-- A place that hears of the incident may be a thread (the empty text is the channel itself), linked by a person. One that
-- fell silent hears no more news; what stands there is still kept true.
alter table assembled_channels
  add column thread_ts text not null default '',
  add column linked_by text,
  add column silent_since timestamptz,
  add column silent_why text check (silent_why in ('unlinked', 'archived', 'private')),
  drop constraint assembled_channels_pkey,
  add primary key (incident_id, channel_id, thread_ts);
create index assembled_channels_by_channel on assembled_channels (channel_id);

-- Since when the bot is out of the incident's channel, and who took it out.
alter table incident_channels add column left_at timestamptz, add column left_by text;
