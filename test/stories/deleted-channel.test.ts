import { expect } from 'vitest'
import { tablesWith } from './conversation.ts'
import { inSlot, slotOf, words } from './sights.ts'
import { setStage } from './stage.ts'
import { forEachDatabase, test } from './telling.ts'

forEachDatabase((database) => {
  const stage = setStage(database)

  test.each([['public'], ['private']] as const)(
    'a deleted channel of a %s incident is told where it is broadcast, and the incident goes on',
    async (visibility) => {
      await stage.bot.configure({ notify: [{ when: { visibility }, broadcast: ['#incidents'] }] })
      const name = await stage.as('kobayashi').declares({ summary: 'ログインできない', visibility })
      await stage.as('kobayashi').takesNextStep(name)
      await stage.quiet()
      const { id } = await stage.channel(name)
      await stage.as('kobayashi').do({ do: 'delete_channel', channel: `#${name}` })
      await stage.quiet()
      const told = (await stage.channel('incidents')).messages.filter((each) =>
        slotOf(each)?.includes('channel.archived'),
      )
      expect(told.map(words)).toEqual([expect.stringContaining('チャンネルが削除されました')])
      expect(await tablesWith(stage, id)).toContain('public.incident_channels')
      // Nothing more is written there, and nothing waits for it.
      const tried = (await stage.driver.calls()).filter(({ args, ok }) => args.channel === id && !ok)
      expect(tried).toEqual([])
    },
  )

  test('a deleted channel in which incidents are broadcast is told of where the incident is handled, and is tried no more', async () => {
    await stage.bot.configure({ notify: [{ broadcast: ['#incidents', '#dev-all'] }] })
    const name = await stage.as('tanaka').declares()
    const { id } = await stage.channel('dev-all')
    await stage.as('watanabe').do({ do: 'delete_channel', channel: '#dev-all' })
    await stage.quiet()
    const told = words(inSlot(await stage.channel(name), 'announce:assembly.unlinked:'))
    expect(told).toContain('削除されたので、周知を止めました')
    expect(told).toContain('<@U0WATANABE>')
    await stage.as('tanaka').takesNextStep(name)
    await stage.quiet()
    expect((await stage.driver.calls()).filter(({ args, ok }) => args.channel === id && !ok)).toEqual([])
  })
})
