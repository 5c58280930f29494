-- why: facts are read in the order in which they were written. Two replicas' clocks differ, and a clock may be set back, so
-- that moments do not tell it; ids sort by moment as well.

alter table facts add column seq bigint;
update facts set seq = ordered.place
  from (select id, row_number() over (order by at, id) as place from facts) as ordered
  where ordered.id = facts.id;
alter table facts alter column seq set not null;
alter table facts alter column seq add generated always as identity;
select setval(pg_get_serial_sequence('facts', 'seq'), (select coalesce(max(seq), 0) + 1 from facts), false);
drop index facts_by_subject;
create index facts_by_subject on facts (subject, seq);
