-- The schema that all migrations together make: to read and to compare, never to run. Written by scripts/db/schema.ts.

create table action_issues (
  action_id text not null,
  repository text not null,
  number integer,
  url text,
  intended_at timestamp with time zone,
  agreed jsonb,
  conflict jsonb,
  stranger text,
  error text,
  attempts integer not null default 0,
  seen_at timestamp with time zone,
  busy_until timestamp with time zone,
  detail text,
  retry_at timestamp with time zone,
  constraint action_issues_pkey PRIMARY KEY (action_id),
  constraint action_issues_repository_number_key UNIQUE (repository, number),
  constraint action_issues_action_id_fkey FOREIGN KEY (action_id) REFERENCES action_items(id)
);

create table action_items (
  id text not null,
  incident_id text not null,
  n integer not null,
  title text,
  titled boolean not null default false,
  owner text,
  due_on date,
  kind text,
  size text,
  state text not null,
  reason text,
  source text not null,
  channel_id text,
  ts text,
  todo_id text,
  revision integer not null default 0,
  changed_by text,
  added_by text not null,
  added_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  closed_by text,
  constraint action_items_pkey PRIMARY KEY (id),
  constraint action_items_channel_id_ts_key UNIQUE (channel_id, ts),
  constraint action_items_incident_id_n_key UNIQUE (incident_id, n),
  constraint action_items_todo_id_key UNIQUE (todo_id),
  constraint action_items_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id),
  constraint action_items_kind_check CHECK ((kind = ANY (ARRAY['prevent'::text, 'detect'::text, 'mitigate'::text, 'process'::text]))),
  constraint action_items_size_check CHECK ((size = ANY (ARRAY['s'::text, 'm'::text, 'l'::text]))),
  constraint action_items_source_check CHECK ((source = ANY (ARRAY['reaction'::text, 'menu'::text, 'todo'::text, 'postmortem'::text, 'review'::text]))),
  constraint action_items_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'waived'::text, 'removed'::text])))
);
CREATE INDEX action_items_newest ON public.action_items USING btree (id DESC) WHERE (state = 'open'::text);
CREATE INDEX action_items_open_in_order ON public.action_items USING btree (owner, due_on, id) WHERE (state = 'open'::text);

create table api_calls (
  key text not null,
  said text not null,
  at timestamp with time zone not null,
  made text not null default ''::text,
  constraint api_calls_pkey PRIMARY KEY (key)
);
CREATE INDEX api_calls_at ON public.api_calls USING btree (at);

create table api_tokens (
  id text not null,
  name text not null,
  hash text not null,
  prefix text not null,
  user_id text,
  right text not null,
  services text[],
  incidents text[],
  may_name_people boolean not null default false,
  made_by text not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  revoked_by text,
  is_display boolean not null default false,
  constraint api_tokens_pkey PRIMARY KEY (id),
  constraint api_tokens_hash_key UNIQUE (hash)
);

create table assembled_channels (
  incident_id text not null,
  channel_id text not null,
  mention text not null,
  since timestamp with time zone not null,
  thread_ts text not null default ''::text,
  linked_by text,
  silent_since timestamp with time zone,
  silent_why text,
  style text not null default 'full'::text,
  constraint assembled_channels_pkey PRIMARY KEY (incident_id, channel_id, thread_ts),
  constraint assembled_channels_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id),
  constraint assembled_channels_mention_check CHECK ((mention = ANY (ARRAY['none'::text, 'here'::text, 'channel'::text]))),
  constraint assembled_channels_silent_why_check CHECK ((silent_why = ANY (ARRAY['unlinked'::text, 'archived'::text, 'private'::text]))),
  constraint assembled_channels_style_check CHECK ((style = ANY (ARRAY['full'::text, 'brief'::text])))
);
CREATE INDEX assembled_channels_by_channel ON public.assembled_channels USING btree (channel_id);

create table assembled_people (
  incident_id text not null,
  user_id text not null,
  reason text not null,
  since timestamp with time zone not null,
  skipped text,
  released_at timestamp with time zone,
  constraint assembled_people_pkey PRIMARY KEY (incident_id, user_id, reason),
  constraint assembled_people_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id),
  constraint assembled_people_skipped_check CHECK ((skipped = ANY (ARRAY['guest'::text, 'deactivated'::text, 'unknown'::text, 'outsider'::text])))
);
CREATE INDEX assembled_people_of ON public.assembled_people USING btree (user_id, incident_id) WHERE (skipped IS NULL);

