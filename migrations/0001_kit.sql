-- What is due later must survive a restart: one row per subject and kind, claimed in the order of its due time.
create table timers (
  subject text not null,
  kind text not null,
  due_at timestamptz not null,
  data jsonb not null,
  -- How often its handler failed in a row, so that the next attempt comes later each time.
  failures integer not null default 0,
  primary key (subject, kind)
);

create index timers_by_due_time on timers (due_at, subject, kind);
