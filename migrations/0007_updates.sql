-- why: status updates, the promise of the next one, and reminders that were moved.

-- What was said of the response, one after the other. Never changed; only the promise of the next one is followed.
create table updates (
  incident_id text not null references incidents (id),
  n integer not null,
  at timestamptz not null,
  by_user text not null,
  report text not null check (report in ('first', 'follow_up', 'final')),
  condition text not null,
  action text,
  need text,
  impact text,
  -- That support knows, as whoever wrote it said.
  support_told boolean not null default false,
  -- When the next one is promised; null where nothing was.
  next_at timestamptz,
  -- How many steps the escalation has gone since that moment passed.
  overdue_steps integer not null default 0,
  -- The form that it came from: sent twice, it is one update.
  view_id text unique,
  primary key (incident_id, n)
);

-- How much of an incident a channel is told: everything, or three lines for people who are not at the controls.
alter table assembled_channels
  add column style text not null default 'full' check (style in ('full', 'brief'));
