import { expect } from 'vitest'
import { inSlot, slotOf, words } from './sights.ts'
import { type Stage, setStage } from './stage.ts'
import { describe, everywhere, forEachDatabase, onDatabase, test } from './telling.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** From 14:00 in Tokyo, when every story begins, to ten the next morning. */
const untilTen = 20 * hour
/** Some minutes of a story pass while people do things. */
const slack = 10 * minute

const services = {
  a: { name: 'サービスA', owners: ['@service-a'], lead: 'takahashi', channels: ['#service-a'] },
}

/** Nothing else speaks, so that weeks pass quickly. */
const settings = {
  services,
  digest: 'off',
  timekeeper: { checkpoint: '12h' },
  postmortem: { overdue_reminders: 2 },
}

/** What the people of these stories do and see. */
function cast(stage: Stage) {
  const tanaka = () => stage.as('tanaka')
  return {
    tanaka,
    /** A recovered incident, whose postmortem sato writes unless said otherwise. It is due on the 30th. */
    recovered: async ({
      values = {},
      declared = {},
    }: {
      values?: Record<string, unknown>
      declared?: Record<string, unknown>
    } = {}) => {
      const name = await tanaka().declares(declared)
      await tanaka().chooses(name, 'recover')
      await tanaka().sends({ postmortem_owner: 'U0SATO', postmortem_due: '2026-11-30', ...values })
      await stage.quiet()
      return name
    },
    remindersOf: async (who: string) =>
      (await stage.as(who).direct())
        .filter((message) => slotOf(message)?.startsWith('ladder:'))
        .map((each) => words(each)),
    presses: async (who: string, verb: string, values: object) => {
      const messages = await stage.as(who).direct()
      const last = messages.findLast((message) => slotOf(message)?.startsWith('ladder:'))
      const { id } = await stage.as(who).user()
      const im = (await stage.state()).channels.find((each) => each.is_im && each.user === id)
      await stage.as(who).do({ do: 'click', channel: im?.id ?? '', ts: last?.ts ?? '', action_id: `incident.${verb}` })
      const { errors } = await stage.as(who).sends({ ...values })
      await stage.quiet()
      return errors
    },
    card: async (name: string) => words(inSlot(await stage.channel(name), 'card')),
    said: async (name: string, slot: string) => words(inSlot(await stage.channel(name), slot)),
  }
}