create table assembly_gaps (
  incident_id text not null,
  name text not null,
  why text not null default 'unknown'::text,
  constraint assembly_gaps_pkey PRIMARY KEY (incident_id, name),
  constraint assembly_gaps_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id)
);

create table assistant_dismissals (
  incident_id text not null,
  what text not null,
  by_user text not null,
  at timestamp with time zone not null,
  constraint assistant_dismissals_pkey PRIMARY KEY (incident_id, what),
  constraint assistant_dismissals_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id)
);

create table assistant_drafts (
  id text not null,
  incident_id text not null,
  user_id text not null,
  purpose text not null,
  fields jsonb not null,
  at timestamp with time zone not null,
  constraint assistant_drafts_pkey PRIMARY KEY (id),
  constraint assistant_drafts_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id)
);
CREATE INDEX assistant_drafts_of ON public.assistant_drafts USING btree (incident_id);

create table assistant_looks (
  incident_id text not null,
  user_id text not null,
  at timestamp with time zone not null,
  constraint assistant_looks_pkey PRIMARY KEY (incident_id, user_id),
  constraint assistant_looks_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id)
);

create table assistant_summaries (
  incident_id text not null,
  language text not null,
  made_of text not null,
  made_at timestamp with time zone not null,
  summary jsonb not null,
  constraint assistant_summaries_pkey PRIMARY KEY (incident_id, language),
  constraint assistant_summaries_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id)
);

create table assistant_switches (
  incident_id text not null,
  by_user text not null,
  at timestamp with time zone not null,
  constraint assistant_switches_pkey PRIMARY KEY (incident_id),
  constraint assistant_switches_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id)
);

create table call_answers (
  incident_id text not null,
  n integer not null,
  user_id text not null,
  answer text not null,
  at timestamp with time zone not null,
  constraint call_answers_pkey PRIMARY KEY (incident_id, n, user_id),
  constraint call_answers_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id),
  constraint call_answers_answer_check CHECK ((answer = ANY (ARRAY['coming'::text, 'declined'::text])))
);

create table calls (
  incident_id text not null,
  n integer not null,
  called_by text not null,
  called_at timestamp with time zone not null,
  function text,
  reason text,
  channels text[] not null default '{}'::text[],
  constraint calls_pkey PRIMARY KEY (incident_id, n),
  constraint calls_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id)
);

create table catch_ups (
  incident_id text not null,
  user_id text not null,
  at timestamp with time zone not null,
  constraint catch_ups_pkey PRIMARY KEY (incident_id, user_id),
  constraint catch_ups_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id)
);

create table checkpoints (
  incident_id text not null,
  n integer not null,
  at timestamp with time zone not null,
  constraint checkpoints_pkey PRIMARY KEY (incident_id, n),
  constraint checkpoints_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id)
);

create table declare_forms (
  view_id text not null,
  invitation_id text not null,
  user_id text not null,
  opened_at timestamp with time zone not null,
  constraint declare_forms_pkey PRIMARY KEY (view_id),
  constraint declare_forms_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES invitations(id)
);
CREATE INDEX declare_forms_of_invitation ON public.declare_forms USING btree (invitation_id, opened_at);

create table directory_channels (
  id text not null,
  name text not null,
  is_private boolean not null,
  is_archived boolean not null,
  is_member boolean not null,
  shared text,
  seen integer not null default 0,
  constraint directory_channels_pkey PRIMARY KEY (id),
  constraint directory_channels_shared_check CHECK ((shared = ANY (ARRAY['company'::text, 'invited'::text, 'outside'::text])))
);
CREATE INDEX directory_channels_by_name ON public.directory_channels USING btree (name);

create table directory_groups (
  id text not null,
  handle text not null,
  name text not null,
  people text[] not null,
  seen integer not null default 0,
  constraint directory_groups_pkey PRIMARY KEY (id)
);
CREATE INDEX directory_groups_by_handle ON public.directory_groups USING btree (handle);

create table directory_lists (
  list text not null,
  reading integer not null default 0,
  is_reading boolean not null default false,
  cursor text,
  begun_anew boolean not null default false,
  turn integer not null default 0,
  not_before timestamp with time zone,
  read_at timestamp with time zone,
  error text,
  failures integer not null default 0,
  constraint directory_lists_pkey PRIMARY KEY (list),
  constraint directory_lists_list_check CHECK ((list = ANY (ARRAY['people'::text, 'groups'::text, 'channels'::text])))
);

