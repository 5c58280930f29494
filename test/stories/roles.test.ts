import { expect } from 'vitest'
import { callsMany, inSlot, slotOf, words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, everywhere, forEachDatabase, onDatabase, test } from './telling.ts'

const minute = 60_000

forEachDatabase((database) => {
  const stage = setStage(database)
  const slotsIn = async (channel: string, start: string) =>
    (await stage.channel(channel)).messages
      .flatMap((each) => slotOf(each) ?? [])
      .filter((each) => each.startsWith(start))
  const said = async (channel: string, slot: string) => words(inSlot(await stage.channel(channel), slot))
  const card = (channel: string) => said(channel, 'card')

  describe('while nobody leads', () => {
    test('nobody is preset, and the channel is reminded after 3, 5 and 10 minutes, each a little louder', async () => {
      const name = await stage.as('tanaka').declares({ summary: '決済が失敗する' })
      expect(await card(name)).toContain('*ハンドラー* 未定 🙋')
      await stage.pass(2 * minute)
      expect(await slotsIn(name, 'vacancy:')).toEqual([])

      await stage.pass(1 * minute)
      const first = inSlot(await stage.channel(name), 'vacancy:1')
      expect(words(first)).toContain('*ハンドラーがまだいません* （3分経過）')
      expect(words(first)).not.toContain('<@')

      await stage.pass(2 * minute)
      expect(await slotsIn(name, 'vacancy:')).toEqual(['vacancy:1', 'vacancy:2'])
      expect(await said(name, 'vacancy:1')).toBe(':raising_hand: ハンドラーの募集（3分時点）')
      // The first call has named them.
      expect(await said(name, 'vacancy:2')).not.toContain('<@U0SATO>')
      expect(await said(name, 'vacancy:2')).not.toContain('次のエスカレーション先を呼びます')

      await stage.pass(5 * minute)
      expect(await said(name, 'vacancy:3')).toContain('（10分経過）')
      expect(await said(name, 'vacancy:3')).toContain('誰もいなければ、次のエスカレーション先を呼びます')
      // The policy mentions nobody for an incident without a level.
      expect((await stage.channel(name)).messages.some(callsMany)).toBe(false)
    })

    test('the last reminder mentions as loudly as the policy allows, and only that one', async () => {
      const name = await stage.as('tanaka').declares({ summary: '全社で使えない' })
      await stage.as('tanaka').chooses(name, 'set-level')
      await stage.as('tanaka').sends({ level: 'level5' })
      await stage.pass(5 * minute)
      expect((await stage.channel(name)).messages.some(callsMany)).toBe(false)
      await stage.pass(5 * minute)
      expect(callsMany(inSlot(await stage.channel(name), 'vacancy:3'))).toBe(true)
    })

    test('then the next tier is called into the channel, by name, and the one after it; and the checkpoint goes on asking', async () => {
      const name = await stage.as('tanaka').declares()
      for (const minutes of [3, 2, 5, 5]) await stage.pass(minutes * minute)
      expect((await stage.channel(name)).members).not.toContain('U0SUZUKI')
      await stage.pass(1 * minute)
      const channel = await stage.channel(name)
      expect(channel.members).toEqual(expect.arrayContaining(['U0SUZUKI', 'U0BOB', 'U0DAVE']))
      expect(channel.members).not.toContain('U0YOSHIDA')
      const called = await said(name, 'tier:1')
      expect(called).toContain('次のエスカレーション先を呼びました* ｜ @service-b（6人）')
      expect(called).toContain('<@U0SUZUKI>')
      // Who is called has come in before they are mentioned: a mention reaches nobody outside.
      const texts = channel.messages.map((each) => `${each.text ?? ''}${slotOf(each) ?? ''}`)
      expect(texts.findIndex((each) => each.includes('<@U0SUZUKI> has joined'))).toBeLessThan(
        texts.findIndex((each) => each.includes('tier:1')),
      )

      await stage.pass(5 * minute)
      expect((await stage.channel(name)).members).toContain('U0YOSHIDA')
      await stage.pass(30 * minute)
      expect(await slotsIn(name, 'tier:')).toEqual(['tier:1', 'tier:2'])
      expect(await slotsIn(name, 'vacancy:')).toEqual(['vacancy:1', 'vacancy:2', 'vacancy:3'])
      expect(await said(name, 'checkpoint:3')).toContain('足りないもの: ハンドラー')

      // Once somebody leads, the calls offer the lead no more, and what they said stays.
      await stage.as('bob').presses(name, inSlot(await stage.channel(name), 'tier:2'), 'incident.take-handler')
      await stage.quiet()
      expect(JSON.stringify(inSlot(await stage.channel(name), 'tier:1').blocks)).not.toContain('take-handler')
      expect(await said(name, 'tier:1')).toContain('次のエスカレーション先を呼びました* ｜ @service-b（6人）')
    })

    test('ends by the button of a reminder, and whoever presses it later is told who leads and can ask for a hand-over', async () => {
      const name = await stage.as('tanaka').declares()
      await stage.pass(3 * minute)
      const reminder = inSlot(await stage.channel(name), 'vacancy:1')
      await Promise.all([
        stage.as('sato').presses(name, reminder, 'incident.take-handler'),
        stage.as('ito').presses(name, reminder, 'incident.take-handler'),
      ])
      await stage.quiet()
      expect(await slotsIn(name, 'announce:roles.handler_taken')).toHaveLength(1)
      const [answer] = [...(await stage.as('sato').alone(name)), ...(await stage.as('ito').alone(name))]
      expect(words(answer)).toMatch(/すでに <@U0(SATO|ITO)> がハンドラーです/)
      expect(await said(name, 'vacancy:1')).toBe(':raising_hand: ハンドラーの募集（3分時点）')
      const late = words(answer).includes('U0SATO') ? stage.as('ito') : stage.as('sato')
      if (answer) await late.presses(name, answer, 'incident.hand-over')
      expect((await late.form()).values).toMatchObject({ to: (await late.user()).id })
      await stage.pass(30 * minute)
      expect(await slotsIn(name, 'vacancy:')).toEqual(['vacancy:1'])
      expect(await slotsIn(name, 'tier:')).toEqual([])
    })

    test('rests at 復旧 and 取り下げ, and begins anew at 再開', async () => {
      const name = await stage.as('tanaka').declares()
      await stage.pass(3 * minute)
      await stage.as('tanaka').chooses(name, 'recover')
      await stage.as('tanaka').sends()
      await stage.pass(60 * minute)
      expect(await slotsIn(name, 'vacancy:')).toEqual(['vacancy:1'])
      await stage.as('tanaka').chooses(name, 'reopen')
      await stage.as('tanaka').sends()
      await stage.pass(3 * minute)
      expect(await said(name, 'vacancy:2')).toContain('（3分経過）')
      await stage.as('tanaka').chooses(name, 'cancel')
      await stage.as('tanaka').sends()
      await stage.pass(60 * minute)
      expect(await slotsIn(name, 'vacancy:')).toEqual(['vacancy:1', 'vacancy:2'])
    })

    test('a drill reminds its own channel, marked, mentions no group and calls no tier', async () => {
      const name = await stage.as('tanaka').declares({ kind: 'drill' })
      await stage.pass(16 * minute)
      expect(await said(name, 'vacancy:3')).toContain('【訓練】')
      expect(await said(name, 'tier:1')).toContain(
        '【訓練】 *ハンドラーが決まりません* ｜ 本番なら、ここで @service-b を呼びます',
      )
      const channel = await stage.channel(name)
      expect(channel.messages.some(callsMany)).toBe(false)
      expect(channel.members).not.toContain('U0SUZUKI')
    })

    test('a private incident reminds its own channel alone, and calls nobody whom its rules do not name', async () => {
      const name = await stage.as('kato').declares({ visibility: 'private', summary: '漏えいのおそれ' })
      for (const minutes of [3, 2, 5, 30]) await stage.pass(minutes * minute)
      expect(await slotsIn(name, 'vacancy:')).toEqual(['vacancy:1', 'vacancy:2', 'vacancy:3'])
      expect(await slotsIn(name, 'tier:')).toEqual([])
      const { channels } = await stage.state()
      const elsewhere = channels.filter((each) => each.name !== name)
      expect(JSON.stringify(elsewhere.flatMap((each) => each.messages))).not.toContain('ハンドラーがまだいません')
      expect((await stage.channel(name)).members).not.toContain('U0SUZUKI')
    })
  })

  describe('whoever leads goes', () => {
    const led = async (by = 'sato') => {
      const name = await stage.as('tanaka').declares()
      await stage.as(by).takesNextStep(name)
      await stage.quiet()
      return name
    }

    test('out of the channel: asked at once, once, and the reminders begin anew', async () => {
      const name = await led()
      await stage.pass(20 * minute)
      const { id } = await stage.channel(name)
      await stage.as('sato').do({ do: 'leave', channel: id })
      await stage.quiet()
      expect(await said(name, 'vacated:1')).toContain('ハンドラーの <@U0SATO> がチャンネルを離れました')
      expect(await card(name)).toContain('*ハンドラー* 未定 🙋')
      await stage.pass(3 * minute)
      expect(await slotsIn(name, 'vacancy:')).toEqual(['vacancy:1'])
      expect(await slotsIn(name, 'vacated:')).toEqual(['vacated:1'])
      await stage.as('ito').presses(name, inSlot(await stage.channel(name), 'vacancy:1'), 'incident.take-handler')
      await stage.quiet()
      expect(await card(name)).toContain('*ハンドラー* <@U0ITO>')
      // What was asked shrinks to a line once it is answered.
      expect(await said(name, 'vacated:1')).not.toContain('どなたか')
    })

    everywhere('out of the company: the same, told once', async () => {
      const name = await led()
      await stage.as('tanaka').do({ do: 'deactivate', user: 'sato' })
      await stage.quiet()
      expect(await said(name, 'vacated:1')).toContain('アカウントが停止されました')
      await stage.pass(1 * minute)
      expect(await slotsIn(name, 'vacated:')).toEqual(['vacated:1'])
    })

    test('by giving the lead up', async () => {
      const name = await led()
      await stage.as('sato').chooses(name, 'release-role')
      expect((await stage.as('sato').sends({ role: 'handler' })).errors).toEqual({})
      await stage.quiet()
      expect(await said(name, 'vacated:1')).toContain('<@U0SATO> がハンドラーを降りました')
      await stage.as('ito').chooses(name, 'claim-role')
      await stage.as('ito').sends({ role: 'handler' })
      await stage.quiet()
      expect(await card(name)).toContain('*ハンドラー* <@U0ITO>')
    })
  })

  describe('roles', () => {
    test('are offered when somebody leads; a menu takes one, many may hold it, and the card names them in one line', async () => {
      const name = await stage.as('tanaka').declares()
      await stage.as('sato').takesNextStep(name)
      await stage.quiet()
      const offer = inSlot(await stage.channel(name), 'announce:roles.handler_taken:1')
      await stage.as('alice').presses(name, offer, 'incident.claim-role', 'scribe')
      await stage.as('ito').presses(name, offer, 'incident.claim-role', 'scribe')
      await stage.quiet()
      expect(await said(name, 'announce:roles.role_claimed:1')).toContain('<@U0ALICE> が *記録係* を引き受けました')
      expect(await card(name)).toContain('記録係 <@U0ALICE> <@U0ITO>')
      const [guidance] = await stage.as('alice').direct()
      expect(words(guidance)).toContain('Thank you for taking the role of *Scribe*')
      await stage.as('alice').presses(name, offer, 'incident.claim-role', 'scribe')
      expect(words(await stage.as('alice').alone(name))).toContain('You already have that role.')
    })

    test('are given back, and lost by whoever leaves', async () => {
      const name = await stage.as('tanaka').declares()
      for (const handle of ['ito', 'yamamoto']) {
        await stage.as(handle).chooses(name, 'claim-role')
        await stage.as(handle).sends({ role: 'liaison' })
      }
      await stage.quiet()
      await stage.as('ito').chooses(name, 'release-role')
      expect((await stage.as('ito').sends({ role: 'liaison' })).errors).toEqual({})
      await stage.as('ito').chooses(name, 'release-role')
      expect((await stage.as('ito').sends({ role: 'liaison' })).errors).toEqual({
        role: 'その役割は引き受けていません。カードで、いまの役割を確かめてください。',
      })
      await stage.as('yamamoto').do({ do: 'leave', channel: (await stage.channel(name)).id })
      await stage.quiet()
      expect(await card(name)).not.toContain('連絡係')
      expect(await slotsIn(name, 'announce:roles.role_released')).toHaveLength(2)
      expect(await slotsIn(name, 'vacated:')).toEqual([])
    })

    test('whoever leads stands in for themselves no more', async () => {
      const name = await stage.as('tanaka').declares()
      await stage.as('alice').chooses(name, 'claim-role')
      await stage.as('alice').sends({ role: 'deputy' })
      await stage.quiet()
      expect(await card(name)).toContain('補佐 <@U0ALICE>')
      await stage.as('alice').takesNextStep(name)
      await stage.quiet()
      expect(await card(name)).toContain('*ハンドラー* <@U0ALICE>')
      expect(await card(name)).not.toContain('補佐')
    })

    test('stay written once it is over, whoever leaves then', async () => {
      const name = await stage.as('tanaka').declares()
      await stage.as('ito').chooses(name, 'claim-role')
      await stage.as('ito').sends({ role: 'liaison' })
      await stage.as('tanaka').does(name, 'cancel', { reason: '誤報' })
      await stage.as('ito').do({ do: 'leave', channel: (await stage.channel(name)).id })
      await stage.quiet()
      expect(await slotsIn(name, 'announce:roles.role_released')).toEqual([])
      expect(await card(name)).toContain('連絡係 <@U0ITO>')
    })

    everywhere(
      'a handler who responds too is warned, alone and on the card, until one of the two is gone',
      async () => {
        const name = await stage.as('tanaka').declares()
        await stage.as('sato').takesNextStep(name)
        await stage.as('sato').chooses(name, 'claim-role')
        await stage.as('sato').sends({ role: 'responder' })
        await stage.quiet()
        const [warning] = await stage.as('sato').alone(name)
        expect(words(warning)).toContain('ハンドラーと作業担当を兼ねています')
        expect(await card(name)).toContain('ハンドラーが作業担当を兼ねています')
        if (warning) await stage.as('sato').presses(name, warning, 'incident.release-role')
        await stage.quiet()
        expect(await card(name)).not.toContain('兼ねています')
        await stage.as('sato').chooses(name, 'claim-role')
        expect((await stage.as('sato').sends({ role: 'deputy' })).errors).toEqual({
          role: 'ハンドラーの補佐は、ハンドラー以外の人が引き受けます。ほかの役割を選んでください。',
        })
      },
    )
  })

  describe('asking somebody to take a role', () => {
    const asks = async (name: string, by: string, values: Record<string, unknown>) => {
      await stage.as(by).chooses(name, 'assign-role')
      const { errors } = await stage.as(by).sends(values)
      await stage.quiet()
      return errors
    }
    const offer = async (name: string, n = 1) => inSlot(await stage.channel(name), `hand-over:${n}`)
    /** Their newest direct message from the bot, and where its buttons are pressed. */
    const direct = async (handle: string) => {
      const message = (await stage.as(handle).direct()).at(-1)
      const { channels } = await stage.state()
      const place = channels.find((each) => each.is_im && each.messages.some(({ ts }) => ts === message?.ts))
      const click = { do: 'click' as const, channel: place?.id ?? '', ts: message?.ts ?? '' }
      return { says: words(message), click }
    }

    test('they are asked, reminded once, and have it when they accept; whoever asked hears of it', async () => {
      const name = await stage.as('tanaka').declares()
      expect(await asks(name, 'sato', { role: 'scribe', to: 'U0ALICE', briefing: '14時からの決定を' })).toEqual({})
      expect(await card(name)).toMatch(/依頼中: .* <@U0ALICE>/)
      expect(await said(name, 'hand-over:1')).toContain('14時からの決定を')
      expect((await stage.channel(name)).members).toContain('U0ALICE')
      const { says, click } = await direct('alice')
      expect(says).toContain('<@U0SATO> asks you to take the role of')
      await stage.pass(5 * minute)
      expect(await said(name, 'hand-over-waits:1')).toContain('返事をお願いします')
      await stage.pass(30 * minute)
      expect(await slotsIn(name, 'hand-over-waits:')).toEqual(['hand-over-waits:1'])
      await stage.as('alice').do({ ...click, action_id: 'incident.accept-hand-over' })
      await stage.quiet()
      expect(await card(name)).not.toContain('依頼中')
      expect(await said(name, 'announce:roles.role_claimed:1')).toContain('<@U0ALICE>')
      expect(await said(name, 'hand-over:1')).toContain('引き受けました')
      expect((await direct('sato')).says).toContain('<@U0ALICE> が')
    })

    test('the lead that nobody has can be asked for; declined with a reason, which the channel and whoever asked read', async () => {
      const name = await stage.as('tanaka').declares()
      await asks(name, 'sato', { role: 'handler', to: 'U0ALICE' })
      await stage.as('alice').presses(name, await offer(name), 'incident.decline-hand-over')
      await stage.as('alice').sends({ reason: '移動中' })
      await stage.quiet()
      expect(await said(name, 'hand-over-dropped:1')).toContain('理由: 移動中')
      expect((await direct('sato')).says).toContain('理由: 移動中')
      await asks(name, 'sato', { role: 'handler', to: 'U0ITO' })
      await stage.as('ito').presses(name, await offer(name, 2), 'incident.accept-hand-over')
      await stage.quiet()
      expect(await card(name)).toContain('*ハンドラー* <@U0ITO>')
      await stage.pass(20 * minute)
      expect(await slotsIn(name, 'vacancy:')).toEqual([])
    })

    test('the newer of two for one role holds, each role has its own, and recovery ends what is open', async () => {
      const name = await stage.as('tanaka').declares()
      await asks(name, 'sato', { role: 'scribe', to: 'U0ALICE' })
      await asks(name, 'sato', { role: 'liaison', to: 'U0ITO' })
      await asks(name, 'sato', { role: 'scribe', to: 'U0ITO' })
      expect(await said(name, 'hand-over:1')).toContain('別の動きがあったため、取り消しになりました')
      await stage.as('ito').presses(name, await offer(name, 2), 'incident.accept-hand-over')
      await stage.quiet()
      expect(await said(name, 'announce:roles.role_claimed:1')).toContain('<@U0ITO>')
      const open = await offer(name, 3)
      await stage.as('tanaka').does(name, 'recover')
      expect(await said(name, 'hand-over:3')).toContain('対応が一区切りしたため終わりました')
      expect(await card(name)).not.toContain('依頼中')
      await stage
        .as('ito')
        .presses(name, open, 'incident.accept-hand-over')
        .catch(() => undefined)
      await stage.pass(10 * minute)
      expect(await slotsIn(name, 'hand-over-waits:')).toEqual([])
    })

    test('of a private incident only who knows of it can be asked, and nobody who has left its channel', async () => {
      const name = await stage.as('tanaka').declares({ visibility: 'private', summary: '名簿が漏れた' })
      const unknowing = await asks(name, 'tanaka', { role: 'scribe', to: 'U0ALICE' })
      expect(unknowing).toEqual({ to: expect.stringContaining('まだ知らされていません') })
      await stage.as('tanaka').do({ do: 'close', view_id: (await stage.as('tanaka').form()).id })
      await stage.as('tanaka').does(name, 'call-people', { people: ['U0ALICE'] })
      await stage.quiet()
      expect(await asks(name, 'tanaka', { role: 'scribe', to: 'U0ALICE', briefing: '名簿を見て' })).toEqual({})
      const { says, click } = await direct('alice')
      expect(says).not.toContain('名簿')
      await stage.as('alice').do({ ...click, action_id: 'incident.accept-hand-over' })
      await stage.quiet()
      expect(await card(name)).toContain('<@U0ALICE>')
      await stage.as('alice').do({ do: 'leave', channel: (await stage.channel(name)).id })
      await stage.quiet()
      expect(await asks(name, 'tanaka', { role: 'scribe', to: 'U0ALICE' })).toEqual(unknowing)
    })
  })

  describe('handing over', () => {
    const offered = async ({ by = 'sato', to = 'U0ALICE' } = {}) => {
      const name = await stage.as('tanaka').declares({ summary: 'ログインできない' })
      await stage.as('sato').takesNextStep(name)
      await stage.pass(20 * minute)
      await stage.as(by).chooses(name, 'hand-over')
      const { briefing } = (await stage.as(by).form()).values
      await stage.as(by).sends({ to, briefing: `${briefing} DB を再起動した` })
      await stage.quiet()
      return { name, briefing: String(briefing) }
    }
    const offer = async (name: string, n = 1) => inSlot(await stage.channel(name), `hand-over:${n}`)

    test('the bot drafts the briefing, and the lead passes in the moment when the other accepts', async () => {
      const { name, briefing } = await offered()
      expect(briefing).toContain('サービスA: ログインできない')
      expect(briefing).toContain('宣言から20分')
      expect(briefing).toContain('決まっていないこと: 事象レベル、お客様への影響')
      expect(await said(name, 'hand-over:1')).toContain('DB を再起動した')
      expect(await card(name)).toContain('*ハンドラー* <@U0SATO>')
      const asked = (await stage.as('alice').direct()).at(-1)
      expect(words(asked)).toContain('You are asked to take over as *handler*')

      await stage.as('ito').presses(name, await offer(name), 'incident.accept-hand-over')
      expect(words(await stage.as('ito').alone(name))).toContain('この依頼に答えるのは <@U0ALICE> です。')
      await stage.as('alice').presses(name, await offer(name), 'incident.accept-hand-over')
      await stage.quiet()
      expect(await card(name)).toContain('*ハンドラー* <@U0ALICE>')
      expect(await said(name, 'announce:roles.handed_over:1')).toContain('<@U0SATO> から <@U0ALICE> へ')
      expect(await said(name, 'hand-over:1')).toContain('引き継ぎました')
      expect(words((await stage.as('alice').direct()).at(-1))).toContain('DB を再起動した')
      await stage.pass(30 * minute)
      expect(await slotsIn(name, 'vacancy:')).toEqual([])
    })

    test('accepted from the direct message as well, once', async () => {
      const { name } = await offered()
      const asked = (await stage.as('alice').direct()).at(-1)
      const { channels } = await stage.state()
      const direct = channels.find((each) => each.is_im && each.members.includes('U0ALICE'))
      const deed = {
        do: 'click' as const,
        channel: direct?.id ?? '',
        ts: asked?.ts ?? '',
        action_id: 'incident.accept-hand-over',
      }
      await stage.as('alice').do(deed)
      await stage.as('alice').do(deed)
      await stage.quiet()
      expect(await slotsIn(name, 'announce:roles.handed_over')).toHaveLength(1)
    })

    everywhere('never answered: brought to mind once, where it can be answered', async () => {
      const { name } = await offered()
      await stage.pass(4 * minute)
      expect(await slotsIn(name, 'hand-over-waits:')).toEqual([])
      await stage.pass(1 * minute)
      expect(await said(name, 'hand-over-waits:1')).toContain('<@U0ALICE> さん、 *ハンドラーの引き継ぎ* の返事')
      await stage.pass(30 * minute)
      expect(await slotsIn(name, 'hand-over-waits:')).toEqual(['hand-over-waits:1'])
      const reminder = inSlot(await stage.channel(name), 'hand-over-waits:1')
      await stage.as('alice').presses(name, reminder, 'incident.accept-hand-over')
      await stage.quiet()
      expect(await card(name)).toContain('*ハンドラー* <@U0ALICE>')
      expect(await said(name, 'hand-over-waits:1')).toContain('引き継ぎました')
    })

    test('answered or overtaken in time, it is not brought to mind', async () => {
      const { name } = await offered()
      await stage.pass(3 * minute)
      await stage.as('sato').chooses(name, 'hand-over')
      await stage.as('sato').sends({ to: 'U0ITO', briefing: '—' })
      await stage.pass(3 * minute)
      await stage.as('ito').presses(name, await offer(name, 2), 'incident.decline-hand-over')
      await stage.as('ito').sends()
      await stage.pass(30 * minute)
      expect(await slotsIn(name, 'hand-over-waits:')).toEqual([])
    })

    test('declined: the old handler leads on, and both hear of it', async () => {
      const { name } = await offered()
      await stage.as('alice').presses(name, await offer(name), 'incident.decline-hand-over')
      await stage.as('alice').sends({ reason: '移動中' })
      await stage.quiet()
      expect(await said(name, 'hand-over-dropped:1')).toContain('ハンドラーは <@U0SATO> のままです')
      expect(await said(name, 'hand-over-dropped:1')).toContain('理由: 移動中')
      expect(await card(name)).toContain('*ハンドラー* <@U0SATO>')
      await stage
        .as('alice')
        .presses(name, await offer(name), 'incident.accept-hand-over')
        .catch(() => undefined)
      await stage.quiet()
      expect(await card(name)).toContain('*ハンドラー* <@U0SATO>')
    })

    test('withdrawn, or offered to another: the one asked first comes too late', async () => {
      const { name } = await offered()
      const first = await offer(name)
      await stage.as('sato').chooses(name, 'hand-over')
      await stage.as('sato').sends({ to: 'U0ITO' })
      await stage.quiet()
      expect(await said(name, 'hand-over:1')).toContain('別の動きがあったため、取り消しになりました')
      expect(first.ts).toBe((await offer(name)).ts)
      await stage.as('sato').presses(name, await offer(name, 2), 'incident.decline-hand-over')
      await stage.as('sato').sends()
      await stage.quiet()
      expect(await said(name, 'hand-over-dropped:2')).toContain('取り消されました')
    })

    test('anyone may ask for it while the handler sleeps; it is told, and nobody is without a lead meanwhile', async () => {
      const { name } = await offered({ by: 'ito', to: 'U0ITO' })
      expect(await said(name, 'hand-over:1')).toContain('依頼: <@U0ITO>')
      expect(await card(name)).toContain('*ハンドラー* <@U0SATO>')
      await stage.as('ito').presses(name, await offer(name), 'incident.accept-hand-over')
      await stage.quiet()
      expect(await card(name)).toContain('*ハンドラー* <@U0ITO>')
    })

    test('whoever is asked and is not there yet is brought in; a bot or who leads already is refused', async () => {
      const { name } = await offered({ to: 'U0TAKAHASHI' })
      expect((await stage.channel(name)).members).toContain('U0TAKAHASHI')
      for (const [to, error] of [
        ['U0SATO', 'その人がいまのハンドラーです。ほかの人を選んでください。'],
        ['U0SSSBOT01', 'sssbot は引き受けられません。ボットには頼めません。ほかの人を選んでください。'],
      ]) {
        await stage.as('sato').chooses(name, 'hand-over')
        expect((await stage.as('sato').sends({ to })).errors).toEqual({ to: error })
        await stage.as('sato').do({ do: 'close', view_id: (await stage.as('sato').form()).id })
      }
    })
  })
})

