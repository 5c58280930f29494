-- What failed however often it was tried is set aside as well, and can be tried again: 0 where its data could not be read.
alter table set_aside add column attempts integer not null default 0;
