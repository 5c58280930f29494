import { expect, vi } from 'vitest'
import { patient } from '../harness/patience.ts'
import { everywhereMs, secrets, setEverywhere } from './private-everywhere.ts'
import { forEachDatabase, test } from './telling.ts'

vi.setConfig({ testTimeout: patient(everywhereMs) })

const minute = 60_000

forEachDatabase((database) => {
  const { stage, told, does, leaks, leavesNothing } = setEverywhere(database)

  test('private from the start, nobody without a part in it reads a word of it anywhere, whatever becomes of it', async () => {
    const { channel, id } = await told('private')
    const place = (await stage.channel(channel)).id
    expect(await leaks(id, place, channel), 'responding').toEqual([])
    await does(id, 'recover', { permanence: 'permanent', postmortem_owner: 'U0TANAKA', note: secrets.reason })
    expect(await leaks(id, place, channel), 'recovered').toEqual([])
    await does(id, 'complete', { waivers: secrets.briefing })
    await stage.pass(8 * 24 * 60 * minute)
    expect(await leaks(id, place, channel), 'archived').toEqual([])
  })

  // The other moments follow in the long run.
  test.each(['responding', 'completed', 'merged'])(
    'made private when it is %s, the bot leaves nothing of it anywhere',
    (moment) => leavesNothing(moment),
  )
})
