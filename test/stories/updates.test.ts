import { expect } from 'vitest'
import type { Message } from '../../sandbox/protocol.ts'
import { person } from '../../src/rooms/facts/index.ts'
import { perform } from '../../src/rooms/incident/index.ts'
import { postUpdate } from '../../src/rooms/updates/index.ts'
import { callsMany, inSlot, slotOf, words } from './sights.ts'
import { type Stage, setStage } from './stage.ts'
import { describe, everywhere, forEachDatabase, onDatabase, test } from './telling.ts'

const minute = 60_000
const hour = 60 * minute

/** A long story on a busy machine. */
const patience = 90_000

/** What the stories do again and again, on one stage. */
function telling(stage: Stage) {
  const told = {
    /** An incident that tanaka declared and leads. */
    async led(values = {}) {
      const name = await stage.as('tanaka').declares(values)
      await stage.as('tanaka').chooses(name, 'take-handler')
      await stage.quiet()
      return name
    },
    async update(name: string, values: Record<string, unknown> = {}, who = 'tanaka') {
      await stage.as(who).chooses(name, 'update')
      const { errors } = await stage.as(who).sends(values)
      await stage.quiet()
      return errors
    },
    async does(name: string, verb: string, values: Record<string, unknown> = {}) {
      await stage.as('tanaka').chooses(name, verb)
      const { errors } = await stage.as('tanaka').sends(values)
      expect(errors).toEqual({})
      await stage.quiet()
    },
    said: async (channel: string, slot: string) => words(inSlot(await stage.channel(channel), slot)),
    slots: async (channel: string, start: string) =>
      (await stage.channel(channel)).messages
        .flatMap((each) => slotOf(each) ?? [])
        .filter((each) => each.startsWith(start)),
    card: (name: string) => told.said(name, 'card'),
    /** Presses a button of a direct message. */
    async press(who: string, message: Message | undefined, actionId: string) {
      const conversation = (await stage.state()).channels.find(
        (each) => each.is_im && each.messages.some(({ ts }) => ts === message?.ts),
      )
      await stage.as(who).do({ do: 'click', channel: conversation?.id, ts: message?.ts, action_id: actionId })
      await stage.quiet()
    },
  }
  return told
}

const first = {
  condition: 'DB の接続数が上限',
  action: '順に再起動している',
  need: 'DB に詳しい人',
  impact: '全員がログインできない',
}

