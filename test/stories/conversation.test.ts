import { expect } from 'vitest'
import { keepSaid } from '../../src/rooms/record/conversation/keep.ts'
import { keptIn, keptWords, onTimeline, tablesWith } from './conversation.ts'
import { setStage } from './stage.ts'
import { describe, forEachDatabase, test } from './telling.ts'

forEachDatabase((database) => {
  const stage = setStage(database)

  describe('what is said in the channel of an incident', () => {
    test('is kept as it is said, threads and edits with it; neither the bot’s own words nor Slack’s lines are', async () => {
      const name = await stage.as('tanaka').declares()
      const [sato, alice] = [stage.as('sato'), stage.as('alice')]
      const ts = await sato.says(`#${name}`, 'ログを見ています')
      const reply = await alice.says(`#${name}`, '接続数が上限です', ts)
      await sato.do({ do: 'edit', channel: (await stage.channel(name)).id, ts, text: 'DB のログを見ています' })
      await stage.as('ito').do({ do: 'leave', channel: (await stage.channel(name)).id })
      await stage.quiet()
      expect(await keptIn(stage, name)).toEqual([
        { ts, thread_ts: null, author: 'U0SATO', words: 'DB のログを見ています', conversation: true },
        { ts: reply, thread_ts: ts, author: 'U0ALICE', words: '接続数が上限です', conversation: true },
      ])
      expect(await onTimeline(stage, name)).toEqual([])
    })

    test('draws nothing anew, however much it is', async () => {
      const name = await stage.as('tanaka').declares()
      await stage.quiet()
      const version = async () =>
        (await stage.bot.app.world.db.read.selectFrom('projections').select(['subject', 'version']).execute()).find(
          ({ subject }) => subject.startsWith('incident:'),
        )?.version
      const before = await version()
      for (let n = 0; n < 5; n++) await stage.as('sato').says(`#${name}`, `${n} 回目の確認`)
      await stage.quiet()
      expect(await version()).toBe(before)
      expect(await keptWords(stage, name)).toHaveLength(5)
    })

    test('stays where it was when a pin on it is taken out again', async () => {
      const name = await stage.as('tanaka').declares()
      const { id } = await stage.channel(name)
      const ts = await stage.as('sato').says(`#${name}`, 'DB の接続数が上限')
      await stage.as('tanaka').do({ do: 'pin', channel: id, ts })
      await stage.quiet()
      expect(await onTimeline(stage, name)).toMatchObject([{ words: 'DB の接続数が上限' }])
      await stage.as('tanaka').do({ do: 'unpin', channel: id, ts })
      await stage.quiet()
      expect(await onTimeline(stage, name)).toEqual([])
      expect(await keptWords(stage, name)).toEqual(['DB の接続数が上限'])
    })
  })

  describe('a thread that was linked', () => {
    test('is kept whole until the incident is over; what else is said in that channel is not', async () => {
      const tanaka = stage.as('tanaka')
      const name = await tanaka.declares()
      const general = (await stage.channel('general')).id
      await tanaka.says('#general', '<@U0SSSBOT01> いる？')
      const parent = await tanaka.says('#general', 'こちらで問い合わせを受けています')
      await tanaka.chooses(name, 'link-channel')
      const link = `https://example.slack.com/archives/${general}/p${parent.replace('.', '')}`
      await tanaka.sends({ thread: link })
      await stage.quiet()
      await stage.as('alice').says('#general', '3 件目の問い合わせが来ました', parent)
      await stage.as('alice').says('#general', '今日の昼ごはん')
      await stage.pass(60_000)
      const kept = ['こちらで問い合わせを受けています', '3 件目の問い合わせが来ました']
      expect(await keptWords(stage, name)).toEqual(kept)
      await tanaka.chooses(name, 'cancel')
      await tanaka.sends({ reason: '別件でした' })
      await stage.quiet()
      await stage.as('alice').says('#general', 'この話はここまで', parent)
      await stage.quiet()
      expect(await keptWords(stage, name)).toEqual(kept)
    })
  })

  describe('a message that is deleted', () => {
    test('is gone from every table, also where it was marked and made a TODO of', async () => {
      const name = await stage.as('tanaka').declares()
      const { id } = await stage.channel(name)
      const sato = stage.as('sato')
      const parent = await sato.says(`#${name}`, 'パスワードは hunter2-hunter2 です')
      const todo = await sato.says(`#${name}`, 'TODO: hunter2-hunter2 を無効化する @alice 10分', parent)
      for (const ts of [parent, todo]) {
        await sato.do({ do: 'react', channel: id, ts, name: 'pushpin' })
        await sato.do({ do: 'react', channel: id, ts, name: 'ballot_box_with_check' })
      }
      await stage.quiet()
      await sato.do({ do: 'edit', channel: id, ts: parent, text: 'パスワード hunter2-hunter2 が漏れた' })
      await stage.quiet()
      expect(await tablesWith(stage, 'hunter2')).toContain('public.record_messages')
      expect(await tablesWith(stage, 'hunter2')).toContain('public.todos')
      await sato.do({ do: 'delete', channel: id, ts: todo })
      await sato.do({ do: 'delete', channel: id, ts: parent })
      await stage.quiet()
      expect(await tablesWith(stage, 'hunter2')).toEqual([])
      expect(await onTimeline(stage, name)).toEqual([])
    })

    test('does not come back when it is told of late', async () => {
      const name = await stage.as('tanaka').declares()
      const { id } = await stage.channel(name)
      const ts = await stage.as('sato').says(`#${name}`, '取り消します')
      await stage.as('sato').do({ do: 'delete', channel: id, ts })
      await stage.quiet()
      const reading = {
        threadTs: null,
        author: 'U0SATO',
        words: '取り消します',
        permalink: null,
        editedTs: null,
        files: [],
      }
      await keepSaid(stage.bot.app.world, { channelId: id, ts }, reading)
      expect(await keptWords(stage, name)).toEqual([])
    })
  })
})
