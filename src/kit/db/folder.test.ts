import { chmod, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { patient } from '../../../test/harness/patience.ts'
import { openDatabase } from './index.ts'
import { layFolder } from './testing/folder.ts'
import { killWhileItWrites, startWriter } from './testing/writer.ts'

let folder: string
beforeEach(async () => {
  folder = await layFolder()
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

test('of two that take over a dead lock together one wins', async () => {
  const dead = { token: 'dead', pid: 2 ** 22 - 3, started: 'long ago', host: hostname() }
  await writeFile(join(folder, 'lock'), JSON.stringify(dead))
  const both = await Promise.allSettled([openDatabase({ dataDir: folder }), openDatabase({ dataDir: folder })])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  for (const one of both) if (one.status === 'fulfilled') await one.value.close()
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
