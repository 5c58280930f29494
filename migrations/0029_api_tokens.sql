-- Tokens of the API that people make, for an agent or for themselves. `hash` is the SHA-256 of the secret, which nobody can read again; `prefix`
-- is how people recognise it. `services` and `incidents`: null for all.
create table api_tokens (
  id text primary key,
  name text not null,
  hash text not null unique,
  prefix text not null,
  user_id text,
  "right" text not null,
  services text[],
  incidents text[],
  may_name_people boolean not null default false,
  made_by text not null,
  made_at timestamptz not null,
  expires_at timestamptz,
  used_at timestamptz,
  revoked_at timestamptz,
  revoked_by text
);
-- Through which token something was done; null for Slack, and for what the bot does by itself.
alter table facts add column through jsonb;
-- Owners and admins of the workspace administer the bot where the settings name nobody.
alter table directory_people add column is_admin boolean not null default false;
