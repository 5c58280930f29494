import { describe, expect, it } from 'vitest'
import { answers, below, isThere, launchInBackground, launchInFront } from './start/background.ts'

// Children are looked up in /proc. The other ways to start and end it are in run.long.test.ts.
describe.runIf(process.platform === 'linux')('a sandbox that npm runs', () => {
  it('goes on in the background when the shell has ended, and ends when npm is asked to', async () => {
    const { npm, url } = await launchInBackground()
    const own = [npm, ...below(npm)]
    process.kill(npm, 'SIGTERM')
    await expect.poll(() => answers(url), { timeout: 10_000 }).toBe(false)
    await expect.poll(() => own.filter(isThere), { timeout: 10_000 }).toEqual([])
  })

  it('ends by Ctrl-C, and leaves nothing behind', async () => {
    const { npm, url, ended } = await launchInFront()
    const own = [npm, ...below(npm)]
    // A terminal tells all processes of the group in front of it.
    process.kill(-npm, 'SIGINT')
    await ended
    await expect.poll(() => answers(url), { timeout: 10_000 }).toBe(false)
    await expect.poll(() => own.filter(isThere), { timeout: 10_000 }).toEqual([])
  })
})