forEachDatabase((database) => {
  const stage = setStage(database)
  const { led, update, does, said, slots, card, press } = telling(stage)

  describe('an update', () => {
    test(
      'stands on the card, in the channel, in the broadcasts and their threads, and in three lines for executives',
      async () => {
        const name = await led({ summary: 'ログインできない' })
        await does(name, 'set-level', { level: 'level5' })
        expect(await card(name)).toContain('状況を更新する')
        await stage.as('tanaka').takesNextStep(name)
        expect((await stage.as('tanaka').form()).callback_id).toBe('incident.update')
        await stage.as('tanaka').sends({ ...first, next_minutes: '30' })
        await stage.quiet()

        const inside = await said(name, 'announce:updates.posted:1')
        for (const each of ['*第一報*', ...Object.values(first), '次の更新: ']) expect(inside).toContain(each)
        const onCard = await card(name)
        for (const each of ['*第一報*', first.condition, first.need, '*お客様への影響* 全員', '次の更新: '])
          expect(onCard).toContain(each)
        expect(onCard).toContain('復旧を宣言する')

        const incidents = await stage.channel('incidents')
        const broadcast = inSlot(incidents, 'broadcast:')
        expect(words(broadcast)).toContain(first.condition)
        expect(words(broadcast)).toContain('次の更新: ')
        const detail = inSlot(incidents, 'announce:updates.posted:1')
        expect(detail.thread_ts).toBe(broadcast.ts)
        expect(words(detail)).toContain(first.action)
        expect(words(detail)).toContain('田中 美咲')

        for (const where of ['executives', 'customer-support']) {
          const channel = await stage.channel(where)
          const three = inSlot(channel, 'announce:updates.posted:1')
          expect(three.thread_ts).toBe(inSlot(channel, 'broadcast:').ts)
          expect(words(three).split('\n').slice(1)).toEqual([
            '*影響* 全員がログインできない',
            `*現状* ${first.condition}`,
            expect.stringContaining('*次のお知らせ* <!date^'),
          ])
          expect(callsMany(three)).toBe(false)
          expect(words(inSlot(channel, 'broadcast:'))).toContain(`*現状* ${first.condition}`)
        }
      },
      patience,
    )

    test('asks for nothing but how it stands, and the second time knows what was said', async () => {
      const name = await led()
      await stage.as('sato').chooses(name, 'update')
      expect((await stage.as('sato').form()).values).toMatchObject({
        condition: null,
        impact: null,
        next_minutes: '30',
      })
      expect((await stage.as('sato').sends({ condition: ' ' })).errors).toMatchObject({ condition: expect.any(String) })
      await stage.as('sato').sends({ condition: '調査中', next_minutes: 'none' })
      await stage.quiet()
      expect(await card(name)).not.toContain('次の更新')
      await update(name, { ...first, next_minutes: '20', support: ['told'] })
      await stage.as('tanaka').chooses(name, 'update')
      expect((await stage.as('tanaka').form()).values).toMatchObject({
        ...first,
        next_minutes: '20',
        support: ['told'],
      })
      await stage.as('tanaka').sends()
      await stage.quiet()
      expect(await said(name, 'announce:updates.posted:3')).toContain('*続報*')
      expect(await said(name, 'announce:updates.posted:3')).not.toContain('お客様への影響')
    })

    test('that two people send at once is two updates, and neither takes back what the other said of customers', async () => {
      const name = await led()
      const [tanaka, sato] = [stage.as('tanaka'), stage.as('sato')]
      await tanaka.chooses(name, 'update')
      await sato.chooses(name, 'update')
      await Promise.all([
        tanaka.sends({ condition: '再起動した', impact: '半分のお客様' }),
        sato.sends({ condition: '監視を見ている', action: 'ログを集めている' }),
      ])
      await stage.quiet()
      const both = [await said(name, 'announce:updates.posted:1'), await said(name, 'announce:updates.posted:2')]
      expect(both.filter((each) => each.includes('再起動した'))).toHaveLength(1)
      expect(both.filter((each) => each.includes('監視を見ている'))).toHaveLength(1)
      expect(await card(name)).toContain('*お客様への影響* 半分のお客様')
    })

    test('that comes twice from one form is one', async () => {
      const name = await led()
      const incidentId = String(inSlot(await stage.channel(name), 'card').metadata?.event_payload.incident)
      const caller = { actor: person('U0SATO'), via: 'slack' as const, viewId: 'V0TWICE' }
      const { world } = stage.bot.app
      await Promise.all([
        perform(world, postUpdate, caller, incidentId, { condition: '調査中' }),
        perform(world, postUpdate, caller, incidentId, { condition: '調査中' }),
      ])
      await stage.quiet()
      expect(await slots(name, 'announce:updates.posted')).toHaveLength(1)
    })

    test('after 復旧 is the final report and promises nothing; once it is over the stale card explains', async () => {
      const name = await led()
      await update(name, { ...first, next_minutes: '30' })
      await does(name, 'recover')
      expect(await card(name)).not.toContain('次の更新')
      await stage.as('tanaka').chooses(name, 'update')
      expect((await stage.as('tanaka').form()).values).not.toHaveProperty('next_minutes')
      await stage.as('tanaka').sends({ condition: '接続数を増やして収まった' })
      await stage.quiet()
      expect(await said(name, 'announce:updates.posted:2')).toContain('*最終報*')
      expect(await said('customer-support', 'announce:updates.posted:2')).toContain('これが最後です')
      await stage.as('sato').chooses(name, 'update')
      await does(name, 'complete', { waivers: '来週の計画で' })
      expect((await stage.as('sato').sends({ condition: '遅れて' })).errors).toMatchObject({
        condition: expect.stringContaining('いまは「完了」なので'),
      })
      await stage.pass(1 * hour)
      expect(await slots(name, 'overdue')).toEqual([])
    })

    test('of a private incident tells other channels only that there is one', async () => {
      await stage.bot.configure({ notify: [{ when: { visibility: 'private' }, broadcast: ['#incidents'] }] })
      const name = await led({ visibility: 'private' })
      await update(name, { ...first, next_minutes: '30' })
      const { messages } = await stage.channel('incidents')
      const outside = messages.filter((each) => slotOf(each)).map((each) => JSON.stringify(each))
      expect(outside).toHaveLength(2)
      for (const each of outside) for (const secret of Object.values(first)) expect(each).not.toContain(secret)
      expect(await said('incidents', 'announce:updates.posted:1')).toContain('非公開のインシデント')
      expect(await said(name, 'announce:updates.posted:1')).toContain(first.condition)
    })

    test('of a drill says so everywhere', async () => {
      const name = await led({ kind: 'drill' })
      await update(name, { ...first, next_minutes: '5' })
      expect(await said(name, 'announce:updates.posted:1')).toContain('【訓練】')
      expect(await said('drills', 'announce:updates.posted:1')).toContain('【訓練】')
      await stage.pass(7 * minute)
      expect(await said(name, 'overdue:1:1')).toContain('【訓練】')
    })
  })

  describe('the promised time of the next update', () => {
    test(
      'passes: the channel is told, then the handler alone, then the first-response people by name',
      async () => {
        const name = await led()
        await does(name, 'set-level', { level: 'level3' })
        await update(name, { ...first, next_minutes: '10' })
        await stage.pass(10 * minute)
        expect(await slots(name, 'overdue')).toEqual([])
        await stage.pass(1 * minute)
        expect(await slots(name, 'overdue')).toEqual(['overdue:1:1'])
        expect(await said(name, 'overdue:1:1')).toMatch(/約束した更新の時刻.*を過ぎました\* <@U0TANAKA>/)
        expect(await card(name)).toContain('（過ぎています）')
        expect(await card(name)).toContain('状況を更新する')

        const before = (await stage.as('tanaka').direct()).length
        await stage.pass(5 * minute)
        const direct = (await stage.as('tanaka').direct()).slice(before)
        expect(direct.map(words).join()).toContain('「まだ分からない」と伝えるだけでも構いません')
        expect(await slots(name, 'overdue')).toEqual(['overdue:1:1'])
        await stage.pass(10 * minute)
        expect(await slots(name, 'overdue')).toEqual(['overdue:1:1', 'overdue:1:3'])
        const responders = inSlot(await stage.channel(name), 'overdue:1:3')
        expect(words(responders)).toContain('<@U0SATO>')
        expect(callsMany(responders)).toBe(false)
        await stage.pass(2 * hour)
        expect(await slots(name, 'overdue')).toEqual(['overdue:1:1', 'overdue:1:3'])
      },
      patience,
    )

    test(
      'is kept by an update from the reminder itself: the escalation stops, and the reminder shrinks',
      async () => {
        const name = await led()
        await update(name, { ...first, next_minutes: '10' })
        await stage.pass(17 * minute)
        const [reminder] = (await stage.as('tanaka').direct()).slice(-1)
        await press('tanaka', reminder, 'incident.update')
        await stage.as('tanaka').sends({ condition: '再起動が済んだ', next_minutes: '120' })
        await stage.quiet()
        expect(inSlot(await stage.channel(name), 'overdue:1:1').blocks).toHaveLength(1)
        await stage.pass(1 * hour)
        expect(await slots(name, 'overdue')).toEqual(['overdue:1:1'])
        expect((await stage.as('tanaka').direct()).slice(-1)).toMatchObject([{ ts: reminder?.ts }])
      },
      patience,
    )

    test(
      'binds nobody after 復旧, nor after 再開 until somebody promises anew',
      async () => {
        const name = await led()
        await update(name, { ...first, next_minutes: '10' })
        await does(name, 'recover')
        await stage.pass(30 * minute)
        await does(name, 'reopen')
        await stage.pass(30 * minute)
        expect(await slots(name, 'overdue')).toEqual([])
        expect(await card(name)).not.toContain('次の更新')
        await update(name, { condition: '再発した', next_minutes: '5' })
        await stage.pass(6 * minute)
        expect(await slots(name, 'overdue')).toEqual(['overdue:2:1'])
      },
      patience,
    )

    everywhere(
      'comes near: whoever leads is told alone, and one press says that nothing has changed',
      async () => {
        const name = await led({ summary: '決済が遅い' })
        await update(name, { ...first, next_minutes: '10' })
        await stage.pass(6 * minute)
        expect(await stage.as('tanaka').alone(name)).toEqual([])
        await stage.pass(1 * minute)
        const [line] = (await stage.as('tanaka').alone(name)).slice(-1)
        expect(line && words(line)).toContain('近づいています')
        const direct = (await stage.as('tanaka').direct()).at(-1)
        expect(direct && words(direct)).toContain('決済が遅い')
        expect(await stage.as('sato').alone(name)).toEqual([])

        await press('tanaka', direct, 'incident.no-change')
        const heard = await said(name, 'announce:updates.unchanged:1')
        for (const each of ['*変わりなし*', '<@U0TANAKA>', '次の更新: ']) expect(heard).toContain(each)
        const broadcast = inSlot(await stage.channel('incidents'), 'broadcast:')
        expect(inSlot(await stage.channel('incidents'), 'announce:updates.unchanged:1').thread_ts).toBe(broadcast.ts)
        expect(await card(name)).toMatch(/変わりなし\* （.*<@U0TANAKA>/)
        expect(words((await stage.as('tanaka').direct()).filter(({ ts }) => ts === direct?.ts))).toContain(
          'もう対応済みです',
        )

        // The line in the channel cannot be taken back: pressed now, it tells that it is about a promise that is no more.
        if (line) await stage.as('tanaka').presses(name, line, 'incident.no-change')
        await stage.quiet()
        expect((await stage.as('tanaka').alone(name)).map(words).at(-1)).toContain('更新か延長がありました')
        await stage.pass(30 * minute)
        expect(await slots(name, 'overdue')).toEqual([])
        expect(words((await stage.as('tanaka').direct()).at(-1) ?? [])).toContain('近づいています')
        await stage.pass(5 * minute)
        expect(await slots(name, 'overdue')).toEqual(['overdue:1:1'])
        expect(await slots(name, 'announce:updates.unchanged')).toHaveLength(1)
      },
      patience,
    )

    test(
      'that is put off after it had passed is watched anew, from the first step on',
      async () => {
        const name = await led()
        await update(name, { ...first, next_minutes: '10' })
        await stage.pass(11 * minute)
        const late = inSlot(await stage.channel(name), 'overdue:1:1')
        await stage.as('sato').presses(name, late, 'incident.no-change')
        await stage.quiet()
        expect(inSlot(await stage.channel(name), 'overdue:1:1').blocks).toHaveLength(1)
        expect(await card(name)).not.toContain('（過ぎています）')
        await stage.pass(31 * minute)
        expect(await slots(name, 'overdue')).toEqual(['overdue:1:1', expect.stringMatching(/^overdue:1:1:/)])
        expect(await card(name)).toContain('（過ぎています）')
      },
      patience,
    )

    test('of a private incident comes near where nobody leads: whoever promised it is told, in English, and nothing of it', async () => {
      const name = await stage.as('tanaka').declares({ visibility: 'private', summary: '名簿が漏れた' })
      await stage.as('tanaka').chooses(name, 'call-people')
      await stage.as('tanaka').sends({ people: ['U0ALICE'] })
      await stage.quiet()
      await update(name, { ...first, next_minutes: '10' }, 'alice')
      await stage.pass(7 * minute)
      const direct = words((await stage.as('alice').direct()).at(-1) ?? [])
      expect(direct).toContain('is due soon')
      expect(direct).not.toContain('名簿')
      expect(words((await stage.as('alice').alone(name)).at(-1) ?? [])).toContain('one tap says so')
      expect(words(await stage.as('tanaka').direct())).not.toContain('近づいています')
    })

    test('where nobody leads, the step for the handler passes on at once', async () => {
      const name = await stage.as('tanaka').declares()
      await update(name, { condition: '調査中', next_minutes: '5' })
      await stage.pass(6 * minute)
      await stage.pass(5 * minute)
      expect(await slots(name, 'overdue')).toEqual(['overdue:1:1', 'overdue:1:3'])
    })

    test(
      'can be made to wait once, with a reason that everybody sees',
      async () => {
        const name = await led()
        await update(name, { ...first, next_minutes: '10' })
        await stage.pass(11 * minute)
        const reminder = inSlot(await stage.channel(name), 'overdue:1:1')
        await stage.as('tanaka').presses(name, reminder, 'incident.snooze', 'update')
        await stage.as('tanaka').sends({ minutes: '30', reason: '再起動を待っている' })
        await stage.quiet()
        expect(await said(name, 'announce:timekeeper.snoozed:1')).toMatch(
          /更新の催促を1回だけ .*遅らせます.*再起動を待って/,
        )
        const before = (await stage.as('tanaka').direct()).length
        await stage.pass(29 * minute)
        expect(await stage.as('tanaka').direct()).toHaveLength(before)
        await stage.pass(1 * minute)
        expect(await stage.as('tanaka').direct()).toHaveLength(before + 1)
        await stage.pass(10 * minute)
        expect(await slots(name, 'overdue')).toEqual(['overdue:1:1', 'overdue:1:3'])
      },
      patience,
    )
  })
})

onDatabase('PostgreSQL', () => {
  const stage = setStage('PostgreSQL')
  const { led, update, slots } = telling(stage)

  test('after an outage of hours the escalation goes on one step at a time', async () => {
    const name = await led()
    await update(name, { ...first, next_minutes: '10' })
    const before = (await stage.as('tanaka').direct()).length
    await stage.restart(() => stage.clock.advanceBy(5 * hour))
    expect(await slots(name, 'overdue')).toEqual(['overdue:1:1'])
    expect(await stage.as('tanaka').direct()).toHaveLength(before)
    await stage.pass(5 * minute)
    expect(await stage.as('tanaka').direct()).toHaveLength(before + 1)
  })
})
