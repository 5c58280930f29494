-- why: Slack counts an event as delivered once it is acknowledged, so it must be ours before that. Each event is stored
-- first, worked off afterwards, and forgotten when Slack can no longer send it again.
create table inbox (
  event_id text primary key,
  -- The order of arrival, kept among the events of one channel.
  seq bigint generated always as identity,
  kind text not null,
  channel_id text,
  -- The envelope as Slack sent it; gone once processed, for people's words are no business of an inbox.
  body jsonb,
  received_at timestamptz not null,
  -- Not to be taken before: the end of a claim, or of the pause after a failure.
  due_at timestamptz not null,
  claimed_by text,
  attempts integer not null default 0,
  last_error text,
  processed_at timestamptz,
  -- Given up after too many attempts, with its body kept for the one who looks into it.
  parked_at timestamptz
);

create index inbox_waiting on inbox (channel_id, seq) where processed_at is null and parked_at is null;
create index inbox_processed on inbox (processed_at) where processed_at is not null;
create index inbox_parked on inbox (parked_at) where parked_at is not null;
