import { vi } from 'vitest'
import { patient } from '../harness/patience.ts'
import { everywhereMs, setEverywhere } from './private-everywhere.ts'
import { forEachDatabase, test } from './telling.ts'

vi.setConfig({ testTimeout: patient(everywhereMs) })

// The other moments follow in the long run.
forEachDatabase((database) => {
  const { isKnownToNobody, leavesNothing } = setEverywhere(database)

  test('private from the start, nobody without a part in it reads a word of it anywhere, also when it is over', () =>
    isKnownToNobody(['archived']))

  test('made private when it is completed, the bot leaves nothing of it anywhere', () => leavesNothing('completed'))
})
