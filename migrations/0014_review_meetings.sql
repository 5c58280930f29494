-- why: the meeting at which a postmortem is talked through is planned, moved, held or waived, and asked after.

-- One per incident, moved as often as people like.
create table review_meetings (
  incident_id text primary key references incidents (id),
  -- Counts the plans: calendars move their entry when it rises.
  n integer not null,
  state text not null check (state in ('open', 'planned', 'held', 'waived')),
  starts_at timestamptz,
  minutes integer,
  people text[] not null,
  planned_by text,
  planned_at timestamptz,
  check (state <> 'planned' or (starts_at is not null and minutes is not null and planned_at is not null))
);
