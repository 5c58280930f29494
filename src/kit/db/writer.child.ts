/** A process for tests to kill: writes one row after the other into the folder it is given, and tells of each commit. */
import { migrate, openDatabase } from './index.ts'
import { json } from './json.ts'

const db = await openDatabase({ dataDir: process.argv[2] ?? '' })
await migrate(db)
const from = (await db.read.selectFrom('timers').select('subject').execute()).length
process.stdout.write(`ready ${from}\n`)
for (let n = from; ; n++) {
  await db.transaction((tx) =>
    tx
      .insertInto('timers')
      .values({ subject: `row ${n}`, kind: 'k', due_at: new Date(0), data: json({ text: 'x'.repeat(2_000) }) })
      .execute(),
  )
  process.stdout.write(`${n}\n`)
}
