-- why: people page from the channel, and want to know there whether somebody answered, who is asked next, and who is on call. The pager's
-- service knows; what it said last is kept, so that the card and the forms can show it without asking.
alter table pages
  -- A person asked for it, not the policy: a drill does not close it.
  add column by_hand boolean not null default false,
  -- Why, in their words.
  add column reason text,
  -- What the service or a person says became of it, of whom it is said, and when it was heard.
  add column answer text check (answer in ('acknowledged', 'declined', 'unanswered', 'passed_on')),
  add column answered_by text,
  add column answered_at timestamptz,
  -- Whom the service is asking: when that changes, the next one is being tried.
  add column assigned_to text;

-- Who is on call, as each pager said last: who is asked first and who next, by level from 1.
create table on_calls (
  pager text primary key,
  people jsonb not null,
  -- Why it could not be read; null where it could.
  error text,
  read_at timestamptz not null
);
