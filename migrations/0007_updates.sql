-- why: status updates, the promise of the next one, and reminders that were moved.
select 1;
