-- why: a timer or a job whose stored data cannot be read ends the same each time: it is taken out of the way, and kept for a look.
create table set_aside (
  id bigint generated always as identity primary key,
  what text not null check (what in ('timer', 'job')),
  -- The kind of the timer, or the name of the job.
  name text not null,
  -- What the timer was about, or the id of the job.
  subject text not null,
  data jsonb,
  -- Where it could not be read: places, and nothing of what stands there.
  problem text not null,
  at timestamptz not null
);
create index set_aside_at on set_aside (at);
