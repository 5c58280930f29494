-- A message may say several things to be done, one a line: `line` counts them from 0.
alter table todos add column line integer not null default 0;
alter table todos drop constraint todos_channel_id_ts_key;
alter table todos add constraint todos_channel_id_ts_line_key unique (channel_id, ts, line);