create table directory_people (
  id text not null,
  handle text not null,
  name text not null,
  locale text,
  email text,
  is_bot boolean not null,
  is_guest boolean not null,
  is_deactivated boolean not null,
  team_id text,
  is_outsider boolean not null default false,
  seen integer not null default 0,
  is_admin boolean not null default false,
  constraint directory_people_pkey PRIMARY KEY (id)
);
CREATE INDEX directory_people_by_email ON public.directory_people USING btree (email);
CREATE INDEX directory_people_by_handle ON public.directory_people USING btree (handle);

create table directory_refreshes (
  one boolean not null default true,
  at timestamp with time zone not null,
  constraint directory_refreshes_pkey PRIMARY KEY (one),
  constraint directory_refreshes_one_check CHECK (one)
);

create table facts (
  id text not null,
  subject text not null,
  type text not null,
  n integer not null,
  at timestamp with time zone not null,
  actor_kind text not null,
  actor_id text,
  data jsonb not null,
  seq bigint not null generated always as identity,
  through jsonb,
  constraint facts_pkey PRIMARY KEY (id),
  constraint facts_subject_type_n_key UNIQUE (subject, type, n)
);
CREATE INDEX facts_by_subject ON public.facts USING btree (subject, seq);
CREATE INDEX facts_of_drafts ON public.facts USING btree (at) WHERE (type = 'assistant.draft_settled'::text);

create table former_channel_ids (
  id text not null,
  channel_id text not null,
  constraint former_channel_ids_pkey PRIMARY KEY (id)
);

create table github_deliveries (
  id text not null,
  event text not null,
  repository text not null,
  number integer,
  received_at timestamp with time zone not null,
  constraint github_deliveries_pkey PRIMARY KEY (id)
);
CREATE INDEX github_deliveries_by_age ON public.github_deliveries USING btree (received_at);

create table gone_people (
  incident_id text not null,
  user_id text not null,
  since timestamp with time zone not null,
  taken_by text,
  is_barred boolean not null,
  constraint gone_people_pkey PRIMARY KEY (incident_id, user_id),
  constraint gone_people_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id)
);

create table hand_overs (
  id text not null,
  incident_id text not null,
  from_user text,
  to_user text not null,
  proposed_by text not null,
  briefing text not null,
  proposed_at timestamp with time zone not null,
  state text not null,
  settled_at timestamp with time zone,
  role text not null default 'handler'::text,
  reason text,
  reminded_at timestamp with time zone,
  constraint hand_overs_pkey PRIMARY KEY (id),
  constraint hand_overs_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id),
  constraint hand_overs_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text, 'replaced'::text, 'over'::text])))
);
CREATE UNIQUE INDEX hand_overs_one_open ON public.hand_overs USING btree (incident_id, role) WHERE (state = 'open'::text);

create table homes (
  user_id text not null,
  incidents text[] not null,
  drawn_at timestamp with time zone not null,
  constraint homes_pkey PRIMARY KEY (user_id)
);
CREATE INDEX homes_showing ON public.homes USING gin (incidents);

create table inbox (
  event_id text not null,
  seq bigint not null generated always as identity,
  kind text not null,
  channel_id text,
  body jsonb,
  received_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  claimed_by text,
  attempts integer not null default 0,
  last_error text,
  processed_at timestamp with time zone,
  parked_at timestamp with time zone,
  constraint inbox_pkey PRIMARY KEY (event_id)
);
CREATE INDEX inbox_parked ON public.inbox USING btree (parked_at) WHERE (parked_at IS NOT NULL);
CREATE INDEX inbox_processed ON public.inbox USING btree (processed_at) WHERE (processed_at IS NOT NULL);
CREATE INDEX inbox_waiting ON public.inbox USING btree (channel_id, seq) WHERE ((processed_at IS NULL) AND (parked_at IS NULL));

create table incident_channels (
  incident_id text not null,
  name text not null,
  suffix integer not null default 1,
  is_private boolean not null,
  channel_id text,
  created_at timestamp with time zone,
  archived_at timestamp with time zone,
  archived_by text,
  left_at timestamp with time zone,
  left_by text,
  wanted_name text,
  name_error text,
  next_name text,
  next_suffix integer,
  former_id text,
  former_name text,
  moved_at timestamp with time zone,
  former_archived_at timestamp with time zone,
  constraint incident_channels_pkey PRIMARY KEY (incident_id),
  constraint incident_channels_channel_id_key UNIQUE (channel_id),
  constraint incident_channels_former_id_key UNIQUE (former_id),
  constraint incident_channels_name_key UNIQUE (name),
  constraint incident_channels_next_name_key UNIQUE (next_name),
  constraint incident_channels_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id)
);
CREATE INDEX incident_channels_words ON public.incident_channels USING gin (array_to_tsvector(array_remove(string_to_array(translate(name, '_'::text, '-'::text), '-'::text), ''::text)));

