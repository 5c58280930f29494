-- why: what belongs on the timeline, and what is to be done.
select 1;
