-- why: what is to be done so that it does not happen again outlives the incident, is asked after, and is an issue on GitHub.

create table action_items (
  id text primary key,
  incident_id text not null references incidents (id),
  -- What people call it: counts within the incident, from 1.
  n integer not null,
  -- Plain text. Null once the message that said it was deleted.
  title text,
  -- Whether a person wrote the title: what becomes of the message does not reach it then.
  titled boolean not null default false,
  owner text,
  due_on date,
  kind text check (kind in ('prevent', 'detect', 'mitigate', 'process')),
  size text check (size in ('s', 'm', 'l')),
  -- `removed`: its mark was taken back before anybody had touched it.
  state text not null check (state in ('open', 'done', 'waived', 'removed')),
  -- Why it was waived.
  reason text,
  source text not null check (source in ('reaction', 'menu', 'todo', 'postmortem', 'review')),
  channel_id text,
  ts text,
  todo_id text,
  -- Counts what people changed: whoever looks at an older one is told, and nothing is overwritten unseen.
  revision integer not null default 0,
  changed_by text,
  added_by text not null,
  added_at timestamptz not null,
  closed_at timestamptz,
  closed_by text,
  unique (incident_id, n),
  unique (channel_id, ts),
  unique (todo_id)
);
create index action_items_open on action_items (owner) where state = 'open';

-- The issue on GitHub of an action item: one at most, whatever crashes.
create table action_issues (
  action_id text primary key references action_items (id),
  -- `owner/name`.
  repository text not null,
  -- Null until it is known to exist.
  number integer,
  url text,
  -- When making it began: what may have landed is looked for before it is made again.
  intended_at timestamptz,
  -- What both sides said when they last agreed.
  agreed jsonb,
  -- What both sides have changed since then: never overwritten, a person chooses.
  conflict jsonb,
  -- The assignee there when nobody here is known by that name.
  stranger text,
  -- GitHub's refusal, in our word for it.
  error text,
  attempts integer not null default 0,
  seen_at timestamptz,
  -- Who works on it holds it until then.
  busy_until timestamptz,
  unique (repository, number)
);
