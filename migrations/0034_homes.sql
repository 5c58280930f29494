-- Whose home tab was drawn, and which incidents stand on it: it is drawn anew where its owner loses the right to know of one.
create table homes (
  user_id text primary key,
  incidents text[] not null,
  drawn_at timestamptz not null
);
create index homes_showing on homes using gin (incidents);
-- Of which incident somebody was told alone; null where it was of none, or before this was known.
alter table told_alone add column incident_id text references incidents (id);