create table incidents (
  id text not null,
  status text not null,
  service text not null,
  summary text not null,
  impact text,
  urgency text,
  level text,
  types text[] not null default '{}'::text[],
  kind text not null,
  visibility text not null,
  permanence text,
  declared_by text not null,
  occurred_at timestamp with time zone,
  detected_at timestamp with time zone,
  declared_at timestamp with time zone not null,
  handler_taken_at timestamp with time zone,
  recovered_at timestamp with time zone,
  completed_at timestamp with time zone,
  postmortem_owner text,
  postmortem_due date,
  declare_view_id text,
  declare_locale text not null,
  invitation_id text,
  origin_channel_id text,
  origin_ts text,
  origin_thread_ts text,
  detected_by text,
  declare_key text,
  merged_into text,
  tags text[] not null default '{}'::text[],
  constraint incidents_pkey PRIMARY KEY (id),
  constraint incidents_declare_key_key UNIQUE (declare_key),
  constraint incidents_declare_view_id_key UNIQUE (declare_view_id),
  constraint incidents_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES incidents(id),
  constraint incidents_detected_by_check CHECK ((detected_by = ANY (ARRAY['monitoring'::text, 'customer'::text, 'employee'::text, 'vendor'::text, 'outside'::text, 'other'::text]))),
  constraint incidents_kind_check CHECK ((kind = ANY (ARRAY['real'::text, 'drill'::text, 'exercise'::text]))),
  constraint incidents_permanence_check CHECK ((permanence = ANY (ARRAY['provisional'::text, 'permanent'::text]))),
  constraint incidents_status_check CHECK ((status = ANY (ARRAY['responding'::text, 'recovered'::text, 'completed'::text, 'cancelled'::text, 'merged'::text]))),
  constraint incidents_visibility_check CHECK ((visibility = ANY (ARRAY['public'::text, 'private'::text])))
);
CREATE INDEX incidents_by_level ON public.incidents USING btree (level, declared_at DESC, id DESC);
CREATE INDEX incidents_by_tag ON public.incidents USING gin (tags) WHERE (tags <> '{}'::text[]);
CREATE INDEX incidents_by_writer ON public.incidents USING btree (postmortem_owner) WHERE (postmortem_owner IS NOT NULL);
CREATE INDEX incidents_declared ON public.incidents USING btree (declared_at, id);
CREATE INDEX incidents_merged_into ON public.incidents USING btree (merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX incidents_of_declarer ON public.incidents USING btree (declared_by);
CREATE INDEX incidents_of_invitation ON public.incidents USING btree (invitation_id, declared_at) WHERE (invitation_id IS NOT NULL);
CREATE INDEX incidents_open ON public.incidents USING btree (declared_at) WHERE (status = ANY (ARRAY['responding'::text, 'recovered'::text]));
CREATE INDEX incidents_open_of_service ON public.incidents USING btree (service, declared_at) WHERE (status = ANY (ARRAY['responding'::text, 'recovered'::text]));
CREATE INDEX incidents_private_declared ON public.incidents USING btree (declared_at, id) WHERE (visibility = 'private'::text);
CREATE INDEX incidents_tagged ON public.incidents USING btree (declared_at DESC) WHERE (tags <> '{}'::text[]);

create table installation (
  one boolean not null default true,
  api_named_people boolean not null,
  constraint installation_pkey PRIMARY KEY (one),
  constraint installation_one_check CHECK (one)
);

create table invitations (
  id text not null,
  channel_id text not null,
  mention_ts text not null,
  thread_ts text,
  asked_by text not null,
  asked_at timestamp with time zone not null,
  constraint invitations_pkey PRIMARY KEY (id),
  constraint invitations_channel_id_mention_ts_key UNIQUE (channel_id, mention_ts)
);

create table listeners (
  process text not null,
  connections integer not null,
  seen_at timestamp with time zone not null,
  constraint listeners_pkey PRIMARY KEY (process)
);

create table model_answers (
  id text not null,
  incident_id text not null,
  purpose text not null,
  language text not null,
  at timestamp with time zone not null,
  call_id text not null,
  claims jsonb not null,
  said_in text[] not null,
  constraint model_answers_pkey PRIMARY KEY (id),
  constraint model_answers_call_id_fkey FOREIGN KEY (call_id) REFERENCES model_calls(id),
  constraint model_answers_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id)
);
CREATE INDEX model_answers_of ON public.model_answers USING btree (incident_id, purpose, language, at DESC);

