import { vi } from 'vitest'
import { patient } from '../harness/patience.ts'
import { everywhereMs, setEverywhere } from './private-everywhere.ts'
import { forEachDatabase, test } from './telling.ts'

vi.setConfig({ testTimeout: patient(everywhereMs) })

forEachDatabase((database) => {
  const { isKnownToNobody, leavesNothing } = setEverywhere(database)

  test('private from the start, nobody without a part in it reads a word of it anywhere, whatever becomes of it', () =>
    isKnownToNobody(['responding', 'recovered', 'archived']))

  test.each([
    'responding',
    'recovered',
    'merged',
    'recovered and asked for a review',
    'cancelled',
    'parted again',
    'one into which another was merged',
  ])('made private when it is %s, the bot leaves nothing of it anywhere', (moment) => leavesNothing(moment))
})
