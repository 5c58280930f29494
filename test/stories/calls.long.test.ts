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
    const before = stage.sandbox.calls.seq
    await stage.as('sato').chooses(name, 'call-people')
    await stage.as('sato').sends({ function: 'everybody' })
    await stage.quiet()
    // Who has come is read once, in four pages of 150, and not once for each hundred that were invited.
    const read = stage.sandbox.calls.after(before).filter(({ method }) => method === 'conversations.members')
    expect(read.length).toBeLessThanOrEqual(8)
    expect((await stage.channel(name)).members.length).toBeGreaterThan(500)
    const message = words(await roll(name))
    expect(message).toContain('返事待ち 500人')
    expect(message).toContain('ほか485人')
    expect(message.match(/<@/g)?.length).toBeLessThan(20)
  }, 240_000)
})
