import { execFile } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { settings } from '../declare/settings.ts'
import { type Process, startProcess } from '../processes.ts'
import type { Place, Stage } from '../stage.ts'

/** Megabytes of resident memory; `ratio` is to a bare Bolt process. */
export type MemoryResult = { name: string; ours: number; bare: number; ratio: number }

/** So long after its start a process is at rest, in milliseconds. */
const settleMs = 20_000

/** Measures what the bot's process holds at rest, connected and with nothing to do, beside a bare Bolt app's. */
export async function benchMemory(stage: Stage, places: readonly Place[]): Promise<MemoryResult[]> {
  const bare = await atRest(
    await startProcess(['bench/memory/bare.ts'], { SLACK_API_URL: `${stage.sandboxUrl}/api/` }, async (output) =>
      output.includes('connected'),
    ),
  )
  const results: MemoryResult[] = []
  for (const place of places) {
    const ours = await atRest(await stage.startBot(place, settings))
    const ratio = Math.round((ours / bare) * 100) / 100
    results.push({ name: `memory at rest, ${place.name}`, ours: Math.round(ours), bare: Math.round(bare), ratio })
  }
  return results
}

async function atRest(process: Process): Promise<number> {
  await wait(settleMs)
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(process.pid)])
  await process.end()
  return Number(stdout) / 1024
}
