import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSandbox, type Sandbox } from '../../sandbox/server/index.ts'
import { systemClock } from '../../src/kit/clock.ts'
import { silentLog } from '../../src/kit/log.ts'
import { createSlack } from '../../src/kit/slack/index.ts'
import { topic } from '../../src/rooms/projection/acts/topic.ts'
import type { Scene } from '../../src/rooms/projection/performer.ts'

let sandbox: Sandbox
let scene: Scene

beforeAll(async () => {
  sandbox = await createSandbox({ rateLimits: false })
  const slack = createSlack({ token: 'xoxb-sandbox', apiUrl: `${sandbox.url}/api/`, log: silentLog })
  scene = {
    slack,
    clock: systemClock,
    subject: 'incident:1',
    slot: 'topic',
    lane: 'person',
    standing: () => undefined,
    isGone: () => false,
  }
})
afterAll(() => sandbox.close())

test.each(['対応中 | レベル: A & B <急>', '決済 &amp; 配送', 'ふつうの話題'])(
  'a topic that was set before the answer was lost is found again: %s',
  async (text) => {
    const act = { do: 'topic', channel: 'C0GENERAL', text } as const
    expect(await topic.look(act, scene, new Date())).toEqual({ is: 'done', value: null })
    await topic.make(act, scene)
    expect(await topic.look(act, scene, new Date())).toMatchObject({ is: 'done', value: { channelId: 'C0GENERAL' } })
  },
)
