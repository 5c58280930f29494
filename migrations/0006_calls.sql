-- why: calling people beyond Slack and by function, and places that hear of an incident by hand.
select 1;
