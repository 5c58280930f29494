import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { answers, below, launchInBackground, type Way, ways } from './start/background.ts'

/** Three looks at whether npm is still there, in milliseconds. */
const looksMs = 1600

// Children are looked up in /proc.
describe.runIf(process.platform === 'linux')('a sandbox that a shell put into the background', () => {
  it.for(Object.keys(ways) as Way[])('goes on when the shell has ended: %s', async (way) => {
    const { url } = await launchInBackground(way)
    await pause(looksMs)
    expect(await answers(url)).toBe(true)
  })

  it('goes on when its terminal is closed, and ends with npm', async () => {
    const started = await launchInBackground()
    const own = below(started.npm)
    await pause(looksMs)
    expect(await answers(started.url)).toBe(true)
    for (const pid of own.slice(-2)) process.kill(pid, 'SIGHUP')
    await pause(looksMs)
    expect(await answers(started.url)).toBe(true)
    process.kill(started.npm, 'SIGKILL')
    await expect.poll(() => answers(started.url), { timeout: 10_000 }).toBe(false)
  })
})
