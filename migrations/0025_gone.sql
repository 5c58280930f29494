-- why: whoever leaves the channel of a private incident, is taken out of it, or has the right taken away by hand, may not know of it any longer,
-- whatever had brought them in. `is_barred`: it was private then, so that no rule of the settings brings them back; only people do.
create table gone_people (
  incident_id text not null references incidents (id),
  user_id text not null,
  since timestamptz not null,
  taken_by text,
  is_barred boolean not null,
  primary key (incident_id, user_id)
);
