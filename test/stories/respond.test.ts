import { expect } from 'vitest'
import { callsMany, inSlot, slotOf, words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, forEachDatabase, onDatabase, test } from './telling.ts'

const minute = 60_000
const hour = 60 * minute

forEachDatabase((database) => {
  const stage = setStage(database)
  const slotsIn = async (channel: string, start: string) =>
    (await stage.channel(channel)).messages
      .flatMap((each) => slotOf(each) ?? [])
      .filter((each) => each.startsWith(start))
  const checkpoint = async (channel: string, n: number) =>
    words(inSlot(await stage.channel(channel), `checkpoint:${n}`))

  describe('taking the lead', () => {
    test('by the one primary button: announced, shown on the card, and the taker is told alone what it means', async () => {
      const name = await stage.as('tanaka').declares()
      await stage.as('alice').takesNextStep(name)
      await stage.quiet()
      const channel = await stage.channel(name)
      expect(words(inSlot(channel, 'announce:roles.handler_taken:1'))).toContain(
        '<@U0ALICE> が *ハンドラー* になりました',
      )
      expect(words(inSlot(channel, 'card'))).toContain('*ハンドラー* <@U0ALICE>')
      expect(words(inSlot(await stage.channel('incidents'), 'broadcast:'))).toContain('ハンドラー: Alice Martin')
      const [guidance] = await stage.as('alice').direct()
      expect(words(guidance)).toContain('Thank you for taking the role')
      expect(words(guidance)).toContain(`<#${channel.id}>`)
    })

    test('of two people who press at once one gets it, and the other is told who', async () => {
      const name = await stage.as('tanaka').declares()
      await Promise.all([stage.as('sato').takesNextStep(name), stage.as('alice').takesNextStep(name)])
      await stage.quiet()
      expect(await slotsIn(name, 'announce:roles.handler_taken')).toHaveLength(1)
      const [sato, alice] = [words(await stage.as('sato').alone(name)), words(await stage.as('alice').alone(name))]
      expect([sato, alice].filter(Boolean)).toHaveLength(1)
      if (alice) expect(alice).toContain('<@U0SATO> is already the handler.')
      else expect(sato).toContain('すでに <@U0ALICE> がハンドラーです。')
    })

    test('nobody leads before somebody says so, not even the one who declared', async () => {
      const name = await stage.as('tanaka').declares()
      expect(await slotsIn(name, 'announce:roles')).toEqual([])
      expect(words(inSlot(await stage.channel(name), 'card'))).toContain('🙋 ハンドラーになる')
    })
  })

  describe('setting the level', () => {
    test('is announced, and calls those whom the level needs', async () => {
      const name = await stage.as('tanaka').declares({ summary: '全社で使えない' })
      const tanaka = stage.as('tanaka')
      await tanaka.takesNextStep(name)
      await stage.quiet()
      await tanaka.takesNextStep(name)
      expect(await tanaka.form()).toMatchObject({ callback_id: 'incident.set-level' })
      await tanaka.sends({ level: 'level5', reason: '全面停止' })
      await stage.quiet()

      const channel = await stage.channel(name)
      expect(channel.members).toEqual(expect.arrayContaining(['U0YOSHIDA', 'U0CAROL']))
      expect(channel.topic).toContain('5（重大）')
      const inside = inSlot(channel, 'announce:incident.level_set:1')
      expect(words(inside)).toContain('*レベルを「5（重大）」に決めました*')
      expect(words(inside)).toContain('理由: 全面停止')
      expect(words(inSlot(await stage.channel('incidents'), 'announce:incident.level_set:1'))).toContain(
        '全社で使えない',
      )

      // The executives hear of it for the first time: by a broadcast, not by news of something that they never heard of.
      const executives = (await stage.channel('executives')).messages.filter((each) => slotOf(each))
      expect(executives.map((each) => slotOf(each)?.split(':')[0])).toEqual(['broadcast'])
      expect(callsMany(executives[0] ?? inside)).toBe(true)
      expect(words(executives[0])).toContain('5（重大）')
    })

    test('to what it is already is refused at the field', async () => {
      const name = await stage.as('tanaka').declares()
      for (const expected of [{}, { level: 'すでにそのレベルです。変えるなら、ほかのレベルを選んでください。' }]) {
        await stage.as('tanaka').chooses(name, 'set-level')
        expect((await stage.as('tanaka').sends({ level: 'level2' })).errors).toEqual(expected)
      }
    })

    test('whoever left is not called again when the level rises', async () => {
      const name = await stage.as('tanaka').declares()
      await stage.as('yamamoto').do({ do: 'leave', channel: (await stage.channel(name)).id })
      await stage.as('tanaka').chooses(name, 'set-level')
      await stage.as('tanaka').sends({ level: 'level4' })
      await stage.quiet()
      const { members } = await stage.channel(name)
      expect(members).toContain('U0YOSHIDA')
      expect(members).not.toContain('U0YAMAMOTO')
    })
  })

  describe('saying anew what is happening', () => {
    test('tells before and after in the channel, and edits the card, the topic and the broadcasts', async () => {
      const name = await stage.as('tanaka').declares({ summary: 'ログインできない' })
      await stage.as('sato').chooses(name, 'edit-summary')
      expect((await stage.as('sato').form()).values).toMatchObject({ summary: 'ログインできない', impact: null })
      await stage.as('sato').sends({ summary: '二段階認証だけ失敗する', impact: '全員が毎朝1回' })
      await stage.quiet()
      const channel = await stage.channel(name)
      const told = words(inSlot(channel, 'announce:incident.summary_edited:1'))
      expect(told).toContain('概要（前）: ログインできない')
      expect(told).toContain('概要（後）: 二段階認証だけ失敗する')
      expect(told).toContain('お客様への影響（後）: 全員が毎朝1回')
      expect(words(inSlot(channel, 'card'))).toContain('二段階認証だけ失敗する')
      expect(words(inSlot(channel, 'card'))).toContain('全員が毎朝1回')
      expect(channel.topic).toContain('二段階認証だけ失敗する')
      const { messages } = await stage.channel('incidents')
      expect(messages.filter((each) => slotOf(each) && !each.thread_ts)).toHaveLength(1)
      expect(words(inSlot(await stage.channel('incidents'), 'broadcast:'))).toContain('二段階認証だけ失敗する')
    })

    test('without changing anything is refused', async () => {
      const name = await stage.as('tanaka').declares()
      await stage.as('alice').chooses(name, 'edit-summary')
      expect((await stage.as('alice').sends()).errors).toEqual({
        summary: 'Nothing has changed. Edit something before you send it.',
      })
    })
  })

  describe('buttons that outlived their time', () => {
    test('a stale button says what holds now, to the one who pressed it', async () => {
      const name = await stage.as('tanaka').declares()
      await stage.as('alice').chooses(name, 'recover')
      await stage.as('tanaka').chooses(name, 'cancel')
      await stage.as('tanaka').sends({ reason: '誤報' })
      await stage.quiet()
      const { errors } = await stage.as('alice').sends()
      expect(Object.values(errors)).toEqual([
        'The status is “Cancelled” now, so this is not possible. Please check the card as it is now.',
      ])
      await stage.as('alice').do({ do: 'close', view_id: (await stage.as('alice').form()).id })
      await stage.as('sato').chooses(name, 'list')
      await stage.quiet()
      expect(words(await stage.as('sato').alone(name))).toContain('未完了のインシデントはありません')
    })
  })

  describe('the timekeeper', () => {
    test('speaks every fifteen minutes: how long it lasts, what is missing, the menu; the one before shrinks', async () => {
      const name = await stage.as('tanaka').declares({ summary: '遅い' })
      await stage.pass(14 * minute)
      expect(await slotsIn(name, 'checkpoint:')).toEqual([])
      await stage.pass(1 * minute)
      const first = await checkpoint(name, 1)
      expect(first).toContain('宣言から15分（発生時刻は未確認）')
      expect(first).toContain('足りないもの: ハンドラー・事象レベル・お客様への影響')
      const ts = inSlot(await stage.channel(name), 'checkpoint:1')
      // The newest call has the button of the lead: the checkpoint leaves it to that.
      expect(JSON.stringify(ts.blocks)).not.toContain('incident.next')
      await stage.as('sato').takesNextStep(name)
      await stage.as('sato').presses(name, ts, 'incident.menu', 'edit-summary')
      await stage.as('sato').sends({ impact: '一部のお客様' })
      await stage.pass(15 * minute)
      expect(await checkpoint(name, 1)).toMatch(/^:stopwatch: チェックポイント 1（<!date.*）$/)
      const second = await checkpoint(name, 2)
      expect(second).toContain('宣言から30分')
      expect(second).toContain('<@U0SATO>')
      expect(second).toContain('足りないもの: 事象レベル・')
      expect(second).not.toContain('お客様への影響')
      await stage.pass(15 * minute)
      expect(await slotsIn(name, 'checkpoint:')).toEqual(['checkpoint:1', 'checkpoint:2', 'checkpoint:3'])
    })

    test('counts from when it was noticed, where that is known', async () => {
      const name = await stage.as('tanaka').declares({ detected_at: '2026-11-23T04:00:00Z' })
      await stage.pass(15 * minute)
      expect(await checkpoint(name, 1)).toContain('検知から1時間15分')
    })

    test('is silent after 復旧, and speaks again after 再開', async () => {
      const name = await stage.as('tanaka').declares()
      const tanaka = stage.as('tanaka')
      await stage.pass(20 * minute)
      await tanaka.chooses(name, 'recover')
      await tanaka.sends()
      await stage.pass(2 * hour)
      expect(await slotsIn(name, 'checkpoint:')).toEqual(['checkpoint:1'])
      expect(await checkpoint(name, 1)).toMatch(/^:stopwatch: チェックポイント 1（<!date.*）$/)
      expect(words(inSlot(await stage.channel(name), 'card'))).toContain('*復旧*')
      await tanaka.chooses(name, 'reopen')
      await tanaka.sends({ reason: '再発' })
      await stage.pass(15 * minute)
      expect(words(inSlot(await stage.channel(name), 'card'))).not.toContain('*復旧*')
      expect(await slotsIn(name, 'checkpoint:')).toEqual(['checkpoint:1', 'checkpoint:2'])
      expect(await checkpoint(name, 2)).toContain('宣言から2時間35分')
    })

    test('keeps the pace of the settings in force: shorter ones hold from the next checkpoint on', async () => {
      const name = await stage.as('tanaka').declares()
      await stage.bot.configure({ timekeeper: { checkpoint: '5m' } })
      await stage.pass(15 * minute)
      expect(await slotsIn(name, 'checkpoint:')).toEqual(['checkpoint:1'])
      await stage.pass(10 * minute)
      expect(await slotsIn(name, 'checkpoint:')).toEqual(['checkpoint:1', 'checkpoint:2', 'checkpoint:3'])
    })

    test('two incidents keep their own time', async () => {
      const first = await stage.as('tanaka').declares()
      await stage.pass(10 * minute)
      const second = await stage.as('suzuki').declares({ service: 'b' })
      await stage.pass(6 * minute)
      expect(await slotsIn(first, 'checkpoint:')).toEqual(['checkpoint:1'])
      expect(await slotsIn(second, 'checkpoint:')).toEqual([])
      await stage.pass(10 * minute)
      expect(await slotsIn(second, 'checkpoint:')).toEqual(['checkpoint:1'])
    })
  })
})

onDatabase('PostgreSQL', () => {
  const stage = setStage('PostgreSQL')

  test('after an outage of hours there is one checkpoint, not one for each that was missed', async () => {
    const name = await stage.as('tanaka').declares()
    await stage.restart(() => stage.clock.advanceBy(5 * hour))
    // Whoever may lead is called first, and the checkpoint comes a minute later.
    await stage.pass(minute)
    const seen = (await stage.channel(name)).messages.flatMap((each) => slotOf(each) ?? [])
    expect(seen.filter((each) => each.startsWith('checkpoint'))).toEqual(['checkpoint:1'])
    expect(words(inSlot(await stage.channel(name), 'checkpoint:1'))).toContain('宣言から5時間')
    await stage.pass(15 * minute)
    expect(words(inSlot(await stage.channel(name), 'checkpoint:2'))).toContain('宣言から5時間16分')
  })
})
