import { setTimeout as wait } from 'node:timers/promises'
import type { Fault } from '../../../sandbox/protocol.ts'
import type { DatabaseName } from '../../harness/database.ts'
import { viewOf, wordsOf } from '../declaring.ts'
import { channelsOfBot } from '../records.ts'
import { cardIn } from '../responding.ts'
import type { Case, Told } from './matrix.ts'
import { differences, pictureOf } from './picture.ts'
import { response, type Step } from './response.ts'
import { lateMs, type MomentOfResponse, openResponseStage, type ResponseStage } from './stage.ts'

/** A response in which nothing goes wrong: what stands after each step, and which methods each calls. */
type Undisturbed = {
  pictures: ReadonlyMap<string, string[]>
  methods: ReadonlyMap<string, ReadonlySet<string>>
}

/** The steps of the response, and the coming of the bot before. */
const boot = 'boot'

/** A bot that has gone through the response once, and how all stood before each step. */
type Ground = Undisturbed & { set: ResponseStage; before: ReadonlyMap<string, MomentOfResponse> }

/** `until`: the last step that is taken; the whole response by default. */
async function openGround(database: DatabaseName, hasty: boolean, until?: string): Promise<Ground> {
  const set = await openResponseStage({ database, hasty })
  const { driver, app } = set.stage
  const methods = new Map<string, ReadonlySet<string>>()
  const pictures = new Map<string, string[]>()
  const before = new Map<string, MomentOfResponse>()
  const note = async (name: string, since: number) => {
    methods.set(name, new Set(set.stage.sandbox.calls.after(since).map((call) => call.method)))
    pictures.set(name, await pictureOf(await driver.state(), app.world))
  }
  await set.settled()
  await note(boot, 0)
  for (const step of response) {
    const since = lastCall(set)
    before.set(step.name, await set.keep())
    if ((await step.act(set)) !== 'done') throw new Error(`${step.name} does not come about`)
    const left = await set.settled()
    if (left.length > 0) throw new Error(`After ${step.name}: ${left.join()}`)
    await note(step.name, since)
    if (step.name === until) break
  }
  return { set, before, pictures, methods }
}

const lastCall = ({ stage }: ResponseStage): number => stage.sandbox.calls.seq

const meetsAt = ({ method, row }: Case, clean: Undisturbed, step: string): boolean =>
  row.provoke?.at === step || (clean.methods.get(step)?.has(method) ?? false)

/** A bot that has learnt who it is does not ask again. */
const isAskedOnce = ({ method }: Case): boolean => method === 'auth.test'

/** Without knowing itself the bot does not come: whoever starts it sees that. */
const isAtBoot = (each: Case, clean: Undisturbed): boolean => !isAskedOnce(each) && meetsAt(each, clean, boot)

const faultOf = ({ method, trouble }: Case): Fault => ({ method, ...trouble.fault })

/** What passes by a call that is given up: the bot of such a case has little patience. */
const isHasty = ({ trouble }: Case): boolean => trouble.name === 'time-out'

/** A bot that meets the trouble as it comes: once it has passed, all must stand as after any other start. */
async function tryTheBoot(each: Case, clean: Undisturbed, database: DatabaseName): Promise<string[]> {
  await using set = await openResponseStage({ database, hasty: isHasty(each), trouble: faultOf(each) })
  await set.settled()
  return (await differing(set, each, clean, boot)).map(
    (what) => `${each.method} ${each.trouble.name} at ${boot}: ${what}`,
  )
}

/** What is met once in the life of a bot has one of its own, which goes through the whole response. */
async function tryFromTheStart(each: Case, clean: Undisturbed, database: DatabaseName): Promise<string[]> {
  await using set = await openResponseStage({ database, hasty: isHasty(each) })
  const found: string[] = []
  const last = lastStepOf(each, clean)
  for (const [at, step] of response.entries())
    if (at <= last) found.push(...(await (meetsAt(each, clean, step.name) ? troubled : untroubled)(set, each, step)))
  return [...found, ...(await compared(set, each, clean, last))]
}

