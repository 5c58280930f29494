-- What one person has to do, in the order in which it is due: with thousands open, all of them were read and sorted to show twenty.
create index action_items_open_in_order on action_items (owner, due_on, id) where state = 'open';
drop index action_items_open;
