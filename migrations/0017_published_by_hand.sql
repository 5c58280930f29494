-- why: without a pull request only people know that a postmortem is published, and where.

alter table postmortems
  add column by_hand boolean not null default false,
  add column link text;
