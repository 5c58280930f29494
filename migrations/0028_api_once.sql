-- What a write of the API has made under its key: sent again it answers that. Keys of declarations stood with the incident
-- before, for ever; like all others they are kept for a day now.
alter table api_calls add column made text not null default '';
-- Lists go on page by page, over everything that was ever declared.
create index incidents_declared on incidents (declared_at, id);
