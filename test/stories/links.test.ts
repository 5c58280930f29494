import { expect } from 'vitest'
import { inSlot, slotOf, words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, everywhere, forEachDatabase, test } from './telling.ts'

forEachDatabase((database) => {
  const stage = setStage(database)
  const link = async (name: string, values: Record<string, unknown>) => {
    if (!(await stage.channel('executives')).members.includes('U0SATO'))
      await stage.as('watanabe').do({ do: 'invite', channel: 'C0EXECUTIVES', users: ['sato'] })
    await stage.as('sato').chooses(name, 'link-channel')
    const { errors } = await stage.as('sato').sends(values)
    await stage.quiet()
    return errors
  }
  const slotsIn = async (channel: string) =>
    (await stage.channel(channel)).messages.flatMap((each) => slotOf(each) ?? [])
  const verb = async (name: string, which: string, values: Record<string, unknown> = {}) => {
    await stage.as('tanaka').chooses(name, which)
    await stage.as('tanaka').sends(values)
    await stage.quiet()
  }

  describe('linked places', () => {
    test('a channel gets the broadcast and all later news, until its people have enough; then it is still kept true', async () => {
      const name = await stage.as('tanaka').declares()
      await verb(name, 'set-level', { level: 'level3' })
      await link(name, { channel: 'executives' })
      await verb(name, 'set-level', { level: 'level2' })
      expect((await slotsIn('executives')).map((each) => each.split(':').slice(0, 2).join(':'))).toEqual([
        'broadcast:C0EXECUTIVES',
        'announce:incident.level_set',
      ])
      expect(words(inSlot(await stage.channel(name), 'announce:assembly.linked'))).toContain('<#C0EXECUTIVES>')

      const broadcast = inSlot(await stage.channel('executives'), 'broadcast:')
      await stage.as('carol').presses('executives', broadcast, 'incident.unlink-channel', 'C0EXECUTIVES')
      await stage.quiet()
      await verb(name, 'recover')
      expect(await slotsIn('executives')).toHaveLength(2)
      expect(words(inSlot(await stage.channel('executives'), 'broadcast:'))).toContain('復旧しました')
      expect(words(await stage.as('carol').alone('executives'))).toContain('This place is no longer notified')
    })

    test('a thread, by the link to a message of it, and nothing of it in the channel', async () => {
      const name = await stage.as('tanaka').declares()
      const ts = await stage.as('yoshida').says('#executives', '状況を教えてください')
      const at = `https://example.slack.com/archives/C0EXECUTIVES/p${ts.replace('.', '')}`
      expect(await link(name, { thread: at })).toEqual({})
      await verb(name, 'recover')
      const { messages } = await stage.channel('executives')
      const told = messages.filter((each) => slotOf(each))
      expect(told).toHaveLength(2)
      expect(new Set(told.map((each) => each.thread_ts))).toEqual(new Set([ts]))
      expect(await link(name, { thread: at })).toEqual({ thread: 'その場所にはもう知らせています。' })
    })

    test('only whoever is in a place can have it told, and none of a private thread’s words stand in what everybody reads', async () => {
      const name = await stage.as('kato').declares({ summary: '決済が遅い' })
      const ts = await stage.as('kobayashi').says('#csirt', '退職予定者の端末を調べている')
      const at = `https://example.slack.com/archives/C0CSIRT/p${ts.replace('.', '')}`
      const outside = '周知先に足せるのは、あなたが参加しているチャンネルだけです。'
      const tries = async (who: string, values: Record<string, unknown>) => {
        await stage.as(who).chooses(name, 'link-channel')
        const { errors } = await stage.as(who).sends(values)
        if (Object.keys(errors ?? {}).length > 0)
          await stage.as(who).do({ do: 'close', view_id: (await stage.as(who).form()).id })
        await stage.quiet()
        return errors
      }
      expect(await tries('tanaka', { thread: at })).toEqual({ thread: expect.stringContaining(outside) })
      expect(await tries('tanaka', { channel: 'executives' })).toEqual({ channel: expect.stringContaining(outside) })
      // The bot is not in there either: it cannot say who is.
      expect(await tries('kato', { thread: at })).toEqual({ thread: expect.stringContaining(outside) })
      await stage.as('kato').do({ do: 'invite', channel: 'C0CSIRT', users: ['sssbot'] })
      await stage.quiet()
      await stage.driver.fault({ method: 'conversations.members', error: 'fatal_error', times: 1 })
      expect(await tries('kato', { thread: at })).toEqual({ thread: expect.stringContaining('確かめられませんでした') })
      expect(await tries('kato', { thread: at })).toEqual({})
      await stage.as('kobayashi').says('#csirt', '本人は否認している', ts)
      await verb(name, 'recover')
      const { db } = stage.bot.app.world
      const kept = await db.read.selectFrom('record_messages').select('words').execute()
      expect(JSON.stringify(kept)).not.toMatch(/退職予定者|否認/)
      expect(JSON.stringify((await stage.channel('csirt')).messages)).toContain('決済が遅い')
    })

    test('what makes no sense is told at the field', async () => {
      const name = await stage.as('tanaka').declares()
      expect(await link(name, { channel: name })).toEqual({
        channel: 'ここはインシデントのチャンネルそのものです。ほかのチャンネルを選んでください。',
      })
      const sato = stage.as('sato')
      expect((await sato.sends({ channel: 'incidents' })).errors).toEqual({
        channel: 'その場所にはもう知らせています。',
      })
      expect((await sato.sends({ channel: 'general', thread: 'あのスレッド' })).errors).toEqual({
        thread: 'メッセージのリンクとして読めません。メッセージの「リンクをコピー」で貼ってください。',
      })
    })

    test('a private incident is told nowhere else, and what was linked before hears no more of it', async () => {
      const name = await stage.as('tanaka').declares()
      // Whoever leads goes on to know of it.
      await stage.as('sato').takesNextStep(name)
      await link(name, { channel: 'executives' })
      await stage.as('sato').chooses(name, 'link-channel')
      await verb(name, 'set-visibility', { visibility: 'private' })
      expect((await stage.as('sato').sends({ channel: 'general' })).errors).toMatchObject({
        channel: expect.stringContaining('ほかの場所に周知しません'),
      })
      const before = (await slotsIn('executives')).length
      await verb(name, 'recover')
      expect(await slotsIn('executives')).toHaveLength(before)
      expect(words(inSlot(await stage.channel('executives'), 'broadcast:'))).not.toContain('ログイン')
    })

    test('a channel that its people have made private is taken for one', async () => {
      const name = await stage.as('tanaka').declares()
      await stage.as('watanabe').do({ do: 'make_private', channel: 'executives' })
      await stage.quiet()
      await link(name, { channel: 'executives' })
      expect(words(inSlot(await stage.channel(name), 'announce:assembly.linked'))).toContain('は非公開です')
    })

    everywhere('a channel that is archived is told nothing more, and hears again when it is brought back', async () => {
      const name = await stage.as('tanaka').declares()
      await stage.as('ito').do({ do: 'archive', channel: 'dev-all' })
      await stage.quiet()
      await verb(name, 'set-level', { level: 'level2' })
      const channel = await stage.channel(name)
      expect(words(inSlot(channel, 'announce:assembly.unlinked'))).toContain('アーカイブか削除された')
      expect(words(inSlot(channel, 'card'))).not.toContain(':warning:')
      await stage.as('ito').do({ do: 'unarchive', channel: 'dev-all' })
      await stage.quiet()
      await verb(name, 'recover')
      expect((await slotsIn('dev-all')).some((each) => each.startsWith('announce:incident.recovered'))).toBe(true)
      expect((await slotsIn('dev-all')).some((each) => each.startsWith('announce:incident.level_set'))).toBe(false)
    })
  })

  describe('the bot taken out of the channel', () => {
    everywhere('the one who leads is told, nothing fails, and the bot comes back when it is asked to', async () => {
      const name = await stage.as('tanaka').declares()
      await stage.as('sato').takesNextStep(name)
      await stage.quiet()
      const { id } = await stage.channel(name)
      await stage.as('tanaka').do({ do: 'kick', channel: id, users: ['sssbot'] })
      await stage.quiet()
      const [, told] = await stage.as('sato').direct()
      expect(words(told)).toContain('*ボットが外されました*')
      const { seq } = (await stage.driver.calls()).at(-1) ?? { seq: 0 }
      await verb(name, 'set-level', { level: 'level3' })
      await stage.pass(16 * 60_000)
      expect((await stage.driver.calls(seq)).filter(({ args, ok }) => args.channel === id && !ok)).toEqual([])
      expect((await stage.channel(name)).members).not.toContain('U0SSSBOT01')

      const dm = (await stage.state()).channels.find((each) => each.is_im && each.members.includes('U0SATO'))
      await stage.as('sato').do({ do: 'click', channel: dm?.id, ts: told?.ts, action_id: 'incident.bring-back' })
      await stage.quiet()
      const channel = await stage.channel(name)
      expect(channel.members).toContain('U0SSSBOT01')
      expect(words(inSlot(channel, 'announce:channel.bot_returned'))).toContain('ボットが戻りました')
      expect(words(inSlot(channel, 'card'))).toContain('3（中）')
      await verb(name, 'set-level', { level: 'level2' })
      expect(words(inSlot(await stage.channel(name), 'card'))).toContain('2（小）')
    })

    test('invited by hand it goes on as well, also into a private channel', async () => {
      const name = await stage.as('tanaka').declares({ visibility: 'private' })
      const { id } = await stage.channel(name)
      await stage.as('kato').do({ do: 'kick', channel: id, users: ['sssbot'] })
      await stage.quiet()
      expect(words(await stage.as('tanaka').direct())).toContain('/invite @sssbot')
      await stage.as('kato').do({ do: 'invite', channel: id, users: ['sssbot'] })
      await stage.quiet()
      await verb(name, 'set-level', { level: 'level2' })
      expect(words(inSlot(await stage.channel(name), 'card'))).toContain('2（小）')
    })
  })

  describe('the archive', () => {
    test('reopened, an archived channel waits for a person: who reopened is asked, and the bot follows', async () => {
      const name = await stage.as('tanaka').declares()
      const { id } = await stage.channel(name)
      await verb(name, 'cancel', { reason: '誤報' })
      const card = inSlot(await stage.channel(name), 'card')
      await stage.as('tanaka').do({ do: 'archive', channel: id })
      await stage.quiet()
      await stage.as('tanaka').do({ do: 'click', channel: id, ts: card.ts, action_id: 'incident.next' })
      await stage.as('tanaka').sends({ reason: 'やはり起きている' })
      await stage.quiet()
      expect(words(await stage.as('tanaka').direct())).toContain('*チャンネルがアーカイブされたまま*')
      await stage.as('tanaka').do({ do: 'unarchive', channel: id })
      await stage.quiet()
      const channel = await stage.channel(name)
      expect(channel.members).toContain('U0SSSBOT01')
      expect(words(inSlot(channel, 'card'))).toContain('*対応中*')
    })

    test('a private channel brought back goes on when the bot is invited', async () => {
      const name = await stage.as('tanaka').declares({ visibility: 'private' })
      const { id } = await stage.channel(name)
      await stage.as('kato').do({ do: 'archive', channel: id })
      await stage.quiet()
      await stage.as('kato').do({ do: 'unarchive', channel: id })
      await stage.as('kato').do({ do: 'invite', channel: id, users: ['sssbot'] })
      await stage.quiet()
      await verb(name, 'set-level', { level: 'level2' })
      expect(words(inSlot(await stage.channel(name), 'card'))).toContain('2（小）')
    })
  })
})
