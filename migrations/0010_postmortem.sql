-- why: the postmortem is written when the incident ends. What the bot knows stands in other tables; here is what people write,
-- and whom was asked for what is missing.

-- A row from the first draft on, or from the moment at which somebody waived it.
create table postmortems (
  incident_id text primary key references incidents (id),
  status text not null check (status in ('draft', 'in_review', 'approved', 'published', 'waived')),
  drafted_at timestamptz,
  since timestamptz not null,
  -- Where messages of the workspace are found, so that each row of a timeline has its link: `https://example.slack.com/archives/`.
  archives text
);
create index postmortems_in_work on postmortems (drafted_at) where status = 'draft';

-- Every version of what people wrote in a section; the one with the highest `n` holds. An empty text gives the section back.
create table postmortem_texts (
  incident_id text not null references incidents (id),
  section text not null,
  n integer not null,
  words text not null,
  by text not null,
  at timestamptz not null,
  -- The question that it answers.
  question text,
  primary key (incident_id, section, n)
);

create table postmortem_questions (
  id text primary key,
  incident_id text not null references incidents (id),
  -- What is missing: a section, a moment, or `mini` for the five questions at once.
  gap text not null,
  -- The person who is asked, or the channel in which anybody may answer.
  user_id text,
  channel_id text,
  asked_at timestamptz not null,
  -- Who passed it on; null where the bot asked.
  passed_by text,
  state text not null check (state in ('open', 'answered', 'unknown', 'passed', 'withdrawn')),
  settled_at timestamptz,
  settled_by text,
  -- Who knows it instead.
  passed_to text,
  check ((user_id is null) <> (channel_id is null))
);
create index postmortem_questions_of_incident on postmortem_questions (incident_id);
-- One open question per person, and nothing is asked twice at once.
create unique index postmortem_questions_one_each on postmortem_questions (user_id) where state = 'open';
create unique index postmortem_questions_one_gap on postmortem_questions (incident_id, gap) where state = 'open';
