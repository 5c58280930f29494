-- why: several people may hold a role, but nobody holds one twice; the lead passes on only when the one who takes it
-- has said yes; and who joins late is caught up once, not at each coming and going.

create unique index role_holders_once on role_holders (incident_id, role, user_id) where until is null;
-- Somebody leaves the company: which roles do they still hold?
create index role_holders_by_person on role_holders (user_id) where until is null;

-- An offer of the lead. Until it is accepted nothing has changed.
create table hand_overs (
  id text primary key,
  incident_id text not null references incidents (id),
  from_user text not null,
  to_user text not null,
  proposed_by text not null,
  briefing text not null,
  proposed_at timestamptz not null,
  state text not null check (state in ('open', 'accepted', 'declined', 'withdrawn', 'replaced')),
  settled_at timestamptz
);
create unique index hand_overs_one_open on hand_overs (incident_id) where state = 'open';

-- When somebody was last told, alone, how things stand.
create table catch_ups (
  incident_id text not null references incidents (id),
  user_id text not null,
  at timestamptz not null,
  primary key (incident_id, user_id)
);
