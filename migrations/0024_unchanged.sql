-- That somebody said of an update that it still holds: when last, and who. Its promise is then the new one.
alter table updates add column unchanged_at timestamptz;
alter table updates add column unchanged_by text;
