-- What somebody looks for among incidents, kept under a name: for themselves, or for everybody.
create table saved_views (
  id text primary key,
  user_id text not null,
  name text not null,
  query text not null,
  shared boolean not null,
  at timestamptz not null
);
create index saved_views_by_person on saved_views (user_id);
