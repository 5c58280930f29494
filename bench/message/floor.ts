import { join } from 'node:path'
import { sql } from 'kysely'
import { migrate, openDatabase } from '../../src/kit/db/index.ts'
import type { Place, Stage } from '../stage.ts'
import { words } from './words.ts'

const incidentId = 'inc_0000000000000000000000FLOOR'

/** Milliseconds of this process's processor to write an event and its message, each in a statement, and nothing else. */
export async function bareCost(stage: Stage, place: Place, messages: number): Promise<number> {
  const db = await openDatabase(
    place.name === 'PGlite' ? { dataDir: join(stage.newFolder(), 'bare') } : { url: place.url },
  )
  try {
    await migrate(db)
    await db.transaction((tx) =>
      sql`insert into incidents (id, status, service, summary, kind, visibility, declared_by, declared_at, declare_locale)
        values (${incidentId}, 'responding', 'a', 'x', 'real', 'public', 'U0SATO', ${new Date()}, 'ja')`.execute(tx),
    )
    const write = async (n: number) => {
      const [text, ts, at] = [`${words[n % words.length]} ${n}`, `1790000000.${String(n).padStart(6, '0')}`, new Date()]
      const body = { team_id: 'T0SANDBOX', event: { type: 'message', user: 'U0SATO', text, ts, channel: 'C0FLOOR' } }
      await db.once((writer) =>
        sql`insert into inbox (event_id, kind, channel_id, body, received_at, due_at)
          values (${`Ev${ts}`}, 'message', 'C0FLOOR', ${JSON.stringify(body)}::jsonb, ${at}, ${at})`.execute(writer),
      )
      await db.once((writer) =>
        sql`insert into record_messages (incident_id, channel_id, ts, said_at, author, words, read_at, conversation)
          values (${incidentId}, 'C0FLOOR', ${ts}, ${at}, 'U0SATO', ${text}, ${at}, true)`.execute(writer),
      )
    }
    for (let n = 0; n < messages / 3; n++) await write(n)
    const before = process.cpuUsage()
    for (let n = 0; n < messages; n++) await write(messages + n)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000 / messages
  } finally {
    await db.close()
  }
}
