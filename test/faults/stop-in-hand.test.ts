import { beforeAll, test } from 'vitest'
import { serverUrl } from '../harness/database.ts'
import { stopWithinATimer } from './stop-in-hand.ts'

// The first database waits for the server to be set up.
beforeAll(() => serverUrl())

test('a checkpoint whose transaction is open when the bot stops comes once, after the next start', () =>
  stopWithinATimer('PostgreSQL', 'too late'))