onDatabase('PostgreSQL', () => {
  const stage = setStage('PostgreSQL')

  test('whose account was deactivated while the bot was away leads no more once it is back', async () => {
    const name = await stage.as('tanaka').declares()
    await stage.as('sato').takesNextStep(name)
    await stage.quiet()
    await stage.restart(() => {
      // Slack has given up telling of it.
      const sato = stage.sandbox.workspace.users.get('U0SATO')
      if (sato) sato.deleted = true
    })
    // The workspace is read in its own time after a start.
    const told = await stage.until(async () => inSlot(await stage.channel(name), 'vacated:1'))
    expect(words(told)).toContain('アカウントが停止されました')
  })

  test('after an outage of the bot there is one reminder, not three, and then the tiers in their time', async () => {
    const name = await stage.as('tanaka').declares()
    await stage.restart(() => stage.clock.advanceBy(60 * minute))
    const seen = async (start: string) =>
      (await stage.channel(name)).messages
        .flatMap((each) => slotOf(each) ?? [])
        .filter((each) => each.startsWith(start))
    expect(await seen('vacancy:')).toEqual(['vacancy:1'])
    expect(await seen('tier:')).toEqual([])
    expect(words(inSlot(await stage.channel(name), 'vacancy:1'))).toContain('（1時間経過）')
    await stage.pass(5 * minute)
    expect(await seen('tier:')).toEqual(['tier:1'])
  })
})
