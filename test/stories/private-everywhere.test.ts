import { vi } from 'vitest'
import { patient } from '../harness/patience.ts'
import { everywhereMs, setEverywhere } from './private-everywhere.ts'
import { forEachDatabase, test } from './telling.ts'

vi.setConfig({ testTimeout: patient(everywhereMs) })

// The other moments, and what is private from the start, follow in the long run.
forEachDatabase((database) => {
  const { leavesNothing } = setEverywhere(database)

  test('made private when it is completed, the bot leaves nothing of it anywhere', () => leavesNothing('completed'))
})
