import { expect } from 'vitest'
import { later } from '../../src/kit/clock.ts'
import { incidentIn } from './conversation.ts'
import { inSlot, words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, forEachDatabase, test } from './telling.ts'

const minute = 60_000

forEachDatabase((database) => {
  const stage = setStage(database, { notify: [{ when: { level: 'level1' }, invite: ['U0NEWCOMER'] }] })

  /** How often a method was called since. */
  const calls = (method: string, since: number) =>
    stage.sandbox.calls.after(since).filter((call) => call.method === method).length

  /** Slack tells of somebody by another name. */
  async function isCalled(handle: string, realName: string): Promise<void> {
    const { id } = await stage.as(handle).user()
    const user = { id, name: handle, real_name: realName, profile: { real_name: realName } }
    await stage.driver.raw(
      JSON.stringify({
        type: 'events_api',
        envelope_id: `renamed-${id}`,
        payload: { type: 'event_callback', event_id: `EvRENAMED${id}`, event: { type: 'user_change', user } },
      }),
    )
  }

  const nameOf = (handle: string) =>
    stage.bot.app.world.db.read
      .selectFrom('directory_people')
      .select('name')
      .where('handle', '=', handle)
      .executeTakeFirstOrThrow()

  describe('Slack', () => {
    test('asks for no pause, again and again: the bot makes one all the same', async () => {
      const name = await stage.as('tanaka').declares()
      await stage.driver.fault({ method: 'chat.update', retry_after: 0, times: 2 })
      const before = stage.sandbox.calls.seq
      const began = stage.slackClock.now().getTime()
      await stage.as('tanaka').does(name, 'set-level', { level: 'level3' })
      expect(words(inSlot(await stage.channel(name), 'card'))).toContain('3')
      expect(stage.slackClock.now().getTime() - began).toBeGreaterThanOrEqual(1000)
      expect(calls('chat.update', before)).toBeGreaterThan(2)
    })

    test('answers about somebody without saying who: it is asked again in minutes, not in seconds', async () => {
      const name = await stage.as('tanaka').declares()
      await stage.driver.fault({ method: 'users.info', answer: { ok: true } })
      const before = stage.sandbox.calls.seq
      await stage.as('tanaka').does(name, 'set-level', { level: 'level1' })
      await stage.pass(4 * minute)
      expect(calls('users.info', before)).toBe(1)
      await stage.until(() => {
        stage.slackClock.leap(minute)
        return calls('users.info', before) > 1 ? true : undefined
      })
    })
  })

  describe('a name', () => {
    test.each([
      ['turns the line around it', '\u202Enoitcudorp\u2066', 'noitcudorp'],
      ['is made of what nobody sees', '\u200B\u3164\u200B', 'bob'],
      ['holds joined emoji', '👩‍🚒 Bob', '👩‍🚒 Bob'],
    ])('that %s', async (_, given, shown) => {
      await isCalled('bob', given)
      await expect.poll(async () => (await nameOf('bob')).name).toBe(shown)
    })
  })

  test('words that nobody sees are no words', async () => {
    const tanaka = stage.as('tanaka')
    await tanaka.do({ do: 'shortcut', callback_id: 'incident.declare.shortcut' })
    expect((await tanaka.sends({ service: 'a', summary: '\u200B' })).errors).toEqual({
      summary: '空のままでは送れません。入力してください。',
    })
    const name = await tanaka.declares()
    expect(await tanaka.does(name, 'edit-summary', { summary: '\u3164 \u200B' })).toHaveProperty('summary')
    expect(words(inSlot(await stage.channel(name), 'card'))).toContain('対応中')
  })

  test('whose clock is three minutes ahead says when it was recovered; a quarter of an hour is the future', async () => {
    const name = await stage.as('tanaka').declares()
    const id = await incidentIn(stage, name)
    const at = (ms: number) => ({ recovered_at: later(stage.clock.now(), ms).toISOString() })
    expect(await stage.as('tanaka').does(name, 'recover', at(15 * minute))).toHaveProperty('recovered_at')
    await stage.as('tanaka').do({ do: 'close', view_id: (await stage.as('tanaka').form()).id })
    expect(await stage.as('tanaka').does(name, 'recover', at(3 * minute))).toEqual({})
    const kept = await stage.bot.app.world.db.read
      .selectFrom('incidents')
      .select('recovered_at')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(kept.recovered_at?.getTime()).toBeLessThanOrEqual(stage.clock.now().getTime())
  })
})
