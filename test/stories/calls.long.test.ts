import { expect } from 'vitest'
import { inSlot, words } from './sights.ts'
import { setStage } from './stage.ts'
import { forEachDatabase, test } from './telling.ts'

const settings = {
  functions: { everybody: { name: { ja: '全員', en: 'Everybody' }, people: ['@everyone-500'] } },
}

forEachDatabase((database) => {
  const stage = setStage(database, settings)
  const roll = async (name: string) => inSlot(await stage.channel(name), 'call:1')

  test('a group of five hundred: all come in, the message counts them and names a few', async () => {
    const name = await stage.as('tanaka').declares()
    await stage.as('sato').chooses(name, 'call-people')
    await stage.as('sato').sends({ function: 'everybody' })
    await stage.quiet()
    expect((await stage.channel(name)).members.length).toBeGreaterThan(500)
    const message = words(await roll(name))
    expect(message).toContain('返事待ち 500人')
    expect(message).toContain('ほか485人')
    expect(message.match(/<@/g)?.length).toBeLessThan(20)
  }, 240_000)
})