create table model_calls (
  id text not null,
  at timestamp with time zone not null,
  ended_at timestamp with time zone,
  role text not null,
  provider text not null,
  model text not null,
  url text not null,
  leaves boolean not null,
  purpose text not null,
  incident_id text,
  asked_by text,
  attempt integer not null,
  outcome text not null,
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
  scrubbed_at timestamp with time zone,
  scrubbed_for text,
  constraint model_calls_pkey PRIMARY KEY (id),
  constraint model_calls_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id),
  constraint model_calls_outcome_check CHECK ((outcome = ANY (ARRAY['sent'::text, 'answered'::text, 'refused'::text, 'cut'::text, 'unreadable'::text]))),
  constraint model_calls_role_check CHECK ((role = ANY (ARRAY['fast'::text, 'careful'::text, 'embeddings'::text])))
);
CREATE INDEX model_calls_at ON public.model_calls USING btree (at DESC, id DESC);
CREATE INDEX model_calls_of ON public.model_calls USING btree (incident_id, at DESC);

create table model_vectors (
  incident_id text not null,
  model text not null,
  made_of text not null,
  at timestamp with time zone not null,
  vector real[] not null,
  constraint model_vectors_pkey PRIMARY KEY (incident_id, model),
  constraint model_vectors_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id)
);

create table on_calls (
  pager text not null,
  people jsonb not null,
  error text,
  read_at timestamp with time zone not null,
  constraint on_calls_pkey PRIMARY KEY (pager)
);

create table pages (
  id text not null,
  incident_id text not null,
  pager text not null,
  n integer not null,
  event text not null,
  requested_at timestamp with time zone not null,
  state text not null default 'trying'::text,
  attempts integer not null default 0,
  sending_until timestamp with time zone,
  error text,
  settled_at timestamp with time zone,
  by_hand boolean not null default false,
  reason text,
  answer text,
  answered_by text,
  answered_at timestamp with time zone,
  assigned_to text,
  constraint pages_pkey PRIMARY KEY (id),
  constraint pages_incident_id_pager_n_key UNIQUE (incident_id, pager, n),
  constraint pages_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id),
  constraint pages_answer_check CHECK ((answer = ANY (ARRAY['acknowledged'::text, 'declined'::text, 'unanswered'::text, 'passed_on'::text]))),
  constraint pages_event_check CHECK ((event = ANY (ARRAY['trigger'::text, 'acknowledge'::text, 'resolve'::text]))),
  constraint pages_state_check CHECK ((state = ANY (ARRAY['trying'::text, 'delivered'::text, 'failed'::text, 'needless'::text])))
);

create table postmortem_questions (
  id text not null,
  incident_id text not null,
  gap text not null,
  user_id text,
  channel_id text,
  asked_at timestamp with time zone not null,
  passed_by text,
  state text not null,
  settled_at timestamp with time zone,
  settled_by text,
  passed_to text,
  constraint postmortem_questions_pkey PRIMARY KEY (id),
  constraint postmortem_questions_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id),
  constraint postmortem_questions_check CHECK (((user_id IS NULL) <> (channel_id IS NULL))),
  constraint postmortem_questions_state_check CHECK ((state = ANY (ARRAY['open'::text, 'answered'::text, 'unknown'::text, 'passed'::text, 'withdrawn'::text])))
);
CREATE INDEX postmortem_questions_of_incident ON public.postmortem_questions USING btree (incident_id);
CREATE UNIQUE INDEX postmortem_questions_one_each ON public.postmortem_questions USING btree (user_id) WHERE (state = 'open'::text);
CREATE UNIQUE INDEX postmortem_questions_one_gap ON public.postmortem_questions USING btree (incident_id, gap) WHERE (state = 'open'::text);

create table postmortem_texts (
  incident_id text not null,
  section text not null,
  n integer not null,
  words text not null,
  by text not null,
  at timestamp with time zone not null,
  question text,
  constraint postmortem_texts_pkey PRIMARY KEY (incident_id, section, n),
  constraint postmortem_texts_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id)
);

