import { beforeAll, describe, test } from 'vitest'
import { serverUrl } from '../harness/database.ts'
import { stopWhileSlackSaysLater, stopWithinADownload, stopWithinATimer } from './stop-in-hand.ts'

// The first database waits for the server to be set up.
beforeAll(() => serverUrl())

const cases = {
  PGlite: ['in time', 'too late'],
  PostgreSQL: ['in time', 'too late', 'never'],
} as const

describe.each(['PGlite', 'PostgreSQL'] as const)('stopped on %s', (database) => {
  test('while Slack asks for patience: what it was to do is done once after the next start', () =>
    stopWhileSlackSaysLater(database))

  describe.each(cases[database])('while something is in hand that ends %s', (ends) => {
    test('a timer’s transaction: the checkpoint comes once, and the next is due', () =>
      stopWithinATimer(database, ends))

    test('a download: whoever fetches it has it, or is told to ask again and has it then', () =>
      stopWithinADownload(database, ends))
  })
})
