-- Words by which people find incidents again that belong together, as people wrote them.
alter table incidents add column tags text[] not null default '{}';
create index incidents_tagged on incidents (declared_at desc) where tags <> '{}';
create index incidents_by_tag on incidents using gin (tags) where tags <> '{}';