forEachDatabase((database) => {
  const stage = setStage(database, settings)
  const { tanaka, recovered, remindersOf, presses, card, said } = cast(stage)

  describe('a postmortem that is owed', () => {
    test('is asked for the day after, the day before and on the day', async () => {
      const name = await recovered()
      await stage.pass(untilTen - slack)
      expect(await remindersOf('sato')).toEqual([])
      await stage.pass(2 * slack)
      expect(await remindersOf('sato')).toEqual([expect.stringContaining('復旧おつかれさまでした')])
      await stage.pass(5 * day)
      const before = await remindersOf('sato')
      expect(before).toHaveLength(2)
      expect(before[0]).toContain('続きは下にあります')
      expect(before[1]).toContain('期限は明日（11/30（月））')
      await stage.pass(day)
      expect((await remindersOf('sato')).at(-1)).toContain('今日（11/30（月））が *ポストモーテム* の期限です')
      expect(await card(name)).not.toContain('期限を過ぎています')
    })

    test('is for the lead to help with when its day has passed, a week apart and not for ever', async () => {
      const name = await recovered()
      await stage.pass(7 * day)
      await stage.pass(day)
      expect(await remindersOf('takahashi')).toEqual([
        expect.stringContaining('期限（11/30（月））を過ぎました。書く人: <@U0SATO>'),
      ])
      expect(await card(name)).toMatch(
        /<@U0SATO> 期限 11\/30（月）（:warning: 期限を過ぎています）\n下書き ｜ 未記入 \d+ 件/,
      )
      for (let week = 0; week < 3; week++) await stage.pass(7 * day)
      expect(await remindersOf('takahashi')).toHaveLength(2)
      expect(await remindersOf('tanaka')).toEqual([])
    })

    test('opens at the very next gap of the document', async () => {
      await recovered()
      await stage.pass(untilTen + slack)
      const reminder = (await stage.as('sato').direct()).find((each) => slotOf(each)?.startsWith('ladder:'))
      const im = (await stage.state()).channels.find((each) => each.is_im && each.user === 'U0SATO')
      await stage.as('sato').do({
        do: 'click',
        channel: im?.id ?? '',
        ts: reminder?.ts ?? '',
        action_id: 'incident.write-section',
      })
      expect((await stage.as('sato').form()).callback_id).toBe('incident.write-section')
    })

    test('moves with the day that somebody chooses, with a reason that everybody reads', async () => {
      const name = await recovered()
      await stage.pass(untilTen + slack)
      expect(
        await presses('sato', 'postpone-postmortem', { due: '2026-12-04', reason: '恒久対応を見てから書く' }),
      ).toEqual({})
      expect(await said(name, 'announce:ladder.postponed:1')).toMatch(
        /\*12\/4（金）\* に動かしました.*\n?.*恒久対応を見てから書く/,
      )
      expect(await card(name)).toContain('<@U0SATO> 期限 12/4（金）')
      expect((await remindersOf('sato'))[0]).toContain('期限は12/4（金）になりました')
      await stage.pass(7 * day)
      expect(await remindersOf('sato')).toHaveLength(1)
      await stage.pass(3 * day)
      expect((await remindersOf('sato')).at(-1)).toContain('今日（12/4（金））')
      expect(await tanaka().does(name, 'postpone-postmortem', { due: '2026-12-01', reason: '早く' })).toHaveProperty(
        'due',
      )
      // Today is a day on which it can still be done.
      expect(await tanaka().does(name, 'postpone-postmortem', { due: '2026-12-07', reason: '長引く' })).toEqual({})
      expect(await tanaka().does(name, 'postpone-postmortem', { due: '2026-12-04', reason: '書けた' })).toEqual({})
    })

    test('may be waived with a reason, and is never asked for again, until somebody takes it on after all', async () => {
      const name = await recovered()
      await stage.pass(untilTen + slack)
      expect(await presses('sato', 'waive-postmortem', { reason: '先月のものに追記した' })).toEqual({})
      expect(await said(name, 'announce:ladder.waived:1')).toContain('理由: 先月のものに追記した')
      expect(await card(name)).toContain('<@U0SATO>\n見送り')
      await stage.pass(12 * day)
      expect(await remindersOf('sato')).toEqual([expect.stringContaining('見送りになりました')])
      await tanaka().does(name, 'assign-postmortem', { owner: 'U0ALICE', due: '2026-12-20' })
      expect(await card(name)).toContain('<@U0ALICE> 期限 12/20（日）\n下書き')
      const asked = (await stage.as('alice').direct()).find((each) => slotOf(each)?.startsWith('ladder-asked:'))
      expect(words(asked)).toContain('asks you to write the *postmortem* (due Sun 20 Dec)')
      await stage.pass(15 * day)
      expect((await remindersOf('alice')).at(-1)).toContain('due today (Sun 20 Dec)')
    })

    everywhere('is asked for no more once it is published, and its writer is thanked', async () => {
      const name = await recovered()
      await stage.pass(untilTen + slack)
      expect(await presses('sato', 'publish-postmortem', { link: 'wiki の方' })).toEqual({
        link: expect.stringContaining('https://'),
      })
      expect(await presses('sato', 'publish-postmortem', { link: 'https://wiki.example.com/p?a=1&b=2|3' })).toEqual({})
      const link = '<https://wiki.example.com/p?a=1&amp;b=2%7C3|'
      expect(await said(name, 'announce:ladder.published:1')).toContain(`${link}読む>`)
      expect(await card(name)).toContain(`<@U0SATO>\n${link}公開済み>`)
      expect(await remindersOf('sato')).toEqual([expect.stringContaining('公開しました。ありがとうございます')])
      await stage.pass(5 * day)
      expect(await remindersOf('sato')).toHaveLength(1)
      expect(
        await tanaka()
          .does(name, 'postpone-postmortem', { due: '2026-12-24', reason: 'まだ' })
          .catch(() => 'gone'),
      ).toBe('gone')
      // It was said too soon.
      await tanaka().does(name, 'assign-postmortem', { owner: 'U0SATO' })
      expect(await card(name)).toContain('<@U0SATO> 期限 11/30（月）\n下書き')
    })

    test('without a writer, who led is asked to find one; whoever takes it is not told what they know', async () => {
      const name = await tanaka().declares()
      await stage.as('suzuki').chooses(name, 'take-handler')
      await stage.quiet()
      await tanaka().chooses(name, 'recover')
      await tanaka().sends({ postmortem_owner: null, postmortem_due: '2026-11-30' })
      await stage.quiet()
      expect(await card(name)).toContain('書く人が未定 🙋 期限 11/30（月）')
      await stage.pass(untilTen + slack)
      expect(await remindersOf('suzuki')).toEqual([expect.stringContaining('書く人がまだ決まっていません')])
      expect(await presses('suzuki', 'assign-postmortem', { owner: 'U0SUZUKI' })).toEqual({})
      expect((await stage.as('suzuki').direct()).filter((each) => slotOf(each)?.startsWith('ladder-asked'))).toEqual([])
      expect(await remindersOf('suzuki')).toEqual([expect.stringContaining('書く人が決まりました')])
    })

    test('starts anew when the incident was taken up again, also after it was waived', async () => {
      const name = await recovered()
      await tanaka().does(name, 'waive-postmortem', { reason: '軽かった' })
      await stage.pass(untilTen - slack)
      await tanaka().does(name, 'reopen')
      await stage.pass(2 * slack)
      expect(await remindersOf('sato')).toEqual([])
      await tanaka().does(name, 'recover', { postmortem_owner: 'U0SATO', postmortem_due: '2026-12-10' })
      await stage.pass(1000)
      expect(await card(name)).toContain('<@U0SATO> 期限 12/10（木）\n下書き')
      await stage.pass(day)
      expect(await remindersOf('sato')).toEqual([expect.stringContaining('期限は12/10（木）')])
    })

    everywhere('goes on after 完了, and waits on the home of who writes it', async () => {
      const name = await recovered()
      await tanaka().does(name, 'complete', { waivers: '残りはあとで' })
      const homeOf = async (who: string) => {
        await stage.as(who).do({ do: 'open_home' })
        await stage.quiet()
        const { id } = await stage.as(who).user()
        return words((await stage.state()).homes[id])
      }
      expect(await homeOf('sato')).toContain('ポストモーテムを書く番です（期限 11/30（月）')
      await stage.as('sato').do({ do: 'click', home: true, action_id: 'incident.postmortem' })
      expect((await stage.as('sato').form()).callback_id).toBe('incident.postmortem')
      await stage.pass(untilTen + slack)
      expect(await remindersOf('sato')).toHaveLength(1)
      await presses('sato', 'waive-postmortem', { reason: '不要' })
      expect(await homeOf('sato')).not.toContain('ポストモーテムを書く番です')
    })
  })

  test('a private incident is spoken of with those who know, and given to nobody else', async () => {
    const name = await recovered({ declared: { visibility: 'private' }, values: { postmortem_owner: 'U0TANAKA' } })
    expect(await tanaka().does(name, 'assign-postmortem', { owner: 'U0SUZUKI' })).toEqual({
      owner: expect.stringContaining('非公開のインシデントです'),
    })
    await stage.pass(9 * day)
    expect(await remindersOf('takahashi')).toEqual([])
    const own = await remindersOf('tanaka')
    expect(own.at(-1)).toContain('期限（11/30（月））を過ぎました')
    expect(own.join()).not.toContain('ログインできない')
  })

  test('where the level owes nothing nobody is asked, and a heavier level asks after all', async () => {
    const name = await recovered({ declared: { kind: 'drill' } })
    await stage.pass(5 * day)
    expect(await remindersOf('sato')).toEqual([])
    await tanaka().does(name, 'set-kind', { kind: 'real' })
    for (let each = 0; each < 3; each++) await stage.pass(day)
    expect(await remindersOf('sato')).toEqual([
      expect.stringContaining('続きは下にあります'),
      expect.stringContaining('今日（11/30（月））'),
    ])
  })
})

onDatabase('PostgreSQL', () => {
  const stage = setStage('PostgreSQL', settings)
  const { recovered, remindersOf } = cast(stage)

  test('after an outage there is one reminder, of what is so now, and it comes once', async () => {
    await recovered()
    await stage.pass(1000)
    await stage.restart(() => stage.clock.advanceBy(7 * day + 2 * hour))
    expect(await remindersOf('sato')).toEqual([expect.stringContaining('今日（11/30（月））')])
    await stage.restart(() => stage.clock.advanceBy(hour))
    expect(await remindersOf('sato')).toHaveLength(1)
    await stage.restart(() => stage.clock.advanceBy(20 * day))
    expect(await remindersOf('sato')).toHaveLength(1)
    expect(await remindersOf('takahashi')).toHaveLength(1)
  })
})