create table postmortems (
  incident_id text not null,
  status text not null,
  drafted_at timestamp with time zone,
  since timestamp with time zone not null,
  archives text,
  by_hand boolean not null default false,
  link text,
  filled_there text[] not null default '{}'::text[],
  constraint postmortems_pkey PRIMARY KEY (incident_id),
  constraint postmortems_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id),
  constraint postmortems_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'in_review'::text, 'approved'::text, 'published'::text, 'waived'::text])))
);
CREATE INDEX postmortems_in_work ON public.postmortems USING btree (drafted_at) WHERE (status = 'draft'::text);

create table private_readings (
  incident_id text not null,
  user_id text not null,
  what text not null,
  hour timestamp with time zone not null,
  at timestamp with time zone not null,
  through text,
  constraint private_readings_pkey PRIMARY KEY (incident_id, user_id, what, hour),
  constraint private_readings_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id),
  constraint private_readings_what_check CHECK ((what = ANY (ARRAY['page'::text, 'postmortem'::text, 'export'::text, 'api'::text])))
);

create table projections (
  subject text not null,
  version integer not null,
  rendered_version integer not null default 0,
  lease_holder text,
  lease_until timestamp with time zone,
  retry_at timestamp with time zone,
  constraint projections_pkey PRIMARY KEY (subject)
);
CREATE INDEX projections_behind ON public.projections USING btree (subject) WHERE (rendered_version < version);

create table publications (
  incident_id text not null,
  kind text not null,
  place text not null,
  branch text not null,
  path text not null,
  secret boolean not null,
  written_blob text,
  intended_blobs text[] not null default '{}'::text[],
  number integer,
  url text,
  node_id text,
  state text not null,
  edited boolean not null default false,
  draft_refused boolean not null default false,
  readied_at timestamp with time zone,
  reviewers_asked_at timestamp with time zone,
  labelled_at timestamp with time zone,
  without text[] not null default '{}'::text[],
  advice_comment bigint,
  advice_hash text,
  difference_comment bigint,
  difference_hash text,
  error text,
  detail text,
  attempts integer not null default 0,
  seen_at timestamp with time zone,
  holder text,
  held_until timestamp with time zone,
  title_hash text,
  constraint publications_pkey PRIMARY KEY (incident_id),
  constraint publications_kind_place_path_key UNIQUE (kind, place, path),
  constraint publications_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id),
  constraint publications_kind_check CHECK ((kind = ANY (ARRAY['github'::text, 'folder'::text]))),
  constraint publications_state_check CHECK ((state = ANY (ARRAY['none'::text, 'draft'::text, 'review'::text, 'changes'::text, 'approved'::text, 'merged'::text, 'closed'::text, 'stored'::text, 'withdrawn'::text])))
);
CREATE INDEX publications_open ON public.publications USING btree (seen_at) WHERE (state = ANY (ARRAY['none'::text, 'draft'::text, 'review'::text, 'changes'::text, 'approved'::text]));

create table record_adoptions (
  incident_id text not null,
  adopted_at timestamp with time zone,
  error text,
  attempts integer not null default 0,
  constraint record_adoptions_pkey PRIMARY KEY (incident_id),
  constraint record_adoptions_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id)
);

create table record_edits (
  incident_id text not null,
  entry text not null,
  n integer not null,
  moment timestamp with time zone,
  words text,
  hidden boolean not null,
  reason text,
  by text not null,
  at timestamp with time zone not null,
  constraint record_edits_pkey PRIMARY KEY (incident_id, entry, n),
  constraint record_edits_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id)
);

create table record_messages (
  incident_id text not null,
  channel_id text not null,
  ts text not null,
  thread_ts text,
  author text,
  words text,
  permalink text,
  said_at timestamp with time zone not null,
  read_at timestamp with time zone,
  edited_ts text,
  deleted_at timestamp with time zone,
  conversation boolean not null default false,
  files jsonb,
  constraint record_messages_pkey PRIMARY KEY (incident_id, channel_id, ts),
  constraint record_messages_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id)
);
CREATE INDEX record_messages_by_place ON public.record_messages USING btree (channel_id, ts);

create table record_notes (
  incident_id text not null,
  n integer not null,
  moment timestamp with time zone not null,
  words text not null,
  by text not null,
  at timestamp with time zone not null,
  constraint record_notes_pkey PRIMARY KEY (incident_id, n),
  constraint record_notes_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id)
);

create table record_refusals (
  incident_id text not null,
  channel_id text not null,
  ts text not null,
  by text not null,
  at timestamp with time zone not null,
  constraint record_refusals_pkey PRIMARY KEY (incident_id, channel_id, ts),
  constraint record_refusals_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id)
);

