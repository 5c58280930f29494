import type { ActAnswer, Channel, State } from '../../sandbox/protocol.ts'
import { chooseVerb } from '../harness/choose-verb.ts'
import { until } from '../harness/until.ts'
import { declarer, viewOf, wordsOf } from './declaring.ts'
import { doubles, markOf, policyOfA } from './records.ts'
import type { Stage } from './stage.ts'

/** The card in an incident's channel. */
export const cardIn = (channel: Channel | undefined) => channel?.messages.find((each) => markOf(each)?.slot === 'card')

/** The verbs of a response in their order, with the form's values where there is one. */
const steps: { verb: string; values?: Record<string, unknown> }[] = [
  { verb: 'take-handler' },
  { verb: 'set-level', values: { level: 'level3', reason: '影響が広い' } },
  { verb: 'edit-summary', values: { summary: 'ログインできない', impact: '全員' } },
  { verb: 'recover', values: { permanence: 'permanent' } },
  { verb: 'complete', values: { waivers: '残りは来週続ける' } },
]

/**
 * Takes every step that is still to be taken. With a `broken` method its steps may not come about; the person must be told,
 * which is all that is looked at then.
 */
export async function drive(
  { driver, app }: Stage,
  ours: (state: State) => Channel | undefined,
  broken: string | undefined,
  isRefused: boolean,
): Promise<string[]> {
  const channel = ours(await driver.state())
  const card = cardIn(channel)
  if (!channel || !card) return ['there is no card to press on']
  const { db } = app.world
  const subject = `incident:${card.metadata?.event_payload.incident}`
  const done = new Set(
    (await until(() => db.read.selectFrom('facts').select('type').where('subject', '=', subject).execute())).map(
      (each) => each.type,
    ),
  )
  for (const { verb, values } of steps) {
    if (done.has(factOf[verb] ?? '')) continue
    const press = { as: declarer, channel: channel.id, ts: card.ts }
    const click = () => chooseVerb(driver, press, verb)
    const opens = async () => {
      const answer = offered(await click())
      if (values && !answer.view) throw new Error(`The form of ${verb} does not open`)
      return answer
    }
    const pressed = broken ? await click() : await until(opens)
    // A card that cannot be edited does not offer it yet.
    if (!pressed.ok) return []
    if (!values) continue
    const view = pressed.view ?? viewOf(await driver.state())
    if (view?.callback_id !== `incident.${verb}`) {
      if (broken !== 'views.open') return [`the form of ${verb} did not open`]
      if (!isRefused) return []
      return until(async () => {
        const { messages } = (await driver.state()).channels.find((each) => each.id === channel.id) ?? { messages: [] }
        const told = messages.some((each) => each.ephemeral_to && wordsOf(each).includes('もう一度押してください'))
        if (!told) throw new Error('nobody is told that the form did not open')
        return []
      }).catch((error: unknown) => [String(error)])
    }
    const sent = await driver.act({ as: declarer, do: 'submit', view_id: view.id, values })
    if (!sent.ok) return [`the form of ${verb} was refused: ${sent.error}`]
    if (Object.keys(sent.ack?.errors ?? {}).length > 0) return [`${verb}: ${JSON.stringify(sent.ack?.errors)}`]
  }
  return []
}

/** Throws until the card offers what was chosen. */
function offered(answer: ActAnswer): Extract<ActAnswer, { ok: true }> {
  if (!answer.ok) throw new Error(`It cannot be pressed: ${answer.error}`)
  return answer
}

const factOf: Record<string, string> = {
  'take-handler': 'roles.handler_taken',
  'set-level': 'incident.level_set',
  'edit-summary': 'incident.summary_edited',
  recover: 'incident.recovered',
  complete: 'incident.completed',
}

/** After everything has passed: the card says that it is over, every channel heard of each thing once. */
export async function wrongsOfTheEnd(
  { driver }: Stage,
  ours: (state: State) => Channel | undefined,
): Promise<string[]> {
  const state = await driver.state()
  const channel = ours(state)
  const card = cardIn(channel)
  const incident = card && markOf(card)?.subject
  const found = wordsOf(card).includes('完了') ? [] : [`the card says ${wordsOf(card)}`]
  for (const name of policyOfA.told) {
    const there = state.channels.find((each) => each.name === name)
    const messages = there?.messages.filter((each) => markOf(each)?.subject === incident) ?? []
    const slots = messages.flatMap((each) => markOf(each)?.slot ?? [])
    for (const fact of ['level_set', 'recovered', 'completed']) {
      const count = slots.filter((slot) => slot.startsWith(`announce:incident.${fact}:`)).length
      if (count !== 1) found.push(`#${name} heard ${count} times of ${fact}`)
    }
    const broadcast = messages.find((each) => markOf(each)?.slot.startsWith('broadcast:'))
    if (!wordsOf(broadcast).includes('完了')) found.push(`#${name} still reads ${wordsOf(broadcast)}`)
  }
  return [...found, ...doubles(state)]
}
