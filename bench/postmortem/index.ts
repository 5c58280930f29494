import { sql } from 'kysely'
import { type Database, migrate, openDatabase } from '../../src/kit/db/index.ts'
import { silentLog } from '../../src/kit/log.ts'
import { draftOf } from '../../src/rooms/postmortem/index.ts'
import { settingsFrom } from '../../test/harness/bot.ts'
import { settings } from '../declare/settings.ts'
import { median } from '../median.ts'
import type { Place, Stage } from '../stage.ts'

const messages = 5_000
const marks = 100
const updates = 60
const incident = 'inc_00000000000000000000000001'

/** Milliseconds; `first` is the first draft after the start, `floor` the bare reading of the same rows. */
export type DraftResult = { name: string; first: number; ours: number; floor: number; ratio: number }

/**
 * Measures how long the document takes of an incident whose channel has 5,000 messages and 100 marks, beside the bare SQL that
 * reads the same rows.
 */
export async function benchPostmortem(stage: Stage, place: Place, rounds = 9): Promise<DraftResult> {
  const open = place.name === 'PGlite' ? { dataDir: stage.newFolder() } : { url: place.url }
  const db = await openDatabase({ ...open, log: silentLog })
  try {
    await migrate(db)
    await fill(db)
    const inForce = await settingsFrom(settings)
    const world = { db, settings: () => inForce }
    const ours: number[] = []
    const floor: number[] = []
    let markdown = ''
    for (let round = 0; round < rounds; round++) {
      const begun = performance.now()
      const draft = await draftOf(world, incident)
      ours.push(performance.now() - begun)
      markdown = draft?.markdown ?? ''
      const bare = performance.now()
      await readBare(db)
      floor.push(performance.now() - bare)
    }
    const rows = markdown.match(/^\| \[?2026-/gm)?.length ?? 0
    if (rows < marks) throw new Error(`The document has only ${rows} rows`)
    const [here, there] = [median(ours.slice(1)), median(floor.slice(1))]
    const round = (ms: number) => Math.round(ms * 10) / 10
    return {
      name: `postmortem of ${messages} messages, ${marks} marks, ${place.name}`,
      first: round(ours[0] ?? 0),
      ours: round(here),
      floor: round(there),
      ratio: round(here / there),
    }
  } finally {
    await db.close()
  }
}

/** The rows that make the document, and nothing done with them. */
async function readBare(db: Database): Promise<void> {
  const subject = `incident:${incident}`
  await Promise.all([
    db.read.selectFrom('incidents').selectAll().where('id', '=', incident).execute(),
    db.read.selectFrom('facts').selectAll().where('subject', '=', subject).orderBy('seq').execute(),
    db.read
      .selectFrom('record_messages as message')
      .innerJoin('record_sources as source', (join) =>
        join
          .onRef('source.incident_id', '=', 'message.incident_id')
          .onRef('source.channel_id', '=', 'message.channel_id')
          .onRef('source.ts', '=', 'message.ts'),
      )
      .selectAll('message')
      .where('message.incident_id', '=', incident)
      .where('source.until', 'is', null)
      .orderBy('message.said_at')
      .execute(),
    db.read.selectFrom('action_items').selectAll().where('incident_id', '=', incident).execute(),
    db.read.selectFrom('directory_people').selectAll().execute(),
  ])
}

async function fill(db: Database): Promise<void> {
  const begun = new Date('2026-11-23T05:00:00Z')
  const at = sql`${begun}::timestamptz + n * interval '2 seconds'`
  const words = sql`'接続数が上限に達しています <@U0PERSON' || n % 40 || '> https://example.com/d/' || n || ' を見てください。' || repeat('詳しく調べています。', n % 20)`
  const ts = sql`'17638740' || lpad(n::text, 2, '0') || '.' || lpad(n::text, 6, '0')`
  await db.transaction(async (tx) => {
    await sql`insert into incidents (id, status, service, summary, impact, level, types, kind, visibility, declared_by, occurred_at,
        detected_at, declared_at, handler_taken_at, recovered_at, declare_locale)
      values (${incident}, 'recovered', 'a', 'ログインできない', '全ユーザーがログインできない', 'level4', '{availability}', 'real', 'public',
        'U0PERSON1', ${begun}, ${begun}, ${begun}, ${begun}, ${begun}, 'ja')`.execute(tx)
    await sql`insert into incident_channels (incident_id, name, is_private, channel_id, created_at)
      values (${incident}, 'サービスa-20261123i', false, 'C0BENCH', ${begun})`.execute(tx)
    await sql`insert into directory_people (id, handle, name, is_bot, is_guest, is_deactivated)
      select 'U0PERSON' || n, 'person' || n, '人 ' || n, false, false, false from generate_series(0, 39) n`.execute(tx)
    await sql`insert into record_messages (incident_id, channel_id, ts, author, words, permalink, said_at, read_at, conversation)
      select ${incident}, 'C0BENCH', ${ts}, 'U0PERSON' || n % 40, ${words},
        'https://example.slack.com/archives/C0BENCH/p' || n, ${at}, ${at}, true
      from generate_series(1, ${messages}::int) n`.execute(tx)
    await sql`insert into record_sources (incident_id, channel_id, ts, kind, via, by, since)
      select ${incident}, 'C0BENCH', ${ts}, 'timeline', 'pin', 'U0PERSON1', ${at}
      from generate_series(1, ${messages}::int, ${messages / marks}::int) n`.execute(tx)
    await sql`insert into facts (id, subject, type, n, at, actor_kind, actor_id, data)
      select 'fct_' || lpad(n::text, 26, '0'), 'incident:' || ${incident}, 'updates.posted', n, ${at}, 'person', 'U0PERSON2',
        jsonb_build_object('n', n, 'report', 'follow_up', 'condition', ${words}, 'action', null, 'need', null, 'impact', null,
          'impactBefore', null, 'nextAt', null)
      from generate_series(1, ${updates}::int) n`.execute(tx)
    await sql`insert into postmortems (incident_id, status, drafted_at, since, archives)
      values (${incident}, 'draft', ${begun}, ${begun}, 'https://example.slack.com/archives/')`.execute(tx)
  })
  await db.transaction((tx) => sql`analyze`.execute(tx))
}
