-- why: declaring with the place it came from, how it was noticed, and who is filling in a form now. A call to the API is
-- repeated under its key without declaring twice.

alter table incidents
  -- The message that it was declared from, and the thread that this stands in.
  add column origin_channel_id text,
  add column origin_ts text,
  add column origin_thread_ts text,
  add column detected_by text
    check (detected_by in ('monitoring', 'customer', 'employee', 'vendor', 'outside', 'other')),
  -- Who called and the key they sent with it: repeated, it is still one incident.
  add column declare_key text unique;
create index incidents_open_of_service on incidents (service, declared_at) where status in ('responding', 'recovered');
create index incidents_of_invitation on incidents (invitation_id, declared_at) where invitation_id is not null;

-- Forms that somebody has open, so that the invitation says who is filling one in. Gone once closed, sent or given up.
create table declare_forms (
  view_id text primary key,
  invitation_id text not null references invitations (id),
  user_id text not null,
  opened_at timestamptz not null
);
create index declare_forms_of_invitation on declare_forms (invitation_id, opened_at);
