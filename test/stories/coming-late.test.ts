import { expect } from 'vitest'
import { inSlot, words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, everywhere, forEachDatabase, test } from './telling.ts'

const minute = 60_000

forEachDatabase((database) => {
  const stage = setStage(database)
  const card = async (channel: string) => words(inSlot(await stage.channel(channel), 'card'))

  describe('coming late', () => {
    const caughtUp = async (handle: string, name: string) =>
      (await stage.as(handle).alone(name)).filter((each) =>
        /途中から来た方へ|Welcome, here’s where things stand/.test(words(each)),
      )

    test('who was called at the declaration is not told what they can see', async () => {
      const name = await stage.as('tanaka').declares()
      for (const handle of ['tanaka', 'sato', 'alice']) expect(await caughtUp(handle, name)).toEqual([])
    })

    everywhere(
      'who comes later is told how it stands, alone and in their language, and not again each time',
      async () => {
        const name = await stage.as('tanaka').declares({ summary: '決済が失敗する' })
        await stage.as('sato').takesNextStep(name)
        await stage.pass(10 * minute)
        const { id } = await stage.channel(name)
        await stage.as('bob').do({ do: 'join', channel: id })
        await stage.quiet()
        // Whether a crowd comes is seen first.
        expect(await caughtUp('bob', name)).toEqual([])
        await stage.pass(15_000)
        const [told] = await caughtUp('bob', name)
        expect(words(told)).toContain('Service A: 決済が失敗する')
        expect(words(told)).toContain('Handler: <@U0SATO>')
        expect(words(told)).toContain('Who to ask: <@U0SATO>')
        expect(words(told)).toMatch(/<http[^|]+\|See the card>/)
        expect(await caughtUp('tanaka', name)).toEqual([])
        await stage.as('bob').do({ do: 'leave', channel: id })
        await stage.as('bob').do({ do: 'join', channel: id })
        await stage.quiet()
        expect(await caughtUp('bob', name)).toHaveLength(1)
        await stage.pass(5 * 60 * minute)
        await stage.as('bob').do({ do: 'leave', channel: id })
        await stage.as('bob').do({ do: 'join', channel: id })
        await stage.quiet()
        expect(await caughtUp('bob', name)).toHaveLength(1)
      },
    )

    test('who comes within five minutes has missed nothing; of a crowd, nobody is told, and each has the button', async () => {
      const name = await stage.as('tanaka').declares()
      const { id } = await stage.channel(name)
      const joins = (handle: string) => stage.as(handle).do({ do: 'join', channel: id })
      await stage.pass(4 * minute)
      await joins('bob')
      await stage.pass(2 * minute)
      expect(await caughtUp('bob', name)).toEqual([])
      const crowd = ['kobayashi', 'yoshida', 'suzuki', 'takahashi']
      // Seconds apart: the first of them are not told before the others come.
      for (const handle of crowd) {
        await joins(handle)
        await stage.pass(2_000)
      }
      await stage.pass(minute)
      for (const handle of crowd) expect(await caughtUp(handle, name)).toEqual([])
      const called = (await stage.driver.calls()).filter(({ method }) => method === 'chat.postEphemeral')
      expect(called).toEqual([])
      // Each may ask: the button stands on the card.
      expect(await card(name)).toContain('いまの状況を知る')
    })

    test('nobody is told more than one thing by itself in the first half hour, whoever comes, leaves and comes again', async () => {
      const name = await stage.as('tanaka').declares()
      const { id } = await stage.channel(name)
      await stage.as('sato').takesNextStep(name)
      await stage.pass(6 * minute)
      const late = ['bob', 'kobayashi']
      const told = async (user: string) =>
        (await stage.driver.calls()).filter(
          ({ method, args }) =>
            (method === 'chat.postEphemeral' && args.user === user) ||
            (method === 'chat.postMessage' && args.channel === user),
        ).length
      const counted = new Map([
        ['U0BOB', 0],
        ['U0KOBAYASHI', 0],
      ])
      for (let time = 0; time < 3; time++) {
        for (const handle of late) await stage.as(handle).do({ do: 'join', channel: id })
        await stage.quiet()
        await stage.pass(5 * minute)
        for (const handle of late) await stage.as(handle).do({ do: 'leave', channel: id })
        for (const [user, before] of counted) counted.set(user, Math.max(before, await told(user)))
        if (time === 0) await stage.restart(() => undefined)
      }
      expect([...counted.values()]).toEqual([1, 1])
    })

    test('who is called in later is told too, and that somebody is needed', async () => {
      const name = await stage.as('tanaka').declares()
      // What only one person sees reaches them while they are about; others find on their home tab that they were called.
      await stage.as('yoshida').do({ do: 'look' })
      await stage.pass(5 * minute)
      await stage.as('tanaka').chooses(name, 'set-level')
      await stage.as('tanaka').sends({ level: 'level4' })
      await stage.pass(15_000)
      const [told] = await caughtUp('yoshida', name)
      expect(words(told)).toContain('ハンドラーがいません')
      if (told) await stage.as('yoshida').presses(name, told, 'incident.take-handler')
      await stage.quiet()
      expect(await card(name)).toContain('*ハンドラー* <@U0YOSHIDA>')
    })

    test('after the end nobody is', async () => {
      const name = await stage.as('tanaka').declares()
      await stage.as('tanaka').chooses(name, 'cancel')
      await stage.as('tanaka').sends()
      await stage.pass(10 * minute)
      await stage.as('bob').do({ do: 'join', channel: (await stage.channel(name)).id })
      await stage.quiet()
      expect(await caughtUp('bob', name)).toEqual([])
    })

    test('it is a courtesy: Slack refuses it and nobody is bothered', async () => {
      const name = await stage.as('tanaka').declares()
      await stage.pass(10 * minute)
      await stage.driver.fault({ method: 'chat.postEphemeral', times: 1, error: 'user_not_in_channel' })
      await stage.as('bob').do({ do: 'join', channel: (await stage.channel(name)).id })
      await stage.quiet()
      expect(await card(name)).not.toContain(':warning:')
    })
  })
})
