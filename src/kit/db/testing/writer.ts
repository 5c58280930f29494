import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { expect } from 'vitest'
import { migrate, openDatabase } from '../index.ts'

const children: ChildProcess[] = []

/** Kills every writer that still runs. */
export const endWriters = () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
}

/** Starts a process that writes rows into the data folder and names each once it is stored; `lines` resolves after so many with all of them. */
export function startWriter(folder: string) {
  const child = spawn(process.execPath, [new URL('../writer.child.ts', import.meta.url).pathname, folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  const told: string[] = []
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const lines = (count: number) =>
    new Promise<string[]>((resolve, reject) => {
      const reader = createInterface(child.stdout)
      reader.on('line', (line) => {
        told.push(line)
        if (told.length === count) resolve(told)
      })
      reader.once('close', () => reject(new Error(`The writer ended after ${told.length} lines`)))
    })
  return { child, told, ended, lines }
}

/** Kills a writer after each of these numbers of rows, one after another in one folder. Fails where a row is lost; resolves with how many stand. */
export async function killWhileItWrites(folder: string, after: readonly number[]): Promise<number> {
  let found = new Set<string>()
  for (const [round, count] of after.entries()) {
    const { child, told, ended, lines } = startWriter(folder)
    await lines(count)
    child.kill('SIGKILL')
    await ended
    const acknowledged = Number(told.at(-1)) + 1
    expect(Number(told[0]?.split(' ')[1])).toBeGreaterThanOrEqual(round === 0 ? 0 : (after[0] ?? 0) - 1)
    // The dead one's lock is taken over at once.
    const db = await openDatabase({ dataDir: folder })
    await migrate(db)
    const rows = await db.read.selectFrom('timers').select('subject').execute()
    found = new Set(rows.map(({ subject }) => subject))
    for (let n = 0; n < acknowledged; n++) expect(found.has(`row ${n}`)).toBe(true)
    // At most the one that was committed and not told any more.
    expect(found.size).toBeLessThanOrEqual(acknowledged + 1)
    await db.close()
  }
  return found.size
}
