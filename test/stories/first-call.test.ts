import { expect } from 'vitest'
import { incidentIn } from './conversation.ts'
import { slotOf } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, forEachDatabase, test } from './telling.ts'

const minute = 60_000

forEachDatabase((database) => {
  const stage = setStage(database)
  /** Where a person is mentioned by the bot so that it rings: channel and slot. Quiet lines of others about them do not count. */
  const ringsFor = async (user: string) =>
    (await stage.state()).channels
      .filter((each) => !each.is_im)
      .flatMap(({ name, members, messages }) =>
        messages
          .filter((each) => slotOf(each) && !each.ephemeral_to && members.includes(user))
          .filter((each) => JSON.stringify(each.blocks ?? each.text).includes(`<@${user}>`))
          .map((each) => `#${name} ${slotOf(each)}`),
      )

  const callIn = async (name: string) =>
    (await stage.channel(name)).messages.find((each) => slotOf(each) === 'first-call')?.text

  describe('whom a declaration calls', () => {
    test('is mentioned once, and nowhere else: on no card, in no broadcast, in no thread', async () => {
      const name = await stage.as('tanaka').declares({ urgency: 'high' })
      const { members } = await stage.channel(name)
      const called = members.filter((each) => !['U0TANAKA', 'U0SSSBOT01'].includes(each))
      expect(called.length).toBeGreaterThanOrEqual(2)
      for (const each of called) expect(await ringsFor(each)).toEqual([`#${name} first-call`])
      // Who declared knows already.
      expect((await ringsFor('U0TANAKA')).filter((each) => each.includes('first-call'))).toEqual([])
    })

    test('is mentioned no second time while nobody leads: by no reminder, and as one of no escalation tier', async () => {
      const name = await stage.as('tanaka').declares()
      // A reminder shrinks to a line when the next one comes: what rang is looked at while it stands.
      const rung = new Map<string, Set<string>>()
      for (const minutes of [3, 2, 5, 6, 5, 9]) {
        await stage.pass(minutes * minute)
        for (const user of ['U0SATO', 'U0ALICE', 'U0ITO', 'U0WATANABE', 'U0SUZUKI', 'U0YOSHIDA']) {
          const slots = (await ringsFor(user)).map((each) => each.replace(`#${name} `, ''))
          rung.set(user, new Set([...(rung.get(user) ?? []), ...slots]))
        }
      }
      expect((await stage.channel(name)).messages.map(slotOf)).toContain('vacancy:3')
      // The last two of these are on call for the next tiers as well.
      for (const user of ['U0SATO', 'U0ALICE', 'U0ITO', 'U0WATANABE'])
        expect([...(rung.get(user) ?? [])]).toEqual(['first-call'])
      expect([...(rung.get('U0SUZUKI') ?? [])]).toEqual(['tier:1'])
      expect([...(rung.get('U0YOSHIDA') ?? [])]).toEqual(['tier:2'])
    })

    test('is named by one reminder where nobody had named them: after a handler left', async () => {
      const name = await stage.as('tanaka').declares()
      await stage.as('sato').takesNextStep(name)
      await stage.as('sato').does(name, 'release-role', { role: 'handler' })
      const naming = async () => (await ringsFor('U0ALICE')).filter((each) => each.includes('vacancy'))
      await stage.pass(5 * minute)
      expect(await naming()).toHaveLength(1)
      await stage.pass(5 * minute)
      expect(await naming()).toEqual([])
    })

    test('and once somebody leads by nothing', async () => {
      const name = await stage.as('tanaka').declares()
      await stage.as('sato').takesNextStep(name)
      await stage.pass(30 * minute)
      expect(await ringsFor('U0ITO')).toEqual([])
      expect(await callIn(name)).toBe(':wave: 宣言のときに、初動対応の人たちを呼びました。')
    })

    test('is asked no more where it was merged into another or is over, in either language', async () => {
      const cases = [
        ['ja', ':wave: 宣言のときに、初動対応の人たちを呼びました。'],
        ['en', ':wave: The first responders were called when it was declared.'],
      ] as const
      for (const [language, past] of cases) {
        await stage.bot.configure({ language })
        const led = await stage.as('tanaka').declares()
        await stage.as('sato').takesNextStep(led)
        const [merged, over] = [await stage.as('tanaka').declares(), await stage.as('tanaka').declares()]
        for (const each of [merged, over]) expect(await callIn(each)).toMatch(/初動をお願いします|please respond/)
        await stage.as('tanaka').does(merged, 'merge', { into: await incidentIn(stage, led) })
        expect(await callIn(merged)).toBe(past)
        await stage.as('tanaka').does(over, 'cancel', { reason: '計画メンテナンスだった' })
        expect(await callIn(over)).toBe(past)
      }
    })

    test('is mentioned by nobody where a pager rings for them, or in a drill', async () => {
      await stage.bot.configure({
        pagers: { oncall: { kind: 'webhook', url: 'https://pager.example.com/hook', secret_env: 'PAGER_SECRET' } },
        notify: [{ broadcast: ['#incidents'], page: ['oncall'] }],
      })
      const paged = await stage.as('tanaka').declares()
      expect((await stage.channel(paged)).messages.map(slotOf)).not.toContain('first-call')
      const drill = await stage.as('tanaka').declares({ kind: 'drill' })
      expect((await stage.channel(drill)).messages.map(slotOf)).not.toContain('first-call')
    })

    test('reads who is asked for what, in the language of the channel', async () => {
      const ja = await stage.as('tanaka').declares()
      const said = (await stage.channel(ja)).messages.find((each) => slotOf(each) === 'first-call')
      expect(said?.text).toMatch(/初動をお願いします。カードの「🙋 ハンドラーになる」から/)
      await stage.bot.configure({ language: 'en' })
      const en = await stage.as('tanaka').declares()
      const asked = (await stage.channel(en)).messages.find((each) => slotOf(each) === 'first-call')
      expect(asked?.text).toMatch(/please respond. One of you, press “🙋 Become handler”/)
    })
  })
})