create table record_repairs (
  incident_id text not null,
  channel_id text not null,
  thread_ts text not null default ''::text,
  wanted_at timestamp with time zone not null,
  began_at timestamp with time zone,
  again boolean not null default false,
  thorough boolean not null default false,
  step integer not null default 0,
  pages integer not null default 0,
  read_down_to text,
  main_read boolean not null default false,
  threads text[] not null default '{}'::text[],
  read_up_to text,
  found integer not null default 0,
  edited integer not null default 0,
  deleted integer not null default 0,
  attempts integer not null default 0,
  error text,
  finished_at timestamp with time zone,
  constraint record_repairs_pkey PRIMARY KEY (incident_id, channel_id, thread_ts),
  constraint record_repairs_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id)
);

create table record_sources (
  incident_id text not null,
  channel_id text not null,
  ts text not null,
  kind text not null,
  via text not null,
  by text not null,
  since timestamp with time zone not null,
  until timestamp with time zone,
  constraint record_sources_pkey PRIMARY KEY (incident_id, channel_id, ts, kind, via, by),
  constraint record_sources_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id),
  constraint record_sources_kind_check CHECK ((kind = ANY (ARRAY['timeline'::text, 'action'::text, 'done'::text, 'hypothesis'::text, 'todo'::text])))
);

create table review_meetings (
  incident_id text not null,
  n integer not null,
  state text not null,
  starts_at timestamp with time zone,
  minutes integer,
  people text[] not null,
  planned_by text,
  planned_at timestamp with time zone,
  constraint review_meetings_pkey PRIMARY KEY (incident_id),
  constraint review_meetings_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id),
  constraint review_meetings_check CHECK (((state <> 'planned'::text) OR ((starts_at IS NOT NULL) AND (minutes IS NOT NULL) AND (planned_at IS NOT NULL)))),
  constraint review_meetings_state_check CHECK ((state = ANY (ARRAY['open'::text, 'planned'::text, 'held'::text, 'waived'::text])))
);

create table role_holders (
  incident_id text not null,
  role text not null,
  user_id text not null,
  since timestamp with time zone not null,
  until timestamp with time zone,
  constraint role_holders_pkey PRIMARY KEY (incident_id, role, user_id, since),
  constraint role_holders_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id)
);
CREATE INDEX role_holders_by_person ON public.role_holders USING btree (user_id) WHERE (until IS NULL);
CREATE UNIQUE INDEX role_holders_once ON public.role_holders USING btree (incident_id, role, user_id) WHERE (until IS NULL);
CREATE UNIQUE INDEX role_holders_one_handler ON public.role_holders USING btree (incident_id) WHERE ((role = 'handler'::text) AND (until IS NULL));

create table saved_views (
  id text not null,
  user_id text not null,
  name text not null,
  query text not null,
  shared boolean not null,
  at timestamp with time zone not null,
  constraint saved_views_pkey PRIMARY KEY (id)
);
CREATE INDEX saved_views_by_person ON public.saved_views USING btree (user_id);

create table schema_migrations (
  version integer not null,
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null,
  constraint schema_migrations_pkey PRIMARY KEY (version)
);

create table search_entries (
  id bigint not null generated always as identity,
  incident_id text not null,
  kind text not null,
  ref text not null,
  at timestamp with time zone not null,
  service text not null,
  restricted boolean not null,
  said_in text,
  words text not null,
  norm text not null,
  grams tsvector not null,
  constraint search_entries_pkey PRIMARY KEY (id),
  constraint search_entries_incident_id_kind_ref_key UNIQUE (incident_id, kind, ref),
  constraint search_entries_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id),
  constraint search_entries_kind_check CHECK ((kind = ANY (ARRAY['summary'::text, 'impact'::text, 'update'::text, 'message'::text, 'note'::text, 'postmortem'::text, 'action'::text, 'todo'::text])))
);
CREATE INDEX search_entries_at ON public.search_entries USING btree (at DESC, id DESC);
CREATE INDEX search_entries_grams ON public.search_entries USING gin (grams) WITH (fastupdate='on', gin_pending_list_limit='256');
CREATE INDEX search_entries_heads ON public.search_entries USING gin (grams) WITH (fastupdate='on', gin_pending_list_limit='256') WHERE (kind = ANY (ARRAY['summary'::text, 'impact'::text]));
CREATE INDEX search_entries_said_in ON public.search_entries USING btree (incident_id, said_in) WHERE (said_in IS NOT NULL);
CREATE INDEX search_entries_service ON public.search_entries USING btree (service, at DESC, id DESC);

