-- why: roles beside the handler, hand-overs, and a vacancy that is nudged about.
select 1;
