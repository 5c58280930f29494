-- Only holds the number until the branch that has it is merged: theirs wins.
select 1;
