import { readFile, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { patient } from '../../../test/harness/patience.ts'
import { migrate, openDatabase } from './index.ts'
import { layFolder } from './testing/folder.ts'
import { killWhileItWrites } from './testing/writer.ts'

let folder: string
beforeEach(async () => {
  folder = await layFolder()
})

test('a process killed while it writes loses no row it has told of, three times in a row', {
  timeout: patient(120_000),
}, async () => {
  expect(await killWhileItWrites(folder, [60, 97, 134])).toBeGreaterThan(250)
})

test('the same process cannot open it twice either, and closing gives it free', async () => {
  const db = await openDatabase({ dataDir: folder })
  await expect(openDatabase({ dataDir: folder })).rejects.toThrow('in use by process')
  await db.close()
  await (await openDatabase({ dataDir: folder })).close()
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
