import { WebClient } from '@slack/web-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../index.ts'

let sandbox: Sandbox
let bot: WebClient
let channel = ''
const stamps: string[] = []

beforeAll(async () => {
  sandbox = await createSandbox({ rateLimits: false })
  bot = new WebClient('xoxb-sandbox', { slackApiUrl: `${sandbox.url}/api/` })
  channel = (await bot.conversations.create({ name: 'paged' })).channel?.id ?? ''
  for (const text of ['1', '2', '3', '4', '5', '6'])
    stamps.push((await bot.chat.postMessage({ channel, text })).ts ?? '')
})
afterAll(() => sandbox.close())

type Range = { oldest?: string; latest?: string; inclusive?: boolean; limit?: number }

/** What each page says, page by page. */
async function pages(range: Range): Promise<string[]> {
  const out: string[] = []
  let cursor = ''
  do {
    const page = await bot.conversations.history({ channel, limit: 2, ...range, ...(cursor ? { cursor } : {}) })
    out.push((page.messages ?? []).map(({ text }) => text).join(''))
    cursor = page.response_metadata?.next_cursor ?? ''
  } while (cursor)
  return out
}

describe('pages of a history', () => {
  it('begin at the newest message', async () => {
    const newest = (await bot.conversations.history({ channel, limit: 2 })).messages ?? []
    expect(newest.map(({ text }) => text)).toEqual(['6', '5'])
  })

  it('begin at `latest`, with `oldest` too', async () => {
    expect((await pages({ latest: stamps[4] ?? '' })).slice(0, 2)).toEqual(['43', '21'])
    expect(await pages({ oldest: stamps[0] ?? '', latest: stamps[5] ?? '' })).toEqual(['54', '32'])
  })

  it('with `oldest` alone hold what is closest to it, and go forward', async () => {
    expect(await pages({ oldest: stamps[1] ?? '' })).toEqual(['43', '65'])
    expect(await pages({ oldest: stamps[1] ?? '', inclusive: true, limit: 1 })).toEqual(['2', '3', '4', '5', '6'])
  })
})
