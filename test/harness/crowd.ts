import { sql } from 'kysely'
import { later, systemClock } from '../../src/kit/clock.ts'
import { type Database, migrate, openDatabase } from '../../src/kit/db/index.ts'
import { createIds } from '../../src/kit/ids.ts'
import { createJobs } from '../../src/kit/jobs/index.ts'
import { createLinks } from '../../src/kit/links.ts'
import { silentLog } from '../../src/kit/log.ts'
import { setTimers } from '../../src/kit/timers/index.ts'
import { showIncident } from '../../src/rooms/board/index.ts'
import type { World } from '../../src/rooms/facts/index.ts'
import { hashOf } from '../../src/rooms/projection/slot.ts'
import type { Settings } from '../../src/rooms/settings/index.ts'
import { checkpointTimer } from '../../src/rooms/timekeeper/index.ts'

export type Seeding = {
  /** Where the bot will find it. */
  open: { url: string } | { dataDir: string }
  settings: Settings
  incidents: number
  /** When the timer of each is due; asked last, so that it may count from the end of the seeding. */
  dueAt(incident: number): Date
  /** Those of which what stands in Slack is known as the bot itself would know it; the others are not rendered. */
  rendered: ReadonlySet<number>
}

/** The subject of the incident of a number. */
export const subjectOf = (incident: number): string => `incident:${idOf(incident)}`

const idOf = (incident: number) => `inc_${String(incident).padStart(26, '0')}`

/**
 * Fills a database with incidents that are led, announced in four channels and have had one checkpoint, as if the bot had
 * run for a quarter of an hour: what stands in Slack is written down, so that only what changes is called.
 */
export async function seed({ open, settings, incidents, dueAt, rendered }: Seeding): Promise<void> {
  const db = await openDatabase({ ...open, log: silentLog })
  try {
    await migrate(db)
    await insertIncidents(db, incidents)
    await writeWhatStands(db, settings, rendered)
    await db.transaction((tx) => sql`analyze`.execute(tx))
    const timers = Array.from({ length: incidents }, (_, incident) => ({
      subject: subjectOf(incident),
      kind: checkpointTimer,
      dueAt: dueAt(incident),
    }))
    await db.transaction((tx) => setTimers(tx, timers))
  } finally {
    await db.close()
  }
}

async function insertIncidents(db: Database, incidents: number): Promise<void> {
  const declaredAt = later(systemClock.now(), -15 * 60_000)
  const each = sql`generate_series(0, ${incidents - 1}) n`
  const id = sql`'inc_' || lpad(n::text, 26, '0')`
  await db.transaction(async (tx) => {
    await sql`insert into incidents (id, status, service, summary, kind, visibility, declared_by, declared_at, declare_locale)
      select ${id}, 'responding', 'a', 'ログインできない ' || n, 'real', 'public', 'U0TANAKA', ${declaredAt}, 'ja'
      from ${each}`.execute(tx)
    await sql`insert into incident_channels (incident_id, name, is_private, channel_id, created_at)
      select ${id}, 'サービスa-' || n, false, 'C0CROWD' || n, ${declaredAt} from ${each}`.execute(tx)
    await sql`insert into role_holders (incident_id, role, user_id, since)
      select ${id}, 'handler', 'U0SATO', ${declaredAt} from ${each}`.execute(tx)
    await sql`insert into assembled_people (incident_id, user_id, reason, since)
      select ${id}, 'U0PERSON' || person, 'declared', ${declaredAt} from ${each}, generate_series(1, 6) person`.execute(
      tx,
    )
    await sql`insert into assembled_channels (incident_id, channel_id, mention, since)
      select ${id}, 'C0CROWDTOLD' || place, 'none', ${declaredAt} from ${each}, generate_series(1, 4) place`.execute(tx)
    await sql`insert into checkpoints (incident_id, n, at) select ${id}, 1, ${declaredAt} from ${each}`.execute(tx)
    await sql`insert into facts (id, subject, type, n, at, actor_kind, actor_id, data)
      select 'fct_' || lpad(n::text, 26, '0'), 'incident:' || ${id}, 'roles.handler_taken', 1, ${declaredAt}, 'person',
        'U0SATO', '{"user":"U0SATO"}' from ${each}`.execute(tx)
    await sql`insert into projections (subject, version, rendered_version)
      select 'incident:' || ${id}, 1, 1 from ${each}`.execute(tx)
  })
}

/** Asks the bot's own rooms what stands, so that the bot finds nothing else to do than what the clock brings. */
async function writeWhatStands(db: Database, settings: Settings, rendered: ReadonlySet<number>): Promise<void> {
  const ids = createIds(systemClock)
  const jobs = createJobs(db, { clock: systemClock })
  const links = createLinks({ base: () => undefined, secret: 'none' })
  const world: World = {
    db,
    clock: systemClock,
    ids,
    log: silentLog,
    jobs,
    links,
    settings: () => settings,
    effects: [],
    membership: async () => 'unknown',
  }
  const show = showIncident(world, links)
  const at = systemClock.now()
  await db.transaction(async (tx) => {
    for (const incident of rendered) {
      const subject = subjectOf(incident)
      const slots = await show(tx, subject)
      await tx
        .insertInto('slots')
        .values(
          slots.map(({ slot, act }, n) => ({
            subject,
            slot,
            state: 'standing',
            channel_id: 'channel' in act ? act.channel : null,
            ts: `1700000000.${String(incident * 40 + n).padStart(6, '0')}`,
            ref: act.do === 'bookmark' ? `Bk${incident}` : null,
            hash: hashOf(act),
            intended_at: at,
            standing_at: at,
          })),
        )
        .execute()
    }
  })
}
