import { sql } from 'kysely'
import { timelineOf } from '../../src/rooms/record/index.ts'
import type { Stage } from './stage.ts'

/** The incident whose channel has this name. */
export async function incidentIn(stage: Stage, channel: string): Promise<string> {
  const marks = (await stage.channel(channel)).messages.flatMap((each) => each.metadata?.event_payload.incident ?? [])
  return String(marks[0])
}

/** What is kept of an incident's conversation and not deleted, as it was said. */
export async function keptIn(stage: Stage, channel: string) {
  return stage.bot.app.world.db.read
    .selectFrom('record_messages')
    .select(['ts', 'thread_ts', 'author', 'words', 'conversation'])
    .where('incident_id', '=', await incidentIn(stage, channel))
    .where('deleted_at', 'is', null)
    .orderBy('ts')
    .execute()
}

export const keptWords = async (stage: Stage, channel: string) =>
  (await keptIn(stage, channel)).map(({ words }) => words)

/** The messages on an incident's timeline. */
export async function onTimeline(stage: Stage, channel: string) {
  const entries = await timelineOf(stage.bot.app.world.db.read, await incidentIn(stage, channel))
  return entries.flatMap((entry) => (entry.is === 'message' ? [entry.message] : []))
}

/** The tables of the whole database, the job queue's among them, in which a text stands anywhere. */
export async function tablesWith(stage: Stage, text: string): Promise<string[]> {
  const { read } = stage.bot.app.world.db
  const { rows } = await sql<{ name: string }>`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(read)
  const found: string[] = []
  for (const { name } of rows) {
    const like = sql`position(${text} in whole::text) > 0`
    const hits = await sql`select 1 from ${sql.raw(name)} as whole where ${like} limit 1`.execute(read)
    if (hits.rows.length > 0) found.push(name)
  }
  return found
}
