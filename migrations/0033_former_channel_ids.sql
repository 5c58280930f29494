-- Slack gives a private channel another id when it is shared with another company. What is stored follows; settings go on to name
-- the old one.
create table former_channel_ids (
  id text primary key,
  channel_id text not null
);
