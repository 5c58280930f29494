import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkGround } from './ground.ts'
import { planFrom } from './plan.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sssbot-ground-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('a port that another program holds is told before anything starts', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as AddressInfo
  const plan = planFrom({ SLACK_BOT_TOKEN: 'xoxb-1-real', PORT: String(port), SSSBOT_DATA: folder }, '/', false)
  await expect(checkGround(plan)).rejects.toThrow(`port ${port} (bot) is taken`)
  await new Promise((resolve) => other.close(resolve))
  await expect(checkGround(plan)).resolves.toBeUndefined()
})

test('a data folder that cannot be made is told', async () => {
  await writeFile(join(folder, 'file'), '')
  const plan = planFrom({ SSSBOT_DATA: join(folder, 'file', 'data') }, '/', false)
  await expect(checkGround(plan)).rejects.toThrow('cannot be written (ENOTDIR)')
})