create table search_fills (
  one boolean not null default true,
  upto text not null default ''::text,
  incidents bigint not null default 0,
  finished_at timestamp with time zone,
  constraint search_fills_pkey PRIMARY KEY (one),
  constraint search_fills_one_check CHECK (one)
);

create table sessions (
  id text not null,
  hash text not null,
  user_id text not null,
  how text not null,
  browser text not null,
  opened_at timestamp with time zone not null,
  used_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint sessions_pkey PRIMARY KEY (id),
  constraint sessions_hash_key UNIQUE (hash)
);
CREATE INDEX sessions_of ON public.sessions USING btree (user_id);

create table set_aside (
  id bigint not null generated always as identity,
  what text not null,
  name text not null,
  subject text not null,
  data jsonb,
  problem text not null,
  at timestamp with time zone not null,
  attempts integer not null default 0,
  constraint set_aside_pkey PRIMARY KEY (id),
  constraint set_aside_what_check CHECK ((what = ANY (ARRAY['timer'::text, 'job'::text])))
);
CREATE INDEX set_aside_at ON public.set_aside USING btree (at);

create table sign_in_links (
  id text not null,
  browser_hash text not null,
  user_id text not null,
  expires_at timestamp with time zone not null,
  constraint sign_in_links_pkey PRIMARY KEY (id)
);

create table slots (
  subject text not null,
  slot text not null,
  state text not null,
  channel_id text,
  ts text,
  ref text,
  hash text not null,
  intended_at timestamp with time zone not null,
  standing_at timestamp with time zone,
  attempts integer not null default 0,
  retry_at timestamp with time zone,
  error text,
  shows text[],
  constraint slots_pkey PRIMARY KEY (subject, slot),
  constraint slots_state_check CHECK ((state = ANY (ARRAY['intended'::text, 'pending'::text, 'standing'::text, 'stale'::text, 'failed'::text, 'released'::text])))
);
CREATE INDEX slots_by_message ON public.slots USING btree (channel_id, ts);
CREATE INDEX slots_showing ON public.slots USING gin (shows);

create table timers (
  subject text not null,
  kind text not null,
  due_at timestamp with time zone not null,
  data jsonb not null,
  failures integer not null default 0,
  constraint timers_pkey PRIMARY KEY (subject, kind)
);
CREATE INDEX timers_by_due_time ON public.timers USING btree (due_at, subject, kind);

create table todos (
  id text not null,
  incident_id text not null,
  n integer not null,
  words text,
  owner text,
  state text not null,
  source text not null,
  channel_id text,
  ts text,
  added_by text not null,
  added_at timestamp with time zone not null,
  due_at timestamp with time zone,
  closed_at timestamp with time zone,
  closed_by text,
  line integer not null default 0,
  constraint todos_pkey PRIMARY KEY (id),
  constraint todos_channel_id_ts_line_key UNIQUE (channel_id, ts, line),
  constraint todos_incident_id_n_key UNIQUE (incident_id, n),
  constraint todos_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id),
  constraint todos_source_check CHECK ((source = ANY (ARRAY['message'::text, 'reaction'::text, 'menu'::text]))),
  constraint todos_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'dropped'::text])))
);
CREATE INDEX todos_open ON public.todos USING btree (owner) WHERE (state = 'open'::text);

create table told_alone (
  id text not null,
  user_id text not null,
  at timestamp with time zone not null,
  words text not null,
  incident_id text,
  constraint told_alone_pkey PRIMARY KEY (id),
  constraint told_alone_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id)
);
CREATE INDEX told_alone_by_user ON public.told_alone USING btree (user_id, at);

create table updates (
  incident_id text not null,
  n integer not null,
  at timestamp with time zone not null,
  by_user text not null,
  report text not null,
  condition text not null,
  action text,
  need text,
  impact text,
  support_told boolean not null default false,
  next_at timestamp with time zone,
  overdue_steps integer not null default 0,
  view_id text,
  unchanged_at timestamp with time zone,
  unchanged_by text,
  constraint updates_pkey PRIMARY KEY (incident_id, n),
  constraint updates_view_id_key UNIQUE (view_id),
  constraint updates_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id),
  constraint updates_report_check CHECK ((report = ANY (ARRAY['first'::text, 'follow_up'::text, 'final'::text])))
);
