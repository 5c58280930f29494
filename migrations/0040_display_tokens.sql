-- A token for a screen on the wall: it opens the wall and its stream, and nothing else.
alter table api_tokens add column is_display boolean not null default false;
