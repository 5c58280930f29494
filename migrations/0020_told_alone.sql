-- What the bot told somebody alone, where Slack keeps it only until they reload: to be found again on their home tab for a while.
create table told_alone (
  id text primary key,
  user_id text not null,
  at timestamptz not null,
  -- Mrkdwn, as it was shown.
  words text not null
);
create index told_alone_by_user on told_alone (user_id, at);
