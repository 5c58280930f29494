-- why: declaring with the place it came from, and who is filling in a form now.
select 1;
