import { expect } from 'vitest'
import type { Message } from '../../sandbox/protocol.ts'
import { slotOf, words } from './sights.ts'
import { setStage } from './stage.ts'
import { describe, forEachDatabase, test } from './telling.ts'

const minute = 60_000

type Blocks = readonly { type?: string; elements?: readonly { action_id?: string }[] }[]

forEachDatabase((database) => {
  const stage = setStage(database)

  const ofBot = async (channel: string): Promise<Message[]> =>
    (await stage.channel(channel)).messages.filter((each) => slotOf(each) !== undefined && !each.ephemeral_to)
  /** Every line of text that the bot has said in a channel, as it reads now; buttons aside. */
  const linesIn = async (channel: string) =>
    (await ofBot(channel)).flatMap(({ blocks = [] }) =>
      words((blocks as Blocks).filter(({ type }) => type !== 'actions'))
        .split('\n')
        .filter(Boolean),
    )
  /** The messages beside the card and the newest checkpoint that offer something by a button. */
  const offersOf = async (channel: string, actionId: string) =>
    (await ofBot(channel))
      .filter((each) => !/^(card|checkpoint)/.test(slotOf(each) ?? ''))
      .filter(({ blocks = [] }) =>
        (blocks as Blocks).some(({ elements = [] }) => elements.some((each) => each.action_id === actionId)),
      )
      .map(slotOf)

  describe('in the first half hour people can still read their own words', () => {
    test('where nobody acts, and the newest call alone offers the lead', async () => {
      const name = await stage.as('tanaka').declares()
      await stage.pass(30 * minute)
      expect((await linesIn(name)).length).toBeLessThanOrEqual(25)
      expect(await offersOf(name, 'incident.take-handler')).toEqual(['tier:2'])
    })

    test('and a call and a checkpoint never come in the same minute, at whatever pace', async () => {
      await stage.bot.configure({ timekeeper: { checkpoint: '5m', vacancy: ['3m', '5m', '10m'], next_tier: '5m' } })
      const name = await stage.as('tanaka').declares()
      await stage.pass(30 * minute)
      const at = (slot: RegExp) =>
        stage.bot.app.world.db.read
          .selectFrom('facts')
          .select(['type', 'at'])
          .execute()
          .then((facts) => facts.filter(({ type }) => slot.test(type)).map((each) => each.at.getTime()))
      const calls = await at(/^roles\.(vacancy_nudged|tier_called)$/)
      const checkpoints = await at(/^timekeeper\.checkpoint_reached$/)
      expect(calls.length).toBeGreaterThanOrEqual(4)
      expect(checkpoints.length).toBeGreaterThanOrEqual(3)
      const apart = checkpoints.flatMap((one) => calls.map((other) => Math.abs(one - other)))
      expect(Math.min(...apart)).toBeGreaterThanOrEqual(minute)
      expect(name).not.toBe('')
    })

    test('where much is done about a heavy one', async () => {
      const does = (verb: string, values: Record<string, unknown>, who = 'sato') =>
        stage.as(who).does(name, verb, values)
      const name = await stage.as('tanaka').declares({ type: ['availability'], urgency: 'high' })
      await stage.as('sato').takesNextStep(name)
      await stage.pass(2 * minute)
      await does('set-level', { level: 'level5', impact: '全員がログインできない', reason: '全面停止' })
      await does('update', { condition: '調査中', next_minutes: '10' })
      await does('claim-role', { role: 'deputy' }, 'alice')
      await does('claim-role', { role: 'scribe' }, 'ito')
      await does('claim-role', { role: 'liaison' }, 'yamamoto')
      await does('add-todo', { text: '接続数を見る', owner: 'U0ITO' })
      await does('add-todo', { text: '直前のリリースを戻す' })
      await does('call-people', { function: 'database', reason: '接続が足りない' })
      await stage.pass(10 * minute)
      await does('update', {
        condition: '接続数が上限',
        action: '増やして再起動',
        need: 'DB に詳しい人',
        next_minutes: '15',
      })
      await stage.pass(12 * minute)
      await does('update', { condition: '半分が戻った', action: '残りも再起動', next_minutes: '15' })
      await stage.pass(5 * minute)
      expect((await linesIn(name)).length).toBeLessThanOrEqual(50)
    })
  })
})
