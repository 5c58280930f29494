import { expect, it } from 'vitest'
import type { Change } from '../../protocol.ts'
import { createSandbox } from '../index.ts'
import { createDriver } from '../testing/driver.ts'

/** Reads changes from the stream until `enough` of them came. */
async function read(url: string, enough: (changes: Change[]) => boolean): Promise<Change[]> {
  const stop = new AbortController()
  const response = await fetch(url, { signal: stop.signal })
  const changes: Change[] = []
  let text = ''
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk).toString('utf8')
    const events = text.split('\n\n')
    text = events.pop() ?? ''
    for (const event of events) {
      const data = /^data: (.*)$/m.exec(event)?.[1]
      if (data) changes.push(JSON.parse(data))
    }
    if (enough(changes)) break
  }
  stop.abort()
  return changes
}

it("a browser that comes with the state's number misses nothing and gets nothing twice", async () => {
  const sandbox = await createSandbox()
  const driver = createDriver(sandbox.url)
  await driver.act({ do: 'post', as: 'tanaka', channel: '#general', text: '前' })
  const { seq } = await driver.state()
  const { ts } = (await driver.act({ do: 'post', as: 'tanaka', channel: '#general', text: '後' })) as { ts: string }
  await driver.act({ do: 'react', as: 'sato', channel: '#general', ts, name: 'eyes' })
  const changes = await read(`${sandbox.url}/_sandbox/stream?since=${seq}`, (seen) => seen.length === 2)
  expect(changes).toMatchObject([
    { seq: seq + 1, kind: 'message', channel: 'C0GENERAL', message: { text: '後', reactions: [] } },
    {
      seq: seq + 2,
      kind: 'message',
      message: { text: '後', reactions: [{ name: 'eyes', users: ['U0SATO'], count: 1 }] },
    },
  ])
  await sandbox.close()
})

it('one whose number is unknown here is told to begin anew', async () => {
  const sandbox = await createSandbox()
  expect(await read(`${sandbox.url}/_sandbox/stream?since=7`, (seen) => seen.length > 0)).toMatchObject([
    { kind: 'reset' },
  ])
  await sandbox.close()
})
