import { type Trouble, troubles } from '../harness/troubled-line.ts'
import { declarer, mention, openForm, receiptWrongs, submit, viewOf } from './declaring.ts'
import { policyOfA, wrongs } from './records.ts'
import { openStage, type Stage } from './stage.ts'

/** Workspaces with a bot at once: more of them only wait for the same processor. */
const stagesAtOnce = 8
/** Slack allows twenty channels a minute, and half of what it allows is for what can wait: nobody is to wait here. */
const declarationsPerStage = 6

/** An address is asked for once and known from then on: whether by one call or two depends on who comes first. */
const mayBeLeftOut: ReadonlySet<string> = new Set(['chat.getPermalink'])

/** One call of those that follow from sending the form: the `nth` (from 1) of its method; and what happens to it. */
export type Case = { method: string; nth: number; how: Trouble }

/** Every trouble at every call of a declaration, which is learned from a clean one. Throws when that one is not clean. */
export async function everyCase(): Promise<Case[]> {
  await using stage = await openStage()
  const { driver } = stage
  const form = await openForm(driver, await mention(driver))
  const before = (await driver.calls()).at(-1)?.seq ?? 0
  await submit(driver, form, '障害')
  await stage.quiet()
  const found = wrongs(await driver.state(), { declarations: 1, ...policyOfA })
  if (found.length > 0) throw new Error(found.join('\n'))
  const seen = new Map<string, number>()
  return (await driver.calls(before)).flatMap(({ method }) => {
    const nth = (seen.get(method) ?? 0) + 1
    seen.set(method, nth)
    return troubles.map((how) => ({ method, nth, how }))
  })
}

/** Declares once for each case; what is not as it must be, in words. After a find its workspace is left. */
export async function tryAll(cases: readonly Case[]): Promise<string[]> {
  const waiting: Case[][] = []
  for (let at = 0; at < cases.length; at += declarationsPerStage) {
    waiting.push(cases.slice(at, at + declarationsPerStage))
  }
  const found: string[] = []
  const work = async () => {
    for (let batch = waiting.shift(); batch; batch = waiting.shift()) found.push(...(await tryInOnePlace(batch)))
  }
  await Promise.all(Array.from({ length: stagesAtOnce }, work))
  return found
}

async function tryInOnePlace(cases: readonly Case[]): Promise<string[]> {
  await using stage = await openStage()
  for (const [index, each] of cases.entries()) {
    const found = await tryOne(stage, each, index + 1).catch((error: unknown) => [String(error)])
    if (found.length > 0) return found.map((wrong) => `${each.how} at ${each.method} ${each.nth}: ${wrong}`)
  }
  return []
}

async function tryOne({ driver, line, quiet }: Stage, call: Case, declarations: number): Promise<string[]> {
  const form = await openForm(driver, await mention(driver))
  line.trouble(call)
  const sent = await submit(driver, form, `${call.how} ${call.method}`)
  await quiet()
  const state = await driver.state()
  const found = [
    ...(sent.ok ? [] : [`the form was refused: ${JSON.stringify(sent)}`]),
    ...(line.spent() || mayBeLeftOut.has(call.method) ? [] : ['the call did not come']),
    ...wrongs(state, { declarations, ...policyOfA }),
    ...receiptWrongs(state),
  ]
  const receipt = viewOf(state)
  if (receipt) await driver.act({ as: declarer, do: 'close', view_id: receipt.id })
  return found
}
