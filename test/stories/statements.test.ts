import { expect } from 'vitest'
import { statementsOf } from '../harness/statements.ts'
import { setStage } from './stage.ts'
import { everywhere, forEachDatabase } from './telling.ts'

/** How many there may be; what they are is shown where there are more. */
const atMost = (most: number, sent: readonly string[]) =>
  expect(
    sent.length,
    `${sent.length} statements:\n${sent.map((each) => each.slice(0, 160)).join('\n')}`,
  ).toBeLessThanOrEqual(most)

forEachDatabase((database) => {
  const stage = setStage(database)

  everywhere('a declaration and a step of it cost few statements', async () => {
    // The first of each teaches what the columns of a statement are.
    const first = await stage.as('tanaka').declares({ summary: 'ログインできない' })
    await stage.as('sato').takesNextStep(first)
    await stage.quiet()

    let channel = ''
    const declared = await statementsOf(async () => {
      channel = await stage.as('tanaka').declares({ summary: '決済が遅い' })
      await stage.quiet()
    })
    atMost(150, declared)
    const stepped = await statementsOf(async () => {
      await stage.as('sato').takesNextStep(channel)
      await stage.quiet()
    })
    atMost(45, stepped)
  })
})
