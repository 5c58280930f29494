import { beforeAll, expect, test } from 'vitest'
import { serverUrl } from '../harness/database.ts'
import { mention, openForm, submit } from './declaring.ts'
import { openHouse, settled, stopInTime, waiting } from './house.ts'
import { channelsOfBot } from './records.ts'
import { incidents, refused, tellOfStops } from './stop.ts'

// The first database waits for the server to be set up.
beforeAll(() => serverUrl())

tellOfStops('socket')

test('somebody who sends a form while the bot stops is told so in words, and nothing happens', async () => {
  await using house = await openHouse()
  const { driver, hand, errors } = house
  const bot = await house.start()
  await settled(bot.app)
  const forms = [
    await openForm(driver, await mention(driver)),
    await openForm(driver, await mention(driver, 'sato'), 'sato'),
  ] as const
  await settled(bot.app)
  await hand.query('begin; lock table facts')
  const held = submit(driver, forms[0], '障害')
  await waiting(house)
  const stopped = stopInTime(bot)
  expect(await submit(driver, forms[1], '障害', 'sato')).toMatchObject(refused('service'))
  await hand.query('rollback')
  expect((await held).ok).toBe(true)
  await stopped
  expect(await incidents(house)).toBe(1)
  expect(channelsOfBot(await driver.state()).length).toBeLessThanOrEqual(1)
  expect(errors).toEqual([])
})
