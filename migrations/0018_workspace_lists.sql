-- why: a workspace of any size is read page by page and goes on where it stopped, what Slack does not let us read is named, and
-- people and channels that other companies take part in are told apart. directory_refreshes is read here for the last time.

create table directory_lists (
  list text primary key check (list in ('people', 'groups', 'channels')),
  -- The number of the reading under way, or of the last one; rows of the list keep in which they were seen.
  reading integer not null default 0,
  is_reading boolean not null default false,
  -- Slack's place in the list; null at its beginning.
  cursor text,
  -- Whether this reading had to begin anew, since Slack no longer knew the place.
  begun_anew boolean not null default false,
  -- Whose turn it is: a job with another number ends.
  turn integer not null default 0,
  -- What is asked for several times until then is read once.
  not_before timestamptz,
  -- When it was last read to its end, and why it is not now.
  read_at timestamptz,
  error text,
  failures integer not null default 0
);
insert into directory_lists (list, read_at)
  select list, at from directory_refreshes, unnest(array['people', 'groups', 'channels']) as list;

alter table directory_people
  add column team_id text,
  add column is_outsider boolean not null default false,
  add column seen integer not null default 0;
create index directory_people_by_handle on directory_people (handle);
create index directory_people_by_email on directory_people (email);

alter table directory_channels
  -- With whom it is shared: other workspaces of the company, other companies that were invited, or that are there.
  add column shared text check (shared in ('company', 'invited', 'outside')),
  add column seen integer not null default 0;
create index directory_channels_by_name on directory_channels (name);

-- One odd pair of groups must not keep all the others from being read.
alter table directory_groups
  add column seen integer not null default 0,
  drop constraint directory_groups_handle_key;
create index directory_groups_by_handle on directory_groups (handle);

alter table assembled_people
  drop constraint assembled_people_skipped_check,
  add constraint assembled_people_skipped_check check (skipped in ('guest', 'deactivated', 'unknown', 'outsider'));

-- Why a name is not resolved: nobody answers to it, it is still looked for, or a list that Slack does not let us read.
alter table assembly_gaps add column why text not null default 'unknown';
