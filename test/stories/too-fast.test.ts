import { expect } from 'vitest'
import { later } from '../../src/kit/clock.ts'
import { inSlot, words } from './sights.ts'
import { setStage } from './stage.ts'
import { forEachDatabase, test } from './telling.ts'

forEachDatabase((database) => {
  const stage = setStage(database, { access: { limits: { presses: 4, mentions: 2 } } })

  test('somebody who presses again and again is told once to wait a minute; others go on, and so do they after it', async () => {
    const channel = await stage.as('tanaka').declares({ summary: '決済が遅い' })
    const told = async () =>
      (await stage.as('sato').alone(channel)).filter(({ text }) => text.includes('1分ほど待って'))
    for (let n = 0; n < 9; n++) await stage.as('sato').chooses(channel, 'timeline')
    await stage.quiet()
    expect(await told()).toHaveLength(1)

    await stage.as('ito').takesNextStep(channel)
    await stage.quiet()
    expect(words(inSlot(await stage.channel(channel), 'card'))).toContain('<@U0ITO>')

    await stage.clock.advanceTo(later(stage.clock.now(), 61_000))
    await stage.as('sato').chooses(channel, 'timeline')
    await stage.quiet()
    expect(await told()).toHaveLength(1)
  })

  test('what is in a form that is sent too fast stays in it', async () => {
    const channel = await stage.as('tanaka').declares({ summary: '決済が遅い' })
    for (let n = 0; n < 4; n++) await stage.as('sato').chooses(channel, 'update')
    const { errors, view } = await stage.as('sato').sends({ condition: '復旧しつつある' })
    expect(Object.values(errors).join()).toContain('1分ほど待って')
    expect(view).not.toBeNull()
  })

  test('mentions are counted apart, and what is said besides is kept', async () => {
    const channel = await stage.as('tanaka').declares({ summary: '決済が遅い' })
    const before = (await stage.channel(channel)).messages.length
    for (let n = 0; n < 6; n++) await stage.as('sato').says(channel, `@sssbot 更新 ${n}`)
    await stage.quiet()
    const answers = await stage.as('sato').alone(channel)
    expect(answers.filter(({ text }) => text.includes('1分ほど待って'))).toHaveLength(1)
    expect(answers).toHaveLength(3)
    expect((await stage.channel(channel)).messages.length).toBeGreaterThan(before + 5)
  })
})
