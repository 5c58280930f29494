import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { createLog } from '../../kit/log.ts'
import { createSlack } from '../../kit/slack/index.ts'
import { pageOf } from './pages.ts'

test.each(['people', 'channels'] as const)(
  'a page of %s after which the same comes again is not taken, and no end either',
  async (list) => {
    const server = createServer((_, response) => {
      const answer = { ok: true, team_id: 'T1', members: [], channels: [], response_metadata: { next_cursor: 'two' } }
      response.end(JSON.stringify(answer))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    // An address of TCP, since it listens on a port.
    const { port } = server.address() as AddressInfo
    const slack = createSlack({
      token: 'xoxb-1',
      apiUrl: `http://127.0.0.1:${port}/api/`,
      log: createLog({ level: 'fatal' }),
    })
    try {
      expect(await pageOf(slack, list, null)).toMatchObject({ is: 'done', value: { next: 'two' } })
      expect(await pageOf(slack, list, 'two')).toEqual({ is: 'unsure', reason: 'unreadable' })
    } finally {
      server.close()
    }
  },
)
