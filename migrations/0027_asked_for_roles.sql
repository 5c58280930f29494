-- Somebody is asked to take a role: the lead, which somebody may hold already, or another one.
alter table hand_overs add column role text not null default 'handler';
alter table hand_overs alter column from_user drop not null;
-- Why it was declined, and when it was brought to mind.
alter table hand_overs add column reason text;
alter table hand_overs add column reminded_at timestamptz;
update hand_overs set reminded_at = facts.at from facts
  where facts.type = 'roles.hand_over_waits' and facts.data->>'handOver' = hand_overs.id;
drop index hand_overs_one_open;
create unique index hand_overs_one_open on hand_overs (incident_id, role) where state = 'open';
alter table hand_overs drop constraint hand_overs_state_check;
alter table hand_overs add constraint hand_overs_state_check
  check (state in ('open', 'accepted', 'declined', 'withdrawn', 'replaced', 'over'));
