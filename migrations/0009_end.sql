-- why: merging, archiving in time, and the daily digest.
select 1;
