import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { openServer, urlOf } from '../../../test/harness/database.ts'
import { systemClock } from '../clock.ts'
import { type Database, openDatabase } from '../db/index.ts'
import { createJobs, defineJob } from './index.ts'

const announce = defineJob('test.announce', z.object({ channel: z.string() }))

/** Lets another process take up a job and kills it. */
async function killHolder(place: string): Promise<void> {
  const child = spawn(process.execPath, [new URL('holder.child.ts', import.meta.url).pathname, place], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
}

/** Starts a worker on `db`; resolves with the job that was left behind. */
async function takeUp(db: Database): Promise<string> {
  const jobs = createJobs(db, { clock: systemClock })
  const taken = Promise.withResolvers<string>()
  jobs.work(announce, async ({ data }) => taken.resolve(data.channel))
  await jobs.start()
  const channel = await taken.promise
  await jobs.stop()
  await db.close()
  return channel
}

test('the work of a killed process on PGlite is taken up at the next start', { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'crash-'))
  await killHolder(folder)
  expect(await takeUp(await openDatabase({ dataDir: folder }))).toBe('C1')
  await rm(folder, { recursive: true })
})

test('the work of a killed replica on PostgreSQL is taken up by another', { timeout: 90_000 }, async () => {
  const db = await openServer()
  await killHolder(urlOf(db))
  expect(await takeUp(db)).toBe('C1')
})
