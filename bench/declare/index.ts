import { setTimeout as wait } from 'node:timers/promises'
import type { ApiCall } from '../../sandbox/protocol.ts'
import type { Driver } from '../../sandbox/server/testing/driver.ts'
import { median } from '../median.ts'
import type { Place, Stage } from '../stage.ts'
import { type Made, madeBy, tookEffect } from './calls.ts'
import { floor } from './floor.ts'
import { broadcastChannels, broadcasts, settings } from './settings.ts'

/** Milliseconds; `ratio` is ours to the floor. */
export type DeclareResult = { name: string; ours: number; floor: number; ratio: number }

/** How long each call to Slack takes, in milliseconds. */
const latencyMs = 150

/** Between two looks at the calls; the times come from the sandbox's own notes, not from these. */
const pollMs = 50
/** Nothing called for so long: the round is over. */
const quietMs = 600
const giveUpMs = 30_000

const everything: Record<Made, number> = { channel: 1, members: 1, card: 1, broadcast: broadcasts, pin: 1 }

/** From which calls a run of ours or of the floor is told, and how long until they all took effect. */
type Run = { calls: ApiCall[]; untilStanding: number; untilPinned: number }

/**
 * Measures how long a declaration takes from the form that is sent until channel, members, card and 20 broadcasts stand,
 * with every call to Slack taking 150 ms, beside the floor that the dependent calls set. The first round warms up.
 */
export async function benchDeclare(stage: Stage, place: Place, rounds = 7): Promise<DeclareResult[]> {
  const { driver } = stage
  // Another database knows nothing of the channels of the one before.
  await driver.reset()
  for (const name of broadcastChannels) await driver.act({ as: 'watanabe', do: 'create', name })
  const bot = await stage.startBot(place, settings)
  await driver.fault({ method: '*', latency_ms: latencyMs })
  const ours: Run[] = []
  const bare: Run[] = []
  for (let round = 0; round <= rounds; round++) {
    const viewId = await open(driver)
    const declared = await run(driver, () => submit(driver, viewId))
    const again = await run(driver, () =>
      floor(stage.sandboxUrl, `floor-${place.name}-${round}`.toLowerCase(), declared.calls),
    )
    if (round === 0) continue
    ours.push(declared)
    bare.push(again)
  }
  await driver.clearFaults()
  await bot.end()
  return [
    compare(`declare, 20 broadcasts, ${place.name}`, ours, bare, (each) => each.untilStanding),
    compare(`declare, the same and pinned, ${place.name}`, ours, bare, (each) => each.untilPinned),
  ]
}

function compare(name: string, ours: Run[], bare: Run[], time: (run: Run) => number): DeclareResult {
  const [here, there] = [median(ours.map(time)), median(bare.map(time))]
  return { name, ours: Math.round(here), floor: Math.round(there), ratio: Math.round((here / there) * 100) / 100 }
}

/** Sends the form that `open` has opened. */
async function submit(driver: Driver, viewId: string): Promise<void> {
  const values = { service: 'a', summary: 'ログイン画面が開けず、お客様からのお問い合わせが続いています' }
  const answer = await driver.act({ as: 'sato', do: 'submit', view_id: viewId, values })
  if (!answer.ok) throw new Error(answer.error)
}

async function open(driver: Driver): Promise<string> {
  const answer = await driver.act({ as: 'sato', do: 'shortcut', callback_id: 'incident.declare.shortcut' })
  if (!answer.ok || !answer.view) throw new Error(`The form did not open: ${JSON.stringify(answer)}`)
  return answer.view.id
}

/** Begins, watches the calls until everything stands, and then until nothing more is called. */
async function run(driver: Driver, begin: () => Promise<void>): Promise<Run> {
  const since = (await driver.calls()).at(-1)?.seq ?? 0
  const started = Date.now()
  const begun = begin()
  let calls: ApiCall[] = []
  for (let before = -1; before < calls.length || !isComplete(calls); ) {
    before = isComplete(calls) ? calls.length : -1
    await wait(isComplete(calls) ? quietMs : pollMs)
    calls = await driver.calls(since)
    if (Date.now() - started > giveUpMs) throw new Error(`Not everything stands after ${giveUpMs} ms`)
  }
  await begun
  const last = (is: (made: Made) => boolean) =>
    Math.max(...calls.filter((call) => is(madeBy(call) ?? 'pin') && madeBy(call)).map(tookEffect)) - started
  return { calls, untilStanding: last((made) => made !== 'pin'), untilPinned: last(() => true) }
}

function isComplete(calls: readonly ApiCall[]): boolean {
  const count = (wanted: Made) => calls.filter((call) => madeBy(call) === wanted).length
  // The keys of what is wanted are what is made.
  return Object.entries(everything).every(([made, wanted]) => count(made as Made) >= wanted)
}
