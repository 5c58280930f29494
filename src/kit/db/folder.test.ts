import { chmod, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { patient } from '../../../test/harness/patience.ts'
import { migrate, openDatabase } from './index.ts'
import { endWriters, killWhileItWrites, startWriter } from './testing/writer.ts'

/** A folder after its first start, which takes seconds. */
let made: string
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'data-'))
  await cp(made, folder, { recursive: true })
})
beforeAll(async () => {
  made = await mkdtemp(join(tmpdir(), 'data-'))
  await (await openDatabase({ dataDir: made })).close()
})
afterAll(() => rm(made, { recursive: true, force: true }))
afterEach(async () => {
  endWriters()
  await rm(folder, { recursive: true, force: true })
})

test('a process killed while it writes loses no row it has told of', { timeout: patient(60_000) }, async () => {
  await killWhileItWrites(folder, [60])
})

test('a folder in use is refused in one sentence that names the process, and is free after its end', async () => {
  const { child, lines, ended } = startWriter(folder)
  await lines(2)
  const refused = openDatabase({ dataDir: folder })
  await expect(refused).rejects.toMatchObject({
    name: 'SetupError',
    message: expect.stringContaining(`is in use by process ${child.pid}`),
  })
  child.kill('SIGKILL')
  await ended
  await (await openDatabase({ dataDir: folder })).close()
})

test('the same process cannot open it twice either, and closing gives it free', async () => {
  const db = await openDatabase({ dataDir: folder })
  await expect(openDatabase({ dataDir: folder })).rejects.toThrow('in use by process')
  await db.close()
  await (await openDatabase({ dataDir: folder })).close()
})

test('of two that take over a dead lock together one wins', async () => {
  const dead = { token: 'dead', pid: 2 ** 22 - 3, started: 'long ago', host: hostname() }
  await writeFile(join(folder, 'lock'), JSON.stringify(dead))
  const both = await Promise.allSettled([openDatabase({ dataDir: folder }), openDatabase({ dataDir: folder })])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  for (const one of both) if (one.status === 'fulfilled') await one.value.close()
})

test('a pid that went to another process since, and a lock cut short by a full disk, hold nobody up', async () => {
  const reused = { token: 't', pid: process.ppid, started: 'another boot', host: hostname() }
  await writeFile(join(folder, 'lock'), JSON.stringify(reused))
  const isFree = () => openDatabase({ dataDir: folder }).then((db) => db.close())
  await expect(isFree()).resolves.toBeUndefined()
  await writeFile(join(folder, 'lock'), '{"tok')
  await expect(isFree()).resolves.toBeUndefined()
})

test('a lock of another host is judged by its signs of life', { timeout: 30_000 }, async () => {
  const elsewhere = { token: 't', pid: 1, started: undefined, host: 'another-container' }
  await writeFile(join(folder, 'lock'), JSON.stringify(elsewhere))
  const alive = setInterval(() => void writeFile(join(folder, 'lock'), JSON.stringify(elsewhere)), 500)
  await expect(openDatabase({ dataDir: folder })).rejects.toThrow('in use by process 1 on another-container')
  clearInterval(alive)
  await (await openDatabase({ dataDir: folder })).close()
})

test('a first start that was cut off begins again from nothing', async () => {
  const db = await openDatabase({ dataDir: folder })
  await db.close()
  await writeFile(join(folder, 'unfinished'), '')
  await rm(join(folder, 'pg', 'global'), { recursive: true })
  const again = await openDatabase({ dataDir: folder })
  expect(await migrate(again)).not.toHaveLength(0)
  await again.close()
})

test('a folder of another PostgreSQL version is refused, and left alone', async () => {
  await (await openDatabase({ dataDir: folder })).close()
  await writeFile(join(folder, 'pg', 'PG_VERSION'), '17\n')
  await expect(openDatabase({ dataDir: folder })).rejects.toThrow('was written by PostgreSQL 17, this release needs 18')
  expect(await readFile(join(folder, 'pg', 'PG_VERSION'), 'utf8')).toBe('17\n')
})

test('a folder that cannot be made is told in one sentence', async () => {
  await writeFile(join(folder, 'file'), '')
  await expect(openDatabase({ dataDir: join(folder, 'file', 'data') })).rejects.toMatchObject({
    name: 'SetupError',
    message: `The data folder ${join(folder, 'file', 'data')} cannot be written (ENOTDIR)`,
  })
})

// Root may write everywhere.
test.skipIf(process.getuid?.() === 0)('a folder without permission to write is told in one sentence', async () => {
  await chmod(folder, 0o500)
  await expect(openDatabase({ dataDir: folder })).rejects.toThrow('cannot be written (EACCES)')
})
