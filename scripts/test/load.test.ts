import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { spinnersFor } from './load.ts'

test('four times the load on two cores is six busy processes beside two workers: a quarter of a core each', () => {
  expect(spinnersFor(4, 2)).toBe(6)
  expect(spinnersFor(1, 2)).toBe(0)
})

const load = new URL('load.ts', import.meta.url).href

test.each([
  ['is killed hard', `setInterval(() => {}, 1000)`, 'SIGKILL'],
  ['breaks', `setImmediate(() => { throw new Error('broken') })`, undefined],
  ['ends the load and itself', `end(); setImmediate(() => process.exit())`, undefined],
] as const)('the busy processes end when whoever started them %s', async (_, then, signal) => {
  const code = `import { startLoad } from '${load}'; const end = startLoad(2); console.log('started'); ${then}`
  const starter = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', code],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
  // The busy processes hold this pipe too: it closes when the last of them is gone.
  const closed = once(starter, 'close')
  await once(starter.stdout, 'data')
  if (signal) starter.kill(signal)
  await expect(closed).resolves.toHaveLength(2)
})