/**
 * Any other case: each step that calls the method is taken with the trouble, from how all stood before it in every case. It need not be
 * repaired at once: steps that follow are taken without trouble until all is as it would have been, at most to the last that counts.
 */
async function tryEachStep({ set, before }: Ground, each: Case, clean: Undisturbed): Promise<string[]> {
  const last = lastStepOf(each, clean)
  if (last < 0 && !isAtBoot(each, clean)) return [`${each.method}: no step calls it`]
  for (const [at, step] of response.entries()) {
    const moment = before.get(step.name)
    if (at > last || !moment || !meetsAt(each, clean, step.name)) continue
    await set.goBack(moment)
    const found = await troubled(set, each, step)
    let wrong = await compared(set, each, clean, at)
    for (const [n, next] of response.entries()) {
      if (n <= at || n > last || wrong.length === 0) continue
      found.push(...(await untroubled(set, each, next)))
      wrong = await compared(set, each, clean, n)
    }
    if (found.length + wrong.length > 0) return [...found, ...wrong]
  }
  return []
}

/** After this step all must be as it would have been. */
const lastStepOf = (each: Case, clean: Undisturbed): number =>
  Math.max(
    response.findLastIndex((step) => meetsAt(each, clean, step.name)),
    response.findIndex((step) => step.name === each.row.until),
  )

const wordsFor =
  ({ method, trouble }: Case, step: string) =>
  (what: string) =>
    `${method} ${trouble.name} at ${step}: ${what}`

/** What stands otherwise than after this step of an undisturbed response. */
async function compared(set: ResponseStage, each: Case, clean: Undisturbed, at: number): Promise<string[]> {
  const { name = boot } = response[at] ?? {}
  return (await differing(set, each, clean, name)).map(wordsFor(each, name))
}

async function differing(
  { stage }: ResponseStage,
  { method }: Case,
  clean: Undisturbed,
  step: string,
): Promise<string[]> {
  const picture = await pictureOf(await stage.driver.state(), stage.app.world)
  return differences(picture, clean.pictures.get(step) ?? []).filter((one) => !isLeftBehind(method, one))
}

async function untroubled(set: ResponseStage, each: Case, step: Step): Promise<string[]> {
  const found = (await step.act(set)) === 'done' ? [] : ['it does not come about']
  const left = await set.settled()
  return [...found, ...(left.length > 0 ? [left.join()] : [])].map(wordsFor(each, step.name))
}

/** Takes a step while the trouble is there, and waits until it has passed. What is not as it must be, in words. */
async function troubled(set: ResponseStage, { method, row, trouble }: Case, step: Step): Promise<string[]> {
  const { driver } = set.stage
  const found: string[] = []
  const since = lastCall(set)
  const linesBefore = set.stage.errors.length
  const before = await heard(set, step.by)
  if (row.provoke?.at === step.name) await driver.fault({ method: row.provoke.method, cut: 'after', times: 1 })
  await driver.fault({ method, ...trouble.fault })
  const came = await step.act(set)
  // A call that was given up has not landed yet: Slack's time must not leap over that.
  const leaping = trouble.name !== 'time-out'
  const isCalled = async () => set.stage.sandbox.calls.after(since).some((call) => call.method === method)
  if (!(await set.comes(isCalled, leaping))) found.push('the call did not come')
  const where = placeOf(row.told?.[step.name] ?? 'log', trouble.name)
  const told =
    where === 'form'
      ? came === 'again'
      : await set.comes(() => isTold(set, where, step.by, { linesBefore, before, method }), leaping)
  if (!told) found.push(`nobody is told (${where})`)
  await driver.clearFaults()
  if (trouble.name === 'time-out') await wait(lateMs)
  set.slackClock.leap(3_000)
  const left = await set.settled()
  if (left.length > 0) found.push(`it does not repair itself: ${left.join()}`)
  if (came === 'again') {
    if ((await step.act(set)) !== 'done') found.push('it does not come about when it is tried again')
    await set.settled()
  }
  return found.map(wordsFor({ method, row, trouble }, step.name))
}

