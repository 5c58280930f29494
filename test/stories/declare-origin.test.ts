import { expect } from 'vitest'
import { factsAbout } from '../../src/rooms/facts/index.ts'
import { incidentById } from '../../src/rooms/incident/index.ts'
import { inSlot, slotOf, words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, forEachDatabase, test } from './telling.ts'

forEachDatabase((database) => {
  const stage = setStage(database)
  const fromMessage = async (handle: string, channel: string, ts: string, values = {}) => {
    const person = stage.as(handle)
    await person.do({ do: 'message_shortcut', callback_id: 'incident.declare.from_message', channel, ts })
    await person.sends({ service: 'a', ...values })
    await stage.quiet()
  }
  const told = async (channel: string) =>
    (await stage.channel(channel)).messages.filter((each) => slotOf(each) === 'origin')
  const declared = async () => {
    const { read } = stage.bot.app.world.db
    const { id } = await read.selectFrom('incidents').select('id').executeTakeFirstOrThrow()
    const [fact] = await factsAbout(read, `incident:${id}`, ['incident.declared'])
    return { incident: await incidentById(read, id), fact }
  }

  describe('この投稿からインシデントを作る', () => {
    test('the message is the summary, is remembered, and under it stands where the response now happens', async () => {
      const ts = await stage.as('suzuki').says('#dev-all', '決済が失敗しているようです')
      await fromMessage('tanaka', '#dev-all', ts)
      const { id } = await stage.channel('dev-all')
      const incident = await stage.channel('サービスa-20261123i')
      expect(words(inSlot(incident, 'card'))).toContain('決済が失敗しているようです')
      const origin = { channelId: id, ts, threadTs: null }
      expect(await declared()).toMatchObject({ incident: { origin }, fact: { data: { origin } } })
      const [answer, ...more] = await told('dev-all')
      expect(more).toEqual([])
      expect(answer?.thread_ts).toBe(ts)
      expect(answer && words(answer)).toContain(`→ <#${incident.id}>`)
    })

    test('a message within a thread is answered in that thread', async () => {
      const root = await stage.as('suzuki').says('#dev-all', '誰か見てますか')
      const ts = await stage.as('sato').says('#dev-all', '全部エラーです', root)
      await fromMessage('tanaka', '#dev-all', ts)
      expect((await declared()).incident?.origin).toMatchObject({ ts, threadTs: root })
      expect((await told('dev-all')).map((each) => each.thread_ts)).toEqual([root])
    })

    test('of a private incident nothing is said there, not even that there is one', async () => {
      const ts = await stage.as('suzuki').says('#dev-all', '怪しいログインがある')
      await fromMessage('kobayashi', '#dev-all', ts, { visibility: 'private' })
      expect((await declared()).incident?.origin).toMatchObject({ ts })
      expect(await told('dev-all')).toEqual([])
    })

    test('where the bot may not answer, the card says so and all the rest goes on', async () => {
      const ts = await stage.as('kobayashi').says('#csirt', '不審なメールが届いた')
      const [tanaka, { id }] = [stage.as('kobayashi'), await stage.channel('csirt')]
      await tanaka.do({ do: 'message_shortcut', callback_id: 'incident.declare.from_message', channel: '#csirt', ts })
      await tanaka.do({ do: 'kick', channel: id, users: ['U0SSSBOT01'] }).catch(() => {})
      await tanaka.sends({ service: 'a' })
      const card = await stage.until(async () => {
        const shown = words(inSlot(await stage.channel('サービスa-20261123i'), 'card'))
        return shown.includes('宣言のもとになった投稿') ? shown : undefined
      })
      expect(card).toContain('不審なメールが届いた')
      await stage.until(async () => inSlot(await stage.channel('incidents'), 'broadcast:'))
    })
  })

  test('a mention in a thread: the people of the thread hear where to go, by a message of its own', async () => {
    const root = await stage.as('suzuki').says('#dev-all', '画面が白い')
    const ts = await stage.as('sato').says('#dev-all', '@sssbot どうしよう', root)
    const invitation = await stage.until(async () =>
      (await stage.channel('dev-all')).messages.find((each) => slotOf(each) === 'invitation'),
    )
    await stage.as('sato').presses('dev-all', invitation, 'incident.declare.open')
    await stage.as('sato').sends({ service: 'a', summary: '画面が白い' })
    await stage.quiet()
    expect((await told('dev-all')).map((each) => each.thread_ts)).toEqual([root])
    expect((await declared()).incident?.origin).toMatchObject({ ts, threadTs: root })
  })

  test('a mention beside which the answer stands is not answered twice', async () => {
    await stage.as('sato').says('#dev-all', '@sssbot 画面が白い')
    const invitation = await stage.until(async () =>
      (await stage.channel('dev-all')).messages.find((each) => slotOf(each) === 'invitation'),
    )
    await stage.as('sato').presses('dev-all', invitation, 'incident.declare.open')
    await stage.as('sato').sends({ service: 'a', summary: '画面が白い' })
    await stage.quiet()
    expect(await told('dev-all')).toEqual([])
    expect((await declared()).incident?.origin).toMatchObject({ threadTs: null })

    const read = async () => {
      const { messages } = await stage.channel('dev-all')
      return messages.filter((each) => slotOf(each) === 'invitation').map((each) => words(each))
    }
    // What the answer says, it says to the end: whoever asked there reads no more of a response that is over.
    await stage.as('sato').does('サービスa-20261123i', 'cancel')
    expect(await read()).toEqual([expect.stringMatching(/<@U0SATO> が宣言しました → .*（取り下げ）/)])
    await stage.as('sato').does('サービスa-20261123i', 'reopen', { reason: 'やはり起きている' })
    expect(await read()).toEqual([expect.not.stringContaining('取り下げ')])
  })
})
