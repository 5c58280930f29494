import { expect } from 'vitest'
import { type Chat, claims } from '../models/server.ts'
import { incidentIn, tablesWith } from './conversation.ts'
import { apiToken, setModelStage } from './models-stage.ts'
import { everywhere, forEachDatabase } from './telling.ts'

const secret = '顧客の鳥海様'

forEachDatabase((database) => {
  const stage = setModelStage(database, {}, {}, { model: 'points' })
  const look = async (channel: string, what: string) => {
    const path = `${await incidentIn(stage, channel)}/${what}${what.includes('?') ? '&' : '?'}actor=suzuki&language=ja`
    const headers = { authorization: `Bearer ${apiToken}` }
    return (await fetch(`${stage.bot.app.url}/api/v1/incidents/${path}`, { headers })).text()
  }
  const keyOf = (chat: Chat, said: string) =>
    Object.entries(chat.records).find(([, each]) => each.words.includes(said))?.[0] ?? 'none'

  everywhere(
    'what is deleted stands in nothing that was made of it: summaries, drafts, answers, ledger, vectors, TODOs, and what somebody was told alone',
    async () => {
      const name = await stage.as('tanaka').declares({ summary: '決済できない' })
      await stage.as('sato').takesNextStep(name)
      const ts = await stage.as('sato').says(`#${name}`, `TODO: ${secret}に電話する`)
      const pinned = await stage.as('sato').says(`#${name}`, `${secret}の決済が14:02から失敗しています`)
      const channel = (await stage.channel(name)).id
      await stage.as('sato').do({ do: 'pin', channel, ts: pinned })
      await stage.quiet()
      // A model repeats it, in a summary and in a draft, from the message and from the TODO.
      const repeats = (part: string) => (chat: Chat) =>
        claims({ words: `${secret}に電話する`, sources: [keyOf(chat, secret)], part })
      stage.models.answer(repeats('whole'), repeats('action'), repeats('whole'))
      await look(name, 'summary')
      await stage.quiet()
      await stage.as('sato').chooses(name, 'draft-update')
      await stage.quiet()
      await stage.as('ito').says(`#${name}`, '@sssbot 追いつく')
      await stage.quiet()
      // Whoever is told what is new after it is told of the TODO still.
      await stage.pass(60_000)
      const since = new Date(Number(await stage.as('sato').says(`#${name}`, '交代しました')) * 1000).toISOString()
      for (let n = 1; n <= 9; n++) await stage.as('sato').says(`#${name}`, `${n} 台目を再起動しました`)
      await stage.quiet()
      await look(name, `catch-up?since=${since}`)
      await stage.quiet()
      const made = ['model_calls', 'model_answers', 'assistant_summaries', 'assistant_drafts', 'todos']
      expect(await tablesWith(stage, secret)).toEqual(expect.arrayContaining(made.map((table) => `public.${table}`)))
      const sent = (await stage.ledger()).filter(({ request }) => request?.includes(secret))
      // One of them holds the TODO alone: its message was said before what is asked about.
      expect(sent.map(({ request }) => request?.includes('14:02から'))).toContain(false)
      for (const each of [ts, pinned]) await stage.as('sato').do({ do: 'delete', channel, ts: each })
      await stage.quiet()
      expect(await tablesWith(stage, secret)).toEqual([])
    },
  )
})
