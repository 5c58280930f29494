-- why: the postmortem goes out as a pull request or into a folder: one branch and one pull request, whatever crashes, and never
-- over what a person wrote there.

create table publications (
  incident_id text primary key references incidents (id),
  -- Where it went first; from then on it stays there.
  kind text not null check (kind in ('github', 'folder')),
  -- `owner/name`, or the folder's path.
  place text not null,
  branch text not null,
  path text not null,
  -- Whether only those with the right may see that place.
  secret boolean not null,
  -- What stands there by the bot's hand, and what it has been about to write since: blobs of git. Anything else is a person's.
  written_blob text,
  intended_blobs text[] not null default '{}',
  -- The pull request, once it is known to exist.
  number integer,
  url text,
  node_id text,
  state text not null check (state in ('none', 'draft', 'review', 'changes', 'approved', 'merged', 'closed', 'stored', 'withdrawn')),
  -- Somebody has changed the file by hand.
  edited boolean not null default false,
  -- Draft pull requests are refused there: a label says it instead.
  draft_refused boolean not null default false,
  -- When it was marked ready; that is done once, so that people may turn it back.
  readied_at timestamptz,
  reviewers_asked_at timestamptz,
  labelled_at timestamptz,
  -- What went on without: `reviewers`, `labels`.
  without text[] not null default '{}',
  advice_comment bigint,
  advice_hash text,
  difference_comment bigint,
  difference_hash text,
  -- Why it cannot go on now: our word, and what it is about.
  error text,
  detail text,
  attempts integer not null default 0,
  seen_at timestamptz,
  -- Who works on it holds it until then.
  holder text,
  held_until timestamptz,
  unique (kind, place, path)
);
create index publications_open on publications (seen_at) where state in ('none', 'draft', 'review', 'changes', 'approved');

-- What GitHub has told by its webhook: kept before it is answered, and each only once.
create table github_deliveries (
  id text primary key,
  event text not null,
  repository text not null,
  number integer,
  received_at timestamptz not null
);
create index github_deliveries_by_age on github_deliveries (received_at);
