-- Up to 0.3 whoever sent the shared token of the API could name anybody. Where the database comes from there, that stays as it was until the
-- settings say otherwise; a new one has it off.
create table installation (
  one boolean primary key default true check (one),
  api_named_people boolean not null
);
insert into installation (api_named_people) select exists (select from facts);
