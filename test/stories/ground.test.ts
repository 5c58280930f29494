import { expect, test } from 'vitest'
import type { State } from '../../sandbox/protocol.ts'
import type { Overrides } from '../harness/bot.ts'
import { photographDatabase } from '../harness/photograph.ts'
import { endStory, groundFor } from './ground.ts'
import { quiet } from './quiet.ts'
import { beginning, type Stage, setStage } from './stage.ts'
import { onDatabase } from './telling.ts'

/** Another start may find the same in another order, and gives what it makes other ids and times. */
const sameAnyTime = ({ seq: _, channels, ...rest }: State) => ({
  ...rest,
  channels: channels.map(({ created: _created, messages, ...channel }) => ({
    ...channel,
    messages: messages.map(({ ts: _ts, ...message }) => message),
  })),
})

const howItStands = async ({ bot, clock, log }: Pick<Stage, 'bot' | 'clock' | 'log'>) => {
  const { tables, timers } = await photographDatabase(bot.app.world.db)
  return {
    state: sameAnyTime(await bot.driver.state()),
    rows: Object.fromEntries(tables.map(({ name, count }) => [name, count])),
    timers: timers.map(({ subject, kind, dueAt }) => ({ subject, kind, dueAt })),
    now: clock.now(),
    errors: log.filter((line) => line.includes('"level":50')),
  }
}

for (const database of ['PGlite', 'PostgreSQL'] as const) {
  onDatabase(database, () => {
    const stage = setStage(database, {}, undefined, {}, 'a boot')
    const wanted = { database, settings: {}, begins: beginning, secrets: {} }
    const again = (boot: 'whatever stands' | 'a boot') => groundFor(wanted, boot)

    test('after a story everything is put back to how it stands after a start', async ({ task }) => {
      const booted = await howItStands(stage)
      const name = await stage.as('tanaka').declares({ summary: '決済が遅い' })
      await stage.as('sato').chooses(name, 'take-handler')
      await stage.as('tanaka').says(name, 'TODO: ログを見る')
      await stage.pass(40 * 60_000)
      await stage.as('sato').does(name, 'link-channel', { channel: (await stage.channel('dev-all')).id })
      await stage.as('watanabe').do({ do: 'archive', channel: '#incidents' })
      await stage.bot.driver.fault({ method: 'chat.update', error: 'internal_error', times: 3 })
      await endStory({ task })
      const ground = await again('whatever stands')
      expect(await howItStands(ground)).toEqual(booted)
      expect(await ground.bot.driver.calls()).toEqual([])
      expect(await ground.bot.driver.deliveries()).toEqual([])

      // Nothing that is kept in memory takes the second story for the first: the same again, and it stands as it did.
      const second = await stage.as('tanaka').declares({ summary: '決済が遅い' })
      expect(second).toBe(name)
      const said = (await stage.channel(second)).messages.filter((each) => each.bot_id)
      expect(said.length).toBeGreaterThan(0)
      await endStory({ task })
      // Whether a start keeps what Slack says of its own joining depends on which comes first: what the bot knows, or the event.
      const { rows, ...rest } = await howItStands(await again('a boot'))
      expect({ ...rest, rows: { ...rows, 'public.inbox': booted.rows['public.inbox'] } }).toEqual(booted)
    })
  })
}

/** A bot stays in the channels that settings before named. */
const withoutJoins = ({ channels, ...rest }: ReturnType<typeof sameAnyTime>) => ({
  ...rest,
  channels: channels.map(({ members, messages, ...channel }) => ({
    ...channel,
    members: members.filter((id) => id !== 'U0SSSBOT01'),
    messages: messages.filter(({ user }) => user !== 'U0SSSBOT01'),
  })),
})

/** Settings of every kind that a start makes something of: people, channels, functions, rights, languages, hours. */
const others: readonly Overrides[] = [
  { functions: { support: { name: 'サポート', people: ['@suzuki'], channels: ['#customer-support'] } } },
  { services: { a: { lead: '@yamamoto' } }, notify: [{ when: { level: 'level1' }, invite: ['U0NEWCOMER'] }] },
  { language: 'en', working_hours: { holidays: ['japan'] }, postmortem: { due: '5d' } },
  { access: { responders: ['@sato'], managers: ['@takahashi'], administrators: ['@watanabe'] } },
]

onDatabase('PostgreSQL', () => {
  test.for(others)(
    'settings put in force on a bot that runs stand as after a start with them: %o',
    async (settings, { task }) => {
      const wanted = { database: 'PostgreSQL' as const, settings, begins: beginning, secrets: {} }
      const seen = async (boot: 'whatever stands' | 'a boot') => {
        const ground = await groundFor(wanted, boot)
        await quiet(ground)
        const { rows, state, ...rest } = await howItStands(ground)
        await endStory({ task })
        return { ...rest, state: withoutJoins(state), rows: { ...rows, 'public.inbox': 0 } }
      }
      expect(await seen('whatever stands')).toEqual(await seen('a boot'))
    },
  )
})
