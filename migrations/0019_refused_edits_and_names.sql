-- 'stale': it stands, and Slack has refused to edit it; `hash` is of what was refused.
alter table slots drop constraint slots_state_check;
alter table slots add constraint slots_state_check
  check (state in ('intended', 'pending', 'standing', 'stale', 'failed', 'released'));

-- What the channel was to be called where Slack would not have it so, and Slack's word why; null where Slack changed it unasked.
alter table incident_channels add column wanted_name text;
alter table incident_channels add column name_error text;

-- How many connections to Slack each of our processes has: whoever else listens on our app takes events away.
create table listeners (
  process text primary key,
  connections integer not null,
  seen_at timestamptz not null
);
