-- Who is signed in, by browser. `hash` is the SHA-256 of the secret in its cookie, which nobody can read again; `how`: with Slack, or by a link
-- that the bot sent; `browser` is what the browser says of itself. One that has ended is deleted: its facts stay.
create table sessions (
  id text primary key,
  hash text not null unique,
  user_id text not null,
  how text not null,
  browser text not null,
  opened_at timestamptz not null,
  used_at timestamptz not null,
  expires_at timestamptz not null
);
create index sessions_of on sessions (user_id);
-- Links by direct message that nobody has opened yet. `browser_hash` is that of the secret of the browser that asked: no other can open it.
create table sign_in_links (
  id text primary key,
  browser_hash text not null,
  user_id text not null,
  expires_at timestamptz not null
);
