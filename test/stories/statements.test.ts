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

/** A worker that looks for more to do: how often depends on how long the machine takes. */
const isLook = (statement: string): boolean => statement.includes('SELECT j.id FROM pgboss.job_common j')

/** On a busy machine readings that would go together go one by one: the fewest of several are what it takes. */
const fewest = (counts: readonly (readonly string[])[]): readonly string[] =>
  counts
    .map((sent) => sent.filter((each) => !isLook(each)))
    .reduce((least, each) => (each.length < least.length ? each : least))

forEachDatabase((database) => {
  const stage = setStage(database)

  everywhere('a declaration and a step of it cost few statements', async () => {
    // The first of each teaches what the columns of a statement are.
    const first = await stage.as('tanaka').declares({ summary: 'ログインできない' })
    await stage.as('sato').takesNextStep(first)
    await stage.quiet()

    let channel = ''
    const declares = async () => {
      channel = await stage.as('tanaka').declares({ summary: '決済が遅い' })
      await stage.quiet()
    }
    const steps = async () => {
      await stage.as('sato').takesNextStep(channel)
      await stage.quiet()
    }
    const [declared, stepped]: [string[][], string[][]] = [[], []]
    for (let n = 0; n < 3; n++) {
      declared.push(await statementsOf(declares))
      stepped.push(await statementsOf(steps))
    }
    atMost(150, fewest(declared))
    atMost(45, fewest(stepped))
  })
})
