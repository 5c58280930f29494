/** A process for tests to kill: takes up one job in the database it is given (a URL or a folder) and never ends it. */

import { z } from 'zod'
import { systemClock } from '../clock.ts'
import { migrate, openDatabase } from '../db/index.ts'
import { createJobs, defineJob } from './index.ts'

const [place = ''] = process.argv.slice(2)
const db = await openDatabase(place.startsWith('postgres') ? { url: place } : { dataDir: place })
await migrate(db)
const jobs = createJobs(db, { clock: systemClock })
const job = defineJob('test.announce', z.object({ channel: z.string() }))
jobs.work(job, () => {
  process.stdout.write('taken\n')
  return new Promise(() => {})
})
await jobs.start()
await db.transaction((tx) => jobs.enqueue(tx, job, { channel: 'C1' }))
