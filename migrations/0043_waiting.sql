-- What waits for a person is found by the person, not by looking through all that ever was.
create index incidents_by_writer on incidents (postmortem_owner) where postmortem_owner is not null;
create index todos_open on todos (owner) where state = 'open';
-- What was left open last is compared with each incident that burns.
create index action_items_newest on action_items (id desc) where state = 'open';
-- The worst first, each level in order.
create index incidents_by_level on incidents (level, declared_at desc, id desc);
