-- Everything that was sent to a language model, each attempt a row, written before the first byte leaves. `request` and `answer` are the exact
-- bodies; they go when a message in them is deleted, and when their time is up: the hashes stay. `said_in` are the messages (channel:ts).
create table model_calls (
  id text primary key,
  at timestamptz not null,
  ended_at timestamptz,
  role text not null check (role in ('fast', 'careful', 'embeddings')),
  provider text not null,
  model text not null,
  url text not null,
  leaves boolean not null,
  purpose text not null,
  incident_id text references incidents (id),
  asked_by text,
  attempt integer not null,
  outcome text not null check (outcome in ('sent', 'answered', 'refused', 'cut', 'unreadable')),
  reason text,
  status integer,
  input_tokens integer not null,
  output_tokens integer not null,
  is_estimated boolean not null,
  cost double precision not null,
  request text,
  request_hash text not null,
  answer text,
  answer_hash text,
  said_in text[] not null,
  scrubbed_at timestamptz,
  scrubbed_for text
);
create index model_calls_at on model_calls (at desc, id desc);
create index model_calls_of on model_calls (incident_id, at desc);
-- Answers that were checked, by what they were made from. Placeholders stand in them for what was kept from the model.
create table model_answers (
  id text primary key,
  incident_id text not null references incidents (id),
  purpose text not null,
  language text not null,
  at timestamptz not null,
  call_id text not null references model_calls (id),
  claims jsonb not null,
  said_in text[] not null
);
create index model_answers_of on model_answers (incident_id, purpose, language, at desc);
-- What was written of an incident as a point in a model's space, to find those that are like it.
create table model_vectors (
  incident_id text not null references incidents (id),
  model text not null,
  made_of text not null,
  at timestamptz not null,
  vector real[] not null,
  primary key (incident_id, model)
);