/** What passes within seconds is told only to who waits before a form. */
const placeOf = (told: Told, trouble: string): Told =>
  (trouble === '429' || trouble === 'time-out') && told === 'card' ? 'log' : told

/** What one person alone was told so far. */
async function heard({ stage }: ResponseStage, handle: string): Promise<number> {
  const state = await stage.driver.state()
  const id = state.users.find((each) => each.name === handle)?.id ?? ''
  return state.channels.flatMap((channel) =>
    channel.messages.filter((each) => each.ephemeral_to === id || (channel.is_im && channel.members.includes(id))),
  ).length
}

async function isTold(
  set: ResponseStage,
  where: Exclude<Told, 'form'>,
  by: string,
  { linesBefore, before, method }: { linesBefore: number; before: number; method: string },
): Promise<boolean> {
  const { driver, errors } = set.stage
  switch (where) {
    case 'log':
      return errors.slice(linesBefore).some((line) => line.includes(`"method":"${method}"`))
    case 'alone':
      return (await heard(set, by)) > before
    case 'receipt':
      return /作れ(ません|ていません)|待/.test(wordsOf(viewOf(await driver.state())))
    case 'card':
      return /(できません|られません|置けません|作れません|送れません|せません|cannot)/.test(
        wordsOf(cardIn(channelsOfBot(await driver.state())[0])),
      )
  }
}

/**
 * Tries all, some side by side, over the whole response or only as far as `until`; every find in words. A bot is put back to where each
 * step begins; after a find it is left, and the next case gets a new one.
 */
export async function tryCases(cases: readonly Case[], database: DatabaseName, until?: string): Promise<string[]> {
  const kept: Ground[] = [await openGround(database, false, until)]
  const clean = kept[0] as Undisturbed
  const found: string[] = []
  let secondTries = 0
  const outcomeOf = async (each: Case, grounds: Ground[]): Promise<string[]> => {
    try {
      if (isAskedOnce(each)) return await tryFromTheStart(each, clean, database)
      const atBoot = isAtBoot(each, clean) ? await tryTheBoot(each, clean, database) : []
      if (atBoot.length > 0) return atBoot
      const ground = grounds.pop() ?? (await openGround(database, isHasty(each), until))
      const outcome = await tryEachStep(ground, each, clean).catch((error: unknown) => [String(error)])
      if (outcome.length === 0) grounds.push(ground)
      else await ground.set[Symbol.asyncDispose]()
      return outcome
    } catch (error) {
      return [`${each.method} ${each.trouble.name}: ${error}`]
    }
  }
  const work = async (waiting: Case[], grounds: Ground[]) => {
    for (let each = waiting.shift(); each; each = waiting.shift()) {
      const first = await outcomeOf(each, grounds)
      if (first.length === 0) continue
      // On a busy machine a click may wait longer than Slack does: said aloud, and tried once more.
      console.warn(`A second try: ${first.join('\n')}`)
      secondTries += 1
      found.push(...(secondTries > mostSecondTries ? first : await outcomeOf(each, grounds)))
    }
  }
  const [hasty, calm] = [cases.filter(isHasty), cases.filter((each) => !isHasty(each))]
  const hastyGrounds: Ground[] = []
  await Promise.all([
    ...Array.from({ length: calmAtOnce }, () => work(calm, kept)),
    ...Array.from({ length: hastyAtOnce }, () => work(hasty, hastyGrounds)),
  ])
  for (const { set } of [...kept, ...hastyGrounds]) await set[Symbol.asyncDispose]()
  return found
}

/** Some eighty cases have so many second tries: as many as a whole run may have. */
const mostSecondTries = 2

/**
 * What refused edits alone leave behind: an answer to a mention is posted anew and the old one stays, and so does the message that stood
 * in for the card.
 */
const isLeftBehind = (method: string, difference: string): boolean =>
  method === 'chat.update' && /^too much: #\S+ (invitation|card-again)( pinned)?: /.test(difference)

/** Two files are tried at once, on two processors. Those that wait for a call to be given up do little else. */
const calmAtOnce = 2
const hastyAtOnce = 2
