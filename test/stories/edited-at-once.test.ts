import { expect } from 'vitest'
import { inSlot, words } from './sights.ts'
import { setStage } from './stage.ts'
import { onDatabase, test } from './telling.ts'

onDatabase('PostgreSQL', () => {
  const stage = setStage('PostgreSQL')
  const card = async (channel: string) => words(inSlot(await stage.channel(channel), 'card'))

  test('two have the same form open: the second is told what the first made of it, and loses nothing', async () => {
    const channel = await stage.as('tanaka').declares({ summary: '決済が遅い' })
    await stage.as('sato').chooses(channel, 'edit-summary')
    await stage.as('suzuki').chooses(channel, 'edit-summary')
    await stage.as('sato').sends({ summary: '決済が止まっている' })
    await stage.quiet()

    const told = await stage.as('suzuki').sends({ summary: '決済の一部が遅い', impact: '注文の2割' })
    await stage.quiet()
    expect(told.errors).toEqual({})
    const shown = JSON.stringify(told.view?.blocks)
    expect(shown).toContain('ほかの人が変更しました')
    expect(shown).toContain('のいまの内容: 決済が止まっている')
    expect(shown).toContain('"initial_value":"決済の一部が遅い"')
    expect(shown).toContain('"initial_value":"注文の2割"')
    expect(await card(channel)).toContain('決済が止まっている')

    // They have read it: sent again it counts.
    await stage.as('suzuki').sends()
    await stage.quiet()
    expect(await card(channel)).toContain('決済の一部が遅い')
    expect(await card(channel)).toContain('注文の2割')
  })

  test('two who change different things of one form both have their way', async () => {
    const channel = await stage.as('tanaka').declares({ summary: '決済が遅い' })
    await stage.as('sato').chooses(channel, 'edit-summary')
    await stage.as('suzuki').chooses(channel, 'edit-summary')
    await stage.as('sato').sends({ summary: '決済が止まっている' })
    await stage.quiet()
    const { view } = await stage.as('suzuki').sends({ impact: '注文の2割が失敗している' })
    await stage.quiet()
    expect(view).toBeNull()
    expect(await card(channel)).toContain('決済が止まっている')
    expect(await card(channel)).toContain('注文の2割が失敗している')
  })

  test('whoever sets the level after somebody else is told which it is now', async () => {
    const channel = await stage.as('tanaka').declares({ summary: '決済が遅い' })
    await stage.as('sato').chooses(channel, 'set-level')
    await stage.as('suzuki').chooses(channel, 'set-level')
    await stage.as('sato').sends({ level: 'level5' })
    await stage.quiet()
    const { view } = await stage.as('suzuki').sends({ level: 'level2', reason: '軽い' })
    expect(JSON.stringify(view?.blocks)).toContain('のいまの内容: レベル5（重大）')
    expect(await card(channel)).toContain('5（重大）')
    await stage.as('suzuki').sends()
    await stage.quiet()
    expect(await card(channel)).toContain('2（小）')
  })
})
