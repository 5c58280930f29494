-- Who read a private incident, and what of it: once per person and hour. `through` is the token's name, where it was one.
create table private_readings (
  incident_id text not null references incidents (id),
  user_id text not null,
  what text not null check (what in ('page', 'postmortem', 'export', 'api')),
  hour timestamptz not null,
  at timestamptz not null,
  through text,
  primary key (incident_id, user_id, what, hour)
);
