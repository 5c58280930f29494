import { expect } from 'vitest'
import { z } from 'zod'
import { type Chat, claims } from '../models/server.ts'
import { incidentIn } from './conversation.ts'
import { apiToken, setModelStage } from './models-stage.ts'
import { forEachDatabase, test } from './telling.ts'

const statement = z.object({ words: z.string(), standing: z.string(), sources: z.array(z.object({ ref: z.string() })) })
const summary = z.object({
  line: statement,
  three: z.array(statement),
  whole: z.array(statement),
  made_by: z.enum(['record', 'model']),
})
const caughtUp = z.object({ three: z.array(statement), rest: z.array(statement) })

forEachDatabase((database) => {
  const stage = setModelStage(database)

  const looks = async (channel: string, what: string, actor = 'suzuki') => {
    const url = `${stage.bot.app.url}/api/v1/incidents/${await incidentIn(stage, channel)}/${what}`
    return fetch(`${url}${what.includes('?') ? '&' : '?'}actor=${actor}&language=ja`, {
      headers: { authorization: `Bearer ${apiToken}` },
    })
  }
  const summaryOf = async (channel: string, actor?: string) =>
    summary.parse(await (await looks(channel, 'summary', actor)).json())

  /** What the model cites: the record whose words hold this. */
  const keyOf = (chat: Chat, words: string) =>
    Object.entries(chat.records).find(([, each]) => each.words.includes(words))?.[0] ?? 'none'

  test('a summary is quoted at once, and in the model’s words when they are there and were checked', async () => {
    const name = await stage.as('tanaka').declares({ summary: '決済できない' })
    await stage.as('sato').says(`#${name}`, '決済 API が 503 を返しています')
    await stage.quiet()
    stage.models.answer((chat) =>
      claims(
        { words: '決済 API が 503 を返している', sources: [keyOf(chat, '503')], part: 'three' },
        { words: '決済 API が 504 を返している', sources: [keyOf(chat, '503')] },
        { words: '原因は決済 API の 503', sources: [keyOf(chat, '503')] },
      ),
    )
    expect((await summaryOf(name)).made_by).toBe('record')
    await stage.quiet()
    const told = await summaryOf(name)
    expect(told.made_by).toBe('model')
    expect(told.whole.map(({ words }) => words).slice(1)).toEqual([
      '決済 API が 503 を返している',
      '推定: 原因は決済 API の 503',
    ])
    // Its first line is what the fields say.
    expect(told.line.words).toContain('対応中')
    expect(told.line.words).toContain('未定')
    expect(stage.models.captured).toHaveLength(1)
    // Something more was said: the record again, until the model has read on from where it was.
    await stage.as('sato').says(`#${name}`, '14:20 に切り戻しました')
    await stage.quiet()
    stage.models.answer((chat) =>
      claims(
        { words: '決済 API が 503', sources: ['p1'] },
        { words: '切り戻した', sources: [keyOf(chat, '切り戻し')] },
      ),
    )
    expect((await summaryOf(name)).made_by).toBe('record')
    await stage.quiet()
    expect((await summaryOf(name)).whole.map(({ words }) => words).slice(1)).toEqual(['決済 API が 503', '切り戻した'])
    const [, second] = stage.models.chats
    expect(
      Object.values(second?.records ?? {}).filter(({ words }) => words === '決済 API が 503 を返しています'),
    ).toEqual([])
  })

  test('while its model hangs, and when it lies, people read what is quoted', async () => {
    const name = await stage.as('tanaka').declares({ summary: '決済できない' })
    await stage.as('sato').says(`#${name}`, '決済 API が 503 を返しています')
    await stage.quiet()
    stage.models.answer(claims({ words: 'すべて直りました', sources: ['s99'] }))
    for (let n = 0; n < 3; n++) {
      expect((await summaryOf(name)).made_by).toBe('record')
      await stage.quiet()
    }
    const rows = await stage.ledger()
    expect(rows.map(({ request, answer }) => [request, answer])).toEqual(
      stage.models.captured.map(({ request, answer }) => [request, answer]),
    )
    // The very same question is given up after three attempts.
    expect(rows.length).toBeLessThanOrEqual(3)
  })

  test('whoever was away is caught up in the model’s words', async () => {
    const name = await stage.as('tanaka').declares({ summary: '決済できない' })
    for (let n = 1; n <= 9; n++) await stage.as('sato').says(`#${name}`, `${n} 台目を再起動しました`)
    await stage.quiet()
    stage.models.answer((chat) =>
      claims({ words: '9 台目を再起動した', sources: [keyOf(chat, '9 台目')], part: 'three' }),
    )
    const read = async () => caughtUp.parse(await (await looks(name, 'catch-up')).json())
    expect((await read()).three[1]?.words).toContain('「')
    await stage.quiet()
    expect((await read()).three.map(({ words }) => words).slice(1)).toEqual(['9 台目を再起動した'])
  })

  test('of a private incident nothing is sent, and nobody outside reads of it; switched off, nothing is asked', async () => {
    const name = await stage.as('tanaka').declares({ summary: '顧客名簿の持ち出し', visibility: 'private' })
    await stage.as('tanaka').says(`#${name}`, '三万人分が持ち出された')
    await stage.quiet()
    expect((await summaryOf(name, 'tanaka')).made_by).toBe('record')
    expect((await looks(name, 'summary', 'suzuki')).status).toBe(404)
    await stage.quiet()
    expect(stage.models.captured).toEqual([])
    const open = await stage.as('tanaka').declares({ summary: '決済できない' })
    await stage.bot.configure({ ...settingsOff(), api: { right: 'administrator' } })
    expect((await summaryOf(open)).made_by).toBe('record')
    await stage.quiet()
    expect(stage.models.captured).toEqual([])
  })

  const settingsOff = () => ({
    assistant: {
      models: { enabled: 'no', fast: { provider: 'openai-compatible', base_url: stage.models.url, model: 'small' } },
    },
  })
})
