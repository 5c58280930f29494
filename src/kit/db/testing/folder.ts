import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach } from 'vitest'
import { openDatabase } from '../index.ts'
import { endWriters } from './writer.ts'

/** A folder after its first start, which takes seconds. */
let made: Promise<string> | undefined
const laid: string[] = []

async function make(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'data-'))
  await (await openDatabase({ dataDir: folder })).close()
  return folder
}

const remove = (folder: string) => rm(folder, { recursive: true, force: true })

afterEach(async () => {
  endWriters()
  await Promise.all(laid.splice(0).map(remove))
})
afterAll(async () => {
  if (made) await remove(await made)
})

/** A data folder that has been started once, of its own for a test; it goes with it, and so does whoever writes into it. */
export async function layFolder(): Promise<string> {
  made ??= make()
  const folder = await mkdtemp(join(tmpdir(), 'data-'))
  laid.push(folder)
  await cp(await made, folder, { recursive: true })
  return folder
}
