import { expect } from 'vitest'
import { timelineOf } from '../../src/rooms/record/index.ts'
import { incidentIn } from './conversation.ts'
import { inSlot, slotOf, words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, everywhere, forEachDatabase, test } from './telling.ts'

const minute = 60_000

forEachDatabase((database) => {
  const stage = setStage(database)
  const message = async (channel: string, ts: string) => {
    const found = (await stage.channel(channel)).messages.find((each) => each.ts === ts)
    if (!found) throw new Error(`#${channel} has no ${ts}`)
    return found
  }
  const bySssbot = async (channel: string, ts: string) =>
    (await message(channel, ts)).reactions.filter(({ users }) => users.includes('U0SSSBOT01')).map(({ name }) => name)
  const timeline = async (channel: string) => timelineOf(stage.bot.app.world.db.read, await incidentIn(stage, channel))
  const recorded = async (channel: string) =>
    (await timeline(channel)).flatMap((entry) => (entry.is === 'message' ? [entry.message] : []))
  const inbox = () => stage.bot.app.world.db.read.selectFrom('inbox').selectAll().execute()

  describe('what people say elsewhere', () => {
    test('is acknowledged and leaves nothing behind; a mention is heard all the same', async () => {
      const tanaka = stage.as('tanaka')
      await tanaka.says('#general', '<@U0SSSBOT01> いる？')
      await stage.quiet()
      const heard = (await inbox()).length
      const general = (await stage.channel('general')).id
      const ts = await tanaka.says('#general', '今日の昼ごはん')
      await tanaka.do({ do: 'react', channel: general, ts, name: 'pushpin' })
      await tanaka.do({ do: 'pin', channel: general, ts })
      await tanaka.do({ do: 'edit', channel: general, ts, text: '今日の晩ごはん' })
      await tanaka.do({ do: 'delete', channel: general, ts })
      await stage.quiet()
      expect((await inbox()).length).toBe(heard)
      expect((await inbox()).map(({ kind }) => kind)).toContain('app_mention')
    })

    test('in the channel of an incident it is heard, from the first moment', async () => {
      const name = await stage.as('tanaka').declares()
      await stage.as('sato').says(`#${name}`, '見ています')
      await stage.quiet()
      expect((await inbox()).filter(({ kind }) => kind === 'message').length).toBeGreaterThan(0)
    })
  })

  describe('📌', () => {
    test('puts a message on the timeline, and the bot nods with a small reaction, once', async () => {
      const name = await stage.as('tanaka').declares()
      const { id } = await stage.channel(name)
      const ts = await stage.as('sato').says(`#${name}`, '14:02 に deploy した & <@U0ALICE> が確認')
      const before = (await stage.channel(name)).messages.length
      await stage.as('tanaka').do({ do: 'react', channel: id, ts, name: 'pushpin' })
      await stage.as('alice').do({ do: 'react', channel: id, ts, name: 'pushpin' })
      await stage.as('alice').do({ do: 'react', channel: id, ts, name: 'bulb' })
      await stage.quiet()
      expect(await recorded(name)).toMatchObject([
        { ts, author: 'U0SATO', words: '14:02 に deploy した &amp; <@U0ALICE> が確認', kinds: ['timeline', 'action'] },
      ])
      expect((await recorded(name))[0]?.permalink).toContain(`/archives/${id}/p${ts.replace('.', '')}`)
      expect(await bySssbot(name, ts)).toEqual(['memo'])
      expect((await stage.channel(name)).messages).toHaveLength(before)
      const nods = (await stage.driver.calls()).filter(({ method }) => method === 'reactions.add')
      expect(nods).toHaveLength(1)
    })

    test('a pin is the same, in a thread and in a private incident too; Slack’s own line about it is not', async () => {
      const tanaka = stage.as('tanaka')
      const name = await tanaka.declares({ visibility: 'private' })
      const { id } = await stage.channel(name)
      const parent = await tanaka.says(`#${name}`, 'ログを見ています')
      const ts = await tanaka.says(`#${name}`, '不審なアクセスが 3 件', parent)
      await tanaka.do({ do: 'pin', channel: id, ts })
      await stage.quiet()
      expect(await recorded(name)).toMatchObject([{ ts, threadTs: parent, words: '不審なアクセスが 3 件' }])
      expect(await bySssbot(name, ts)).toEqual(['memo'])
    })

    test('stands while anything holds it there, and goes with the last', async () => {
      const name = await stage.as('tanaka').declares()
      const { id } = await stage.channel(name)
      const [sato, tanaka] = [stage.as('sato'), stage.as('tanaka')]
      const ts = await sato.says(`#${name}`, 'DB の接続数が上限')
      await tanaka.do({ do: 'react', channel: id, ts, name: 'pushpin' })
      await sato.do({ do: 'pin', channel: id, ts })
      await stage.quiet()
      await tanaka.do({ do: 'unreact', channel: id, ts, name: 'pushpin' })
      await stage.quiet()
      expect(await recorded(name)).toHaveLength(1)
      await tanaka.do({ do: 'unpin', channel: id, ts })
      await stage.quiet()
      expect(await recorded(name)).toEqual([])
      await tanaka.do({ do: 'react', channel: id, ts, name: 'pushpin' })
      await stage.quiet()
      expect(await recorded(name)).toMatchObject([{ words: 'DB の接続数が上限' }])
    })

    test('follows the message: an edit changes the record, a deletion takes the words out of all of it', async () => {
      const name = await stage.as('tanaka').declares()
      const { id } = await stage.channel(name)
      const sato = stage.as('sato')
      const ts = await sato.says(`#${name}`, 'パスワードは hunter2')
      await sato.do({ do: 'react', channel: id, ts, name: 'pushpin' })
      await stage.quiet()
      await sato.do({ do: 'edit', channel: id, ts, text: 'パスワードは xyzzy9' })
      await stage.quiet()
      expect(await recorded(name)).toMatchObject([{ words: 'パスワードは xyzzy9' }])
      await sato.do({ do: 'delete', channel: id, ts })
      await stage.quiet()
      expect(await recorded(name)).toEqual([])
      const { db } = stage.bot.app.world
      const kept = [
        await db.read.selectFrom('record_messages').selectAll().execute(),
        await db.read.selectFrom('facts').selectAll().execute(),
        await inbox(),
      ]
      expect(JSON.stringify(kept)).not.toMatch(/hunter2|xyzzy9/)
    })

    test('on the bot’s own card it means nothing', async () => {
      const name = await stage.as('tanaka').declares()
      const channel = await stage.channel(name)
      const { ts } = inSlot(channel, 'card')
      await stage.as('sato').do({ do: 'react', channel: channel.id, ts, name: 'pushpin' })
      await stage.quiet()
      expect(await recorded(name)).toEqual([])
      expect(await bySssbot(name, ts)).toEqual([])
    })

    test('which emoji means what is the company’s choice', async () => {
      await stage.bot.configure({ record: { reactions: { star: 'timeline' }, seen: 'eyes' } })
      const name = await stage.as('tanaka').declares()
      const { id } = await stage.channel(name)
      const ts = await stage.as('sato').says(`#${name}`, '再起動しました')
      await stage.as('sato').do({ do: 'react', channel: id, ts, name: 'pushpin' })
      await stage.quiet()
      expect(await recorded(name)).toEqual([])
      await stage.as('sato').do({ do: 'react', channel: id, ts, name: 'star' })
      await stage.quiet()
      expect(await recorded(name)).toMatchObject([{ kinds: ['timeline'] }])
      expect(await bySssbot(name, ts)).toEqual(['eyes'])
    })
  })

  test('the timeline so far is shown to the one who asks, with what happened and what was marked', async () => {
    const name = await stage.as('tanaka').declares()
    const { id } = await stage.channel(name)
    const sato = stage.as('sato')
    await sato.takesNextStep(name)
    const ts = await sato.says(`#${name}`, '<!channel> <@U0ALICE> 接続数が上限 *危険*')
    await sato.do({ do: 'react', channel: id, ts, name: 'question' })
    await stage.quiet()
    await sato.chooses(name, 'timeline')
    const shown = words(await sato.form())
    expect(shown).toMatch(/宣言[\s\S]*ハンドラーに[\s\S]*❓/)
    expect(shown).toContain('@Alice Martin 接続数が上限')
    expect(shown).not.toMatch(/<!channel>|<@U0ALICE>/)
  })

  describe('an incident that was declared from a message', () => {
    test('has it as its first evidence, with its own author and time', async () => {
      const general = (await stage.channel('general')).id
      await stage.as('alice').says('#general', '<@U0SSSBOT01> hi')
      const ts = await stage.as('alice').says('#general', 'ログインできないと 3 件の問い合わせ')
      const tanaka = stage.as('tanaka')
      await stage.pass(20 * minute)
      await tanaka.do({ do: 'message_shortcut', callback_id: 'incident.declare.from_message', channel: general, ts })
      await tanaka.sends({ service: 'a' })
      await stage.quiet()
      const name = (await stage.state()).channels.find((each) => each.name.startsWith('サービスa'))?.name ?? ''
      expect(await recorded(name)).toMatchObject([
        { ts, channelId: general, author: 'U0ALICE', words: 'ログインできないと 3 件の問い合わせ' },
      ])
      expect((await recorded(name))[0]?.saidAt.getTime()).toBeCloseTo(Number(ts) * 1000, -1)
    })

    test('in a thread has the whole thread, each message with its own time', async () => {
      const tanaka = stage.as('tanaka')
      const parent = await tanaka.says('#general', '何か遅い？')
      await stage.as('alice').says('#general', 'こちらも遅い', parent)
      const mention = await tanaka.says('#general', '<@U0SSSBOT01> 助けて', parent)
      await stage.quiet()
      const answer = inSlot(await stage.channel('general'), 'invitation')
      await tanaka.presses('general', answer, 'incident.declare.open')
      await tanaka.sends({ service: 'a', summary: '遅い' })
      await stage.quiet()
      const name = (await stage.state()).channels.find((each) => each.name.startsWith('サービスa'))?.name ?? ''
      expect((await recorded(name)).map((each) => each.words)).toEqual([
        '何か遅い？',
        'こちらも遅い',
        '<@U0SSSBOT01> 助けて',
      ])
      expect((await recorded(name)).map((each) => each.ts)).toContain(mention)
      // What is deleted where it was said is gone from the record, too.
      await tanaka.do({ do: 'delete', channel: (await stage.channel('general')).id, ts: mention })
      await stage.quiet()
      expect((await recorded(name)).map((each) => each.words)).toEqual(['何か遅い？', 'こちらも遅い'])
    })

    everywhere('where the bot is not, says so on the card, and reads it once somebody has let it in', async () => {
      const tanaka = stage.as('tanaka')
      const general = (await stage.channel('service-a')).id
      const inside = (await stage.channel('service-a')).members.includes('U0SSSBOT01')
      if (inside) await tanaka.do({ do: 'kick', channel: general, users: ['sssbot'] })
      const ts = await stage.as('sato').says('#service-a', '画面が白い')
      await tanaka.do({ do: 'message_shortcut', callback_id: 'incident.declare.from_message', channel: general, ts })
      await tanaka.sends({ service: 'a' })
      await stage.quiet()
      const name = (await stage.state()).channels.find((each) => each.name.startsWith('サービスa'))?.name ?? ''
      expect(words(inSlot(await stage.channel(name), 'card'))).toContain('宣言元の投稿を記録に写せません')
      await tanaka.do({ do: 'invite', channel: general, users: ['sssbot'] })
      await stage.pass(11 * minute)
      expect((await recorded(name)).map((each) => each.words)).toEqual(['画面が白い'])
      expect(words(inSlot(await stage.channel(name), 'card'))).not.toContain('写せません')
    })
  })

  describe('words that sound like recovery', () => {
    const questions = async (name: string) =>
      (await stage.channel(name)).messages.filter((each) => slotOf(each)?.startsWith('ask-recovery'))

    everywhere('make the bot ask once, with the button; after a reopening once more', async () => {
      const name = await stage.as('tanaka').declares()
      const sato = stage.as('sato')
      await sato.says(`#${name}`, 'まだ復旧していません')
      await stage.quiet()
      expect(await questions(name)).toEqual([])
      await sato.says(`#${name}`, 'ログインできるようになりました。復旧しました！')
      await sato.says(`#${name}`, '直りました')
      await stage.quiet()
      const [question, ...more] = await questions(name)
      expect(more).toEqual([])
      if (!question) throw new Error('Nobody asks')
      expect(words(question)).toContain('復旧したようです')
      await sato.presses(name, question, 'incident.recover')
      await sato.sends()
      await stage.quiet()
      expect(words((await questions(name))[0])).toBe(':thinking_face: 復旧したかどうかを聞きました')
      await sato.says(`#${name}`, '復旧しました')
      await stage.quiet()
      expect(await questions(name)).toHaveLength(1)
      await sato.chooses(name, 'reopen')
      await sato.sends()
      await stage.quiet()
      await sato.says(`#${name}`, 'back to normal')
      await stage.quiet()
      expect(await questions(name)).toHaveLength(2)
    })
  })
})
