import { describe, expect, test } from 'vitest'
import { declarer, mention, openForm, submit, viewOf } from './declaring.ts'
import { type House, openHouse, settled, stopInTime, waiting } from './house.ts'
import { policyOfA, wrongs } from './records.ts'

/** How many incidents stand. */
export const incidents = async ({ hand }: House) => (await hand.query('select id from incidents')).rows.length

/** A form that stays open with words at one field. */
export const refused = (field: string) => ({
  ack: { response_action: 'errors', errors: { [field]: expect.stringContaining('再起動') } },
})

/** What is in hand when a bot stops that Slack reaches by this transport: a form that cannot be written, one that can, a mention. */
export const tellOfStops = (transport: 'socket' | 'http') =>
  describe(`by ${transport}`, () => {
    test('a form that cannot be written when the bot stops is refused in words, and declares once when it is sent again', async () => {
      await using house = await openHouse({ transport })
      const { driver, hand, errors } = house
      const bot = await house.start()
      await settled(bot.app)
      const form = await openForm(driver, await mention(driver))
      await settled(bot.app)
      await hand.query('begin; lock table facts')
      const sending = submit(driver, form, '障害')
      await waiting(house)
      await stopInTime(bot)
      await hand.query('rollback')
      expect(await sending).toMatchObject(refused('summary'))
      expect(await incidents(house)).toBe(0)

      const next = await house.start()
      await settled(next.app)
      expect(viewOf(await driver.state())?.callback_id).toBe('incident.declare')
      expect((await submit(driver, form, '障害')).ok).toBe(true)
      await settled(next.app)
      expect(wrongs(await driver.state(), { declarations: 1, ...policyOfA })).toEqual([])
      expect(errors).toEqual([])
    })

    test('a form that can be written before the time is over is declared, although the jobs have ended', async () => {
      await using house = await openHouse({ transport })
      const { driver, hand, errors } = house
      const bot = await house.start()
      await settled(bot.app)
      const form = await openForm(driver, await mention(driver))
      await settled(bot.app)
      await hand.query('begin; lock table facts')
      const sending = submit(driver, form, '障害')
      await waiting(house)
      const stopped = stopInTime(bot)
      // By now nobody works jobs off any longer.
      await bot.app.world.jobs.finish()
      await hand.query('rollback')
      await stopped
      expect((await sending).ok).toBe(true)

      const next = await house.start()
      await settled(next.app)
      expect(wrongs(await driver.state(), { declarations: 1, ...policyOfA })).toEqual([])
      expect(errors).toEqual([])
    })

    test('a mention that cannot be answered when the bot stops is answered after the next start, once', async () => {
      await using house = await openHouse({ transport })
      const { driver, hand, errors } = house
      const bot = await house.start()
      await settled(bot.app)
      await hand.query('begin; lock table facts')
      await driver.act({ as: declarer, do: 'post', channel: '#general', text: '@sssbot 助けて' })
      await waiting(house)
      await stopInTime(bot)
      await hand.query('rollback')

      const next = await house.start()
      await settled(next.app)
      expect((await driver.messages('general')).filter((each) => each.bot_id)).toHaveLength(1)
      expect(errors).toEqual([])
    })
  })
