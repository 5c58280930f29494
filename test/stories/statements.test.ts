import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'vitest'
import { statementsOf } from '../harness/statements.ts'
import { setStage } from './stage.ts'
import { everywhere, forEachDatabase, test } from './telling.ts'

/** How many there may be; what they are is shown where there are more. */
const atMost = (most: number, sent: readonly string[]) =>
  expect(
    sent.length,
    `${sent.length} statements:\n${sent.map((each) => each.slice(0, 160)).join('\n')}`,
  ).toBeLessThanOrEqual(most)

/** A worker that looks for more to do: how often depends on how long the machine takes. */
const isLook = (statement: string): boolean => statement.includes('SELECT j.id FROM pgboss.job_common j')

/** The sweep for what a crash left behind, which goes by the clock. */
const isSweep = (statement: string): boolean => statement.startsWith('select "subject" from "projections"')

/** Of a step the rendering: from who takes the subject to who gives it back. */
function renderingIn(sent: readonly string[]): readonly string[] {
  const begun = sent.findIndex((each) => each.startsWith('update "projections" set "lease_holder"'))
  const ended = sent.findIndex((each) => /update projections set lease_holder = null/.test(each))
  expect([begun, ended].every((at) => at >= 0)).toBe(true)
  return sent.slice(begun, ended + 1).filter((each) => !isSweep(each))
}

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
      declared.push(await statementsOf(stage.bot.app.world.db, declares))
      stepped.push(await statementsOf(stage.bot.app.world.db, steps))
    }
    atMost(120, fewest(declared))
    atMost(30, fewest(stepped))
    atMost(6, fewest(stepped.map(renderingIn)))
  })
  test('so does a step of one with TODOs, actions and people beside', async () => {
    const other = await stage.as('tanaka').declares({ summary: 'カード決済が遅い' })
    const ts = await stage.as('tanaka').says(`#${other}`, '<@U0SATO> タイムアウトを見直す')
    const { id } = await stage.channel(other)
    await stage.as('sato').do({ do: 'react', channel: id, ts, name: 'bulb' })
    const step = async () => {
      const channel = await stage.as('tanaka').declares({ summary: 'カード決済が遅い' })
      await stage.as('tanaka').says(`#${channel}`, 'TODO: <@U0SATO> ログを確認、<@U0ALICE> に聞く 15m')
      await stage.quiet()
      return statementsOf(stage.bot.app.world.db, async () => {
        await stage.as('sato').takesNextStep(channel)
        await stage.quiet()
      })
    }
    await step()
    const stepped: string[][] = []
    for (let n = 0; n < 3; n++) stepped.push(await step())
    atMost(6, fewest(stepped.map(renderingIn)))
  })
  test('a message that is kept and found again costs few statements', async () => {
    const channel = await stage.as('tanaka').declares({ summary: '決済が遅い' })
    const says = async () => {
      await stage.as('sato').says(`#${channel}`, '接続数が上限に達しています')
      await stage.quiet()
    }
    await says()
    const said: string[][] = []
    for (let n = 0; n < 3; n++) said.push(await statementsOf(stage.bot.app.world.db, says))
    atMost(11, fewest(said))
  })
  test('at rest an open incident costs at most five statements a second', async () => {
    await stage.as('tanaka').declares({ summary: '決済が遅い' })
    await stage.quiet()
    // What looks for more goes by the machine's time: as long as the longest pause between two looks.
    const seconds = 10
    atMost(5 * seconds, await statementsOf(stage.bot.app.world.db, () => wait(seconds * 1_000)))
  })
})
