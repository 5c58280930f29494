import { expect } from 'vitest'
import type { View } from '../../sandbox/protocol.ts'
import { inSlot, slotOf, words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, everywhere, forEachDatabase, test } from './telling.ts'

const minute = 60_000
/** A long story on a busy machine. */
const patience = 90_000

/** The channels that hear of every real, public incident of service A. */
const listening = ['service-a', 'incidents', 'dev-all', 'customer-support']

/** As much as every text field of a form takes, in Japanese. */
function longest(form: View): Record<string, string> {
  const fields = form.blocks.flatMap((block) => {
    const { block_id: id, element } = block as { block_id?: string; element?: { type: string; max_length?: number } }
    if (element?.type !== 'plain_text_input' || id === undefined) return []
    return [[id, '障害の状況を確認しています。'.repeat(300).slice(0, element.max_length ?? 3000)] as const]
  })
  return Object.fromEntries(fields)
}

forEachDatabase((database) => {
  const stage = setStage(database)
  const tanaka = () => stage.as('tanaka')
  const card = async (channel: string) => words(inSlot(await stage.channel(channel), 'card'))

  /** Chooses a verb and sends its form as long as it may be. */
  const does = async (channel: string, verb: string, values: Record<string, unknown> = {}) => {
    await tanaka().chooses(channel, verb)
    const { errors } = await tanaka().sends({ ...longest(await tanaka().form()), ...values })
    expect(errors).toEqual({})
    await stage.quiet()
  }
  /** Slack refuses every edit of one message. */
  const refuseEdits = async (channel: string, slot: string, error: string) => {
    const { ts } = inSlot(await stage.channel(channel), slot)
    await stage.driver.fault({ method: 'chat.update', error, args: { ts } })
  }

  test(
    'a Japanese incident with the longest texts that forms take: every edit lands, and everything says the last state',
    async () => {
      const since = (await stage.driver.calls()).at(-1)?.seq ?? 0
      await tanaka().do({ do: 'shortcut', callback_id: 'incident.declare.shortcut' })
      await tanaka().sends({ ...longest(await tanaka().form()), service: 'a' })
      await stage.quiet()
      const found = (await stage.state()).channels.find((each) => each.messages.some((one) => slotOf(one) === 'card'))
      const name = found?.name ?? ''
      await tanaka().chooses(name, 'take-handler')
      await stage.quiet()
      await does(name, 'edit-summary')
      await does(name, 'add-todo', { owner: 'U0SATO' })
      for (const level of ['level3', 'level4', 'level5']) {
        await does(name, 'set-level', { level })
        await does(name, 'update', { next_minutes: '30' })
        await stage.pass(20 * minute)
      }
      await does(name, 'recover', {
        permanence: 'provisional',
        postmortem_owner: 'U0SATO',
        postmortem_due: '2026-11-30',
      })
      await does(name, 'complete')

      const refused = (await stage.driver.calls(since)).filter(({ ok, method }) => !ok && method.startsWith('chat.'))
      expect(refused.map(({ method, error, args }) => ({ method, error, args }))).toEqual([])
      const { channels } = await stage.state()
      const incident = await stage.channel(name)
      const { text } = inSlot(incident, 'card')
      expect(text.split('\n')[0]).toContain('完了')
      // What somebody reads in a notification says how it stands, who leads and what is next, whatever people wrote.
      for (const said of ['*事象レベル*', '*ハンドラー* <@U0TANAKA>', '*残件*']) expect(text).toContain(said)
      expect(await card(name)).toContain(':checkered_flag: *完了*')
      expect(incident.topic).toContain('完了')
      for (const channel of channels.filter((each) => listening.includes(each.name))) {
        const broadcast = inSlot(channel, 'broadcast:')
        for (const shown of [broadcast.text, words(broadcast)]) {
          expect(shown).toContain('完了')
          expect(shown).not.toContain('対応中')
        }
      }
      for (const message of channels.flatMap(({ messages }) => messages).filter(slotOf))
        expect(Buffer.byteLength(message.text), slotOf(message)).toBeLessThanOrEqual(4000)
      await tanaka().do({ do: 'open_home' })
      await stage.quiet()
      const { id } = await tanaka().user()
      expect(words((await stage.state()).homes[id])).toContain('未完了のインシデントはありません')
    },
    patience,
  )

  describe('an edit that Slack refuses', () => {
    test.each(['edit_window_closed', 'cant_update_message', 'msg_too_long', 'invalid_blocks', 'message_not_found'])(
      'of a broadcast (%s) is told on the card',
      async (error) => {
        const name = await tanaka().declares()
        await refuseEdits('incidents', 'broadcast:', error)
        await does(name, 'set-level', { level: 'level4' })
        const { id } = await stage.channel('incidents')
        expect(await card(name)).toContain(`<#${id}> の周知が古いままです`)
      },
    )

    test('is no trouble any more once an edit goes through', async () => {
      const name = await tanaka().declares()
      await refuseEdits('incidents', 'broadcast:', 'edit_window_closed')
      await does(name, 'set-level', { level: 'level4' })
      await stage.driver.clearFaults()
      await does(name, 'set-level', { level: 'level5' })
      expect(await card(name)).not.toContain('周知が古いままです')
      expect(words(inSlot(await stage.channel('incidents'), 'broadcast:'))).toContain('5（重大）')
    })

    test.each(['edit_window_closed', 'msg_too_long', 'invalid_blocks', 'message_not_found'])(
      'of the card itself (%s) is told in the channel, in a short card that says the last state and can be pressed',
      async (error) => {
        const name = await tanaka().declares()
        await refuseEdits(name, 'card', error)
        await tanaka().takesNextStep(name)
        await stage.quiet()
        const again = async () => inSlot(await stage.channel(name), 'card-again')
        expect(words(await again())).toContain('ピン留めのカードを更新できないため')
        expect(words(await again())).toContain('*ハンドラー* <@U0TANAKA>')
        expect((await stage.channel(name)).pins).toContain((await again()).ts)
        await tanaka().presses(name, await again(), 'incident.menu', 'recover')
        await tanaka().sends({ permanence: 'provisional' })
        await stage.quiet()
        expect(words(await again())).toContain(':white_check_mark: *復旧*')
      },
      patience,
    )

    test('in a workspace that lets nobody edit for long, the short card is posted anew with each state', async () => {
      const name = await tanaka().declares()
      await stage.driver.fault({ method: 'chat.update', error: 'edit_window_closed' })
      await tanaka().takesNextStep(name)
      await stage.quiet()
      const cards = async () => (await stage.channel(name)).messages.filter((each) => slotOf(each) === 'card-again')
      const before = (await cards()).length
      expect(before).toBeGreaterThan(0)
      await tanaka().presses(
        name,
        (await cards()).at(-1) ?? inSlot(await stage.channel(name), 'card'),
        'incident.menu',
        'recover',
      )
      await tanaka().sends({ permanence: 'provisional' })
      await stage.quiet()
      expect(words((await cards()).at(-1))).toContain('*復旧*')
      // Not for ever: nothing changes any more, and nothing is posted any more.
      const count = (await cards()).length
      await stage.pass(10 * minute)
      expect((await cards()).length).toBeLessThanOrEqual(count + 1)
    })

    test('of the answer to a mention is told by a new answer', async () => {
      await tanaka().says('general', '<@U0SSSBOT01> 障害かも')
      await stage.quiet()
      await refuseEdits('general', 'invitation', 'edit_window_closed')
      const message = inSlot(await stage.channel('general'), 'invitation')
      await tanaka().presses('general', message, 'incident.declare.open')
      await tanaka().sends({ service: 'a', summary: 'ログインできない' })
      await stage.quiet()
      const told = (await stage.channel('general')).messages.filter((each) => slotOf(each) === 'invitation')
      expect(told.length).toBeGreaterThan(1)
      expect(words(told.at(-1))).toContain('が宣言しました')
    })

    test('what waits for a card that somebody deleted comes all the same', async () => {
      const name = await tanaka().declares()
      const { id } = await stage.channel(name)
      const { ts } = inSlot(await stage.channel(name), 'card')
      await stage.driver.fault({ method: 'chat.update', error: 'message_not_found', args: { ts } })
      await tanaka().takesNextStep(name)
      await stage.quiet()
      await stage.pass(20 * minute)
      expect((await stage.channel(name)).messages.some((each) => slotOf(each)?.startsWith('checkpoint:'))).toBe(true)
      expect(id).toMatch(/^C/)
    })
  })

  describe('the channel’s name', () => {
    const incidentChannel = async () => {
      const { channels } = await stage.state()
      const found = channels.find(({ messages }) => messages.some((each) => slotOf(each) === 'card'))
      if (!found) throw new Error(`There is no incident: ${channels.map((each) => each.name)}`)
      return found
    }
    const declare = async () => {
      await tanaka().do({ do: 'shortcut', callback_id: 'incident.declare.shortcut' })
      await tanaka().sends({ service: 'a', summary: 'ログインできない' })
      await stage.quiet()
      return incidentChannel()
    }

    const isRefused = async (error: string) => {
      await stage.driver.fault({ method: 'conversations.create', error, times: 1 })
      const { name, messages } = await declare()
      expect(name).toMatch(/^[a-z0-9-]+-20261123i$/)
      const said = words(messages.find((each) => slotOf(each) === 'card'))
      expect(said).toContain(`サービスa-20261123i\` を Slack が受け付けなかったため、\`${name}`)
    }
    everywhere('that Slack refuses gives way to plain letters, and the card says so', () =>
      isRefused('invalid_name_specials'),
    )
    test.each(['', '_required', '_punctuation', '_maxlength'])('is so for invalid_name%s, too', (kind) =>
      isRefused(`invalid_name${kind}`),
    )

    test('that is refused even in plain letters is told, and not tried again and again at once', async () => {
      await stage.driver.fault({ method: 'conversations.create', error: 'invalid_name_specials' })
      await tanaka().do({ do: 'shortcut', callback_id: 'incident.declare.shortcut' })
      await tanaka().sends({ service: 'a', summary: 'ログインできない' })
      await stage.until(async () => {
        const { id } = await tanaka().user()
        return words((await stage.state()).views[id]).includes('Slack がこの名前を受け付けません') || undefined
      })
      const calls = (await stage.driver.calls()).filter(({ method }) => method === 'conversations.create')
      expect(calls.length).toBeLessThan(12)
      await stage.driver.clearFaults()
      await stage.quiet()
    })

    test('that Slack changes is the one that we know it by', async () => {
      await stage.driver.fault({
        method: 'conversations.create',
        instead: { name: 'サービスa_20261123i' },
        times: 1,
      })
      const { name, messages } = await declare()
      expect(name).toBe('サービスa_20261123i')
      const said = words(messages.find((each) => slotOf(each) === 'card'))
      expect(said).toContain('Slack が `サービスa_20261123i` に変えました')
      // The next one is told apart from it.
      await stage.driver.fault({ method: 'conversations.create', instead: { name: 'サービスa_20261123i-2' }, times: 1 })
      await tanaka().declares()
      expect((await stage.channel('サービスa_20261123i-2')).messages.length).toBeGreaterThan(0)
    })
  })

  describe('a channel that the bot knows to be shut', () => {
    const declareWith = async () => {
      const since = (await stage.driver.calls()).at(-1)?.seq ?? 0
      const name = await tanaka().declares()
      return { name, since }
    }
    /** What the bot said, edited or marked in a channel. */
    const sentTo = async (id: string, since: number) =>
      (await stage.driver.calls(since)).filter(
        ({ method, args }) =>
          args.channel === id && /^(chat\.|reactions\.)/.test(method) && method !== 'chat.getPermalink',
      )
    const toldLine = async (name: string) =>
      (await card(name)).split('\n').find((line) => line.includes('周知先')) ?? ''

    test('is a trouble on the first card, is not among those told, and nothing is sent there until it is back', async () => {
      const { id } = await stage.channel('incidents')
      await stage.as('watanabe').do({ do: 'archive', channel: id })
      await stage.quiet()
      const { name, since } = await declareWith()
      // Each card that knows whom it tells: a first one may stand before that is known.
      const cards = (await stage.driver.calls(since))
        .filter(({ method, args }) => /^chat\.(postMessage|update)$/.test(method) && 'blocks' in args)
        .map(({ args }) => String(args.text))
        .filter((text) => /周知先: <#C/.test(text))
      expect(cards).not.toHaveLength(0)
      for (const each of cards) expect(each).toContain('周知できません')
      expect(await card(name)).toContain(`<#${id}> に周知できません — チャンネルがアーカイブされています`)
      expect(await toldLine(name)).not.toContain(id)
      expect(await toldLine(name)).toContain('<#C0')
      await does(name, 'set-level', { level: 'level4' })
      await stage.pass(16 * minute)
      expect(await sentTo(id, since)).toEqual([])

      await stage.as('watanabe').do({ do: 'unarchive', channel: id })
      await stage.as('watanabe').do({ do: 'invite', channel: id, users: ['sssbot'] })
      stage.slackClock.leap(10 * minute)
      await stage.quiet()
      expect(words(inSlot(await stage.channel('incidents'), 'broadcast:'))).toContain('4（大）')
      expect(await card(name)).not.toContain('周知できません')
      expect(await toldLine(name)).toContain(id)
    })

    test('as one that is private and was left, is named with how to let the bot in', async () => {
      const { id, members } = await stage.channel('dev-all')
      expect(members).toContain('U0SSSBOT01')
      await stage.as('ito').do({ do: 'make_private', channel: id })
      await stage.as('ito').do({ do: 'kick', channel: id, users: ['sssbot'] })
      await stage.quiet()
      const { name, since } = await declareWith()
      expect(await card(name)).toContain(`<#${id}> に周知できません`)
      expect(await card(name)).toContain('非公開ならボットを招待してください')
      expect(await toldLine(name)).not.toContain(id)
      expect(await sentTo(id, since)).toEqual([])
    })

    test.each([
      ['deleted', 'delete_channel'],
      ['archived', 'archive'],
    ] as const)(
      '%s while a group is called into it and it hears of the incident: nothing more is sent there',
      async (_how, act) => {
        const { name } = await declareWith()
        const { id } = await stage.channel('dev-all')
        await stage.as('ito').do({ do: act, channel: id })
        await stage.quiet()
        const since = (await stage.driver.calls()).at(-1)?.seq ?? 0
        await does(name, 'call-people', { function: 'database' })
        await does(name, 'set-level', { level: 'level5' })
        await stage.pass(20 * minute)
        expect(await sentTo(id, since)).toEqual([])
        expect(await toldLine(name)).not.toContain(id)
      },
    )
  })

  describe('a channel that does not take news', () => {
    test.each([
      ['restricted_action_read_only_channel', '投稿できる人が限られた'],
      ['restricted_action_thread_only_channel', 'スレッドへの返信しか'],
      ['is_archived', 'アーカイブされています'],
      ['channel_not_found', 'ボットを招待してください'],
      ['not_in_channel', '招待してください'],
    ])('(%s) is named on the card with what one does about it, and told once it does', async (error, said) => {
      const { id } = await stage.channel('incidents')
      await stage.driver.fault({ method: 'chat.postMessage', error, args: { channel: id } })
      await tanaka().do({ do: 'shortcut', callback_id: 'incident.declare.shortcut' })
      await tanaka().sends({ service: 'a', summary: 'ログインできない' })
      const name = 'サービスa-20261123i'
      await stage.until(async () => {
        const shown = await card(name).catch(() => '')
        return (shown.includes(`<#${id}> に周知できません`) && shown.includes(said)) || undefined
      })
      await stage.driver.clearFaults()
      stage.slackClock.leap(10 * minute)
      await stage.quiet()
      await stage.pass(10 * minute)
      expect(words(inSlot(await stage.channel('incidents'), 'broadcast:'))).toContain('対応')
      expect(await card(name)).not.toContain('周知できません')
    })

    test('in threads is told beside its broadcast', async () => {
      const name = await tanaka().declares()
      const { id } = await stage.channel('incidents')
      const broadcast = inSlot(await stage.channel('incidents'), 'broadcast:')
      await stage.driver.fault({
        method: 'chat.postMessage',
        error: 'restricted_action_non_threadable_channel',
        args: { channel: id, thread_ts: broadcast.ts },
      })
      await does(name, 'set-level', { level: 'level5' })
      const told = (await stage.channel('incidents')).messages.filter((each) => slotOf(each)?.startsWith('announce:'))
      expect(told.length).toBeGreaterThan(0)
      expect(await card(name)).not.toContain('知らせられません')
    })
  })
})
