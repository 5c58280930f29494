import { fork } from 'node:child_process'
import type { Ended, Wanted } from './spawner.child.ts'

type Waiting = { resolve(stdout: Buffer): void; reject(error: Error): void }

/**
 * Runs git from a small process of its own. A process that holds a bot and PGlite has a gigabyte, and starting another from it copies
 * all of its page tables: some thirty milliseconds for each command, of which a story of publishing runs a hundred.
 */
function createSpawner(): (wanted: Omit<Wanted, 'id'>) => Promise<Buffer> {
  const child = fork(new URL('spawner.child.ts', import.meta.url), {
    serialization: 'advanced',
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  const waiting = new Map<number, Waiting>()
  let count = 0
  child.on('message', ({ id, stdout, error }: Ended) => {
    const { resolve, reject } = waiting.get(id) ?? {}
    waiting.delete(id)
    if (error === undefined) resolve?.(Buffer.from(stdout))
    else reject?.(new Error(error))
  })
  // It ends with this process, whose end it notices by the channel, and keeps it from nothing.
  child.unref()
  child.channel?.unref()
  return (wanted) =>
    new Promise((resolve, reject) => {
      const id = ++count
      waiting.set(id, { resolve, reject })
      child.send({ ...wanted, id })
    })
}

let spawner: ReturnType<typeof createSpawner> | undefined

/** Runs git with these arguments and this environment; resolves with what it wrote, rejects with why it failed. */
export function runGit(wanted: Omit<Wanted, 'id'>): Promise<Buffer> {
  spawner ??= createSpawner()
  return spawner(wanted)
}
