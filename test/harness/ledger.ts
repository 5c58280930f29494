import { sql } from 'kysely'
import { expect, inject } from 'vitest'
import type { Database } from '../../src/kit/db/index.ts'
import type { DatabaseName } from './database.ts'

/** What one story brought about, as `verb take-handler`, `fact incident.declared`, `timer updates.overdue`, `job directory.refresh`. */
export type Line = { database: DatabaseName; file: string; story: string; did: string[] }

/** What people did in the story that is being told. */
const done = new Set<string>()

/** Notes what somebody does: the verb of a button or a menu, a command, a shortcut. */
export function noteDeed(deed: { do: string; [field: string]: unknown }): void {
  const { action_id, value, callback_id, command } = deed
  const verb = action_id === 'incident.menu' || action_id === 'incident.next' ? value : action_id
  const name = verb ?? callback_id ?? command
  if (typeof name === 'string') done.add(`verb ${name.replace(/^incident\./, '')}`)
}

/** Tells the run what the story that ends now has brought about, for the rule of what is told on which database. */
export async function noteStory(database: DatabaseName, db: Database, log: readonly string[]): Promise<void> {
  const { rows } = await sql<{ did: string }>`
    select distinct 'fact ' || type as did from facts union select distinct 'job ' || name from pgboss.job`.execute(
    db.read,
  )
  const timers = log.flatMap((line) => {
    const { timer } = JSON.parse(line) as { timer?: string }
    return timer ? [`timer ${timer}`] : []
  })
  const { testPath = '', currentTestName = '' } = expect.getState()
  const line: Line = {
    database,
    file: testPath,
    story: currentTestName,
    did: [...new Set([...done, ...rows.map(({ did }) => did), ...timers])].toSorted(),
  }
  done.clear()
  await fetch(`${inject('databases')}/ledger`, { method: 'POST', body: JSON.stringify(line) })
}
