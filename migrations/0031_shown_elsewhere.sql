-- Of which other incidents a message tells: where one of them becomes private, the message is drawn anew or deleted.
alter table slots add column shows text[];
create index slots_showing on slots using gin (shows);
-- What was posted before tells of any incident that was declared before it, as far as is known.
update slots set shows = (
  select array_agg(incidents.id) from incidents
  where incidents.visibility = 'public' and incidents.declared_at <= slots.standing_at
    and incidents.declared_at > slots.standing_at - interval '60 days'
)
where slots.ts is not null
  and (slots.subject like 'invitation:%' or slots.subject like 'digest:%' or slots.subject like 'action-board:%'
    or slots.subject in (select 'incident:' || id from incidents where status = 'responding') and slots.slot = 'card');
-- Of what became private before, what still stands elsewhere is looked for once.
update projections set version = version + 1
where subject in (select 'incident:' || id from incidents where visibility = 'private');
