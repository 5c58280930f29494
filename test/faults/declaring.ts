import type { Message, State, View } from '../../sandbox/protocol.ts'
import type { Driver } from '../../sandbox/server/testing/driver.ts'
import { until } from '../harness/until.ts'
import { channelsOfBot } from './records.ts'

/** The declarer of every story: an engineer of service A who reads Japanese. */
export const declarer = 'tanaka'

/** Mentions the bot; resolves with its answer. */
export async function mention(driver: Driver, as = declarer): Promise<Message> {
  const asked = await driver.act({ as, do: 'post', channel: '#general', text: '@sssbot 助けて' })
  if (!asked.ok || !asked.ts) throw new Error(`The mention was refused: ${JSON.stringify(asked)}`)
  return answerTo(driver, asked.ts)
}

/** The bot's answer to the mention at `ts`, as soon as it is there. */
export const answerTo = (driver: Driver, ts: string): Promise<Message> =>
  until(async () => {
    const answer = (await driver.messages('general')).find((each) => each.bot_id && each.ts > ts)
    if (!answer) throw new Error('The bot does not answer the mention')
    return answer
  })

/** Presses the button of an answer; resolves with the open form. */
export async function openForm(driver: Driver, answer: Message, as = declarer): Promise<View> {
  const press = { as, do: 'click', channel: '#general', ts: answer.ts, action_id: 'incident.declare.open' } as const
  const pressed = await driver.act(press)
  if (!pressed.ok) throw new Error(`The button was refused: ${JSON.stringify(pressed)}`)
  if (pressed.view?.callback_id === 'incident.declare') return pressed.view
  return until(async () => {
    const view = viewOf(await driver.state(), as)
    if (view?.callback_id !== 'incident.declare') throw new Error('The form is not open')
    return view
  })
}

/** Sends the form. */
export const submit = (driver: Driver, view: View, summary: string, as = declarer) =>
  driver.act({ as, do: 'submit', view_id: view.id, values: { service: 'a', summary } })

/** Mention, button, form. Resolves with the form's view once it was acknowledged. */
export async function declare(driver: Driver, summary: string, as = declarer): Promise<View> {
  const view = await openForm(driver, await mention(driver, as), as)
  const sent = await submit(driver, view, summary, as)
  if (!sent.ok) throw new Error(`The form was refused: ${JSON.stringify(sent)}`)
  return view
}

/** What a person sees on top. */
export function viewOf(state: State, handle = declarer): View | undefined {
  const person = state.users.find((each) => each.name === handle)
  return person && state.views[person.id]
}

/** All text of a view or message, as JSON. */
export const wordsOf = (shown: { blocks?: unknown[] } | undefined): string => JSON.stringify(shown?.blocks ?? [])

/** What the declarer still misses: the form must have become a receipt that leads to one of the bot's channels. */
export function receiptWrongs(state: State, handle = declarer): string[] {
  const view = viewOf(state, handle)
  const leads = channelsOfBot(state).some((channel) => wordsOf(view).includes(`<#${channel.id}>`))
  if (view?.callback_id === 'incident.declared' && leads) return []
  return [`the declarer sees ${view ? `${view.callback_id} ${wordsOf(view)}` : 'nothing'}`]
}
