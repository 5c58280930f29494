import type { ActAnswer, Channel, Message, User, View } from '../../sandbox/protocol.ts'
import type { Driver } from '../../sandbox/server/testing/driver.ts'
import { noteDeed } from '../harness/ledger.ts'
import { inSlot } from './sights.ts'
import type { Stage } from './stage.ts'

type Deed = Parameters<Driver['act']>[0]
type Done = Extract<ActAnswer, { ok: true }>

/** What a form answers: what it complains of by field, and the view that is open afterwards. */
export type Answered = { errors: Record<string, string>; view: View | null }

/** Someone of the workspace, doing what people do in Slack's client. */
export type PersonOnStage = {
  user(): Promise<User>
  /** Does anything else. Throws when the workspace does not let them. */
  do(deed: Deed): Promise<Done>
  /** Posts in a channel, and answers the message's ts. */
  says(channel: string, text: string, threadTs?: string): Promise<string>
  /** Presses a button, or chooses in a menu: `value` is the option then. */
  presses(channel: string, message: Message, actionId: string, value?: string): Promise<void>
  /** Chooses a verb in the menu of an incident's card, or where that has no room for it, among all actions behind it. */
  chooses(channel: string, verb: string): Promise<void>
  /** Presses the card's next step. */
  takesNextStep(channel: string): Promise<void>
  /** The form before them. Throws when there is none. */
  form(): Promise<View>
  /** Sends the form before them. */
  sends(values?: Record<string, unknown>): Promise<Answered>
  /** Chooses a verb, sends its form, and answers by field what that complains of, once all that follows is done. */
  does(channel: string, verb: string, values?: Record<string, unknown>): Promise<Record<string, string>>
  /** Declares by the shortcut, and answers the name of the incident's channel once all of it stands. */
  declares(values?: Record<string, unknown>): Promise<string>
  /** What only they see in a channel, oldest first. */
  alone(channel: string): Promise<Message[]>
  /** Their conversation with the bot, oldest first. */
  direct(): Promise<Message[]>
}

/** A message that stands for an answer within a form. */
const answered = { ts: '9999999999.000000', text: '' } as Message

/** The options of the menu in a message. */
const menuOf = (message: Message): string[] => {
  const menus = ((message.blocks ?? []) as { elements?: { type?: string; options?: { value: string }[] }[] }[]).flatMap(
    ({ elements = [] }) => elements.filter(({ type }) => type === 'static_select'),
  )
  return menus.flatMap(({ options = [] }) => options.map(({ value }) => value))
}

export function personOnStage(stage: Stage, handle: string): PersonOnStage {
  const person: PersonOnStage = {
    async user() {
      const found = (await stage.state()).users.find((each) => each.name === handle)
      if (!found) throw new Error(`Nobody is called ${handle}`)
      return found
    },
    async do(deed) {
      // Whatever people do takes them a moment.
      await stage.clock.advanceBy(1000)
      noteDeed(deed)
      const answer = await stage.driver.act({ as: handle, ...deed })
      if (!answer.ok) throw new Error(`${handle} cannot ${deed.do}: ${answer.error}`)
      return answer
    },
    async says(channel, text, threadTs) {
      const { ts } = await person.do({ do: 'post', channel, text, ...(threadTs ? { thread_ts: threadTs } : {}) })
      return ts ?? ''
    },
    async presses(channel, message, actionId, value) {
      const { id } = await stage.channel(channel)
      await person.do({ do: 'click', channel: id, ts: message.ts, action_id: actionId, ...(value ? { value } : {}) })
    },
    async chooses(channel, verb) {
      const card = inSlot(await stage.channel(channel), 'card')
      if (menuOf(card).includes(verb)) return person.presses(channel, card, 'incident.menu', verb)
      await person.presses(channel, card, 'incident.menu', 'more')
      await person.do({ do: 'click', view_id: (await person.form()).id, action_id: `incident.${verb}` })
    },
    async takesNextStep(channel) {
      await person.presses(channel, inSlot(await stage.channel(channel), 'card'), 'incident.next')
    },
    async form() {
      const { id } = await person.user()
      const view = (await stage.state()).views[id]
      if (!view) throw new Error(`${handle} has no form open`)
      return view
    },
    async sends(values = {}) {
      const view = await person.form()
      const { ack, view: after } = await person.do({ do: 'submit', view_id: view.id, values })
      return { errors: ack?.errors ?? {}, view: after ?? null }
    },
    async does(channel, verb, values = {}) {
      await person.chooses(channel, verb)
      const { errors } = await person.sends(values)
      await stage.quiet()
      return errors
    },
    async declares(values = {}) {
      const before = new Set((await stage.state()).channels.map((each) => each.id))
      await person.do({ do: 'shortcut', callback_id: 'incident.declare.shortcut' })
      const { errors } = await person.sends({ service: 'a', summary: 'ログインできない', ...values })
      if (Object.keys(errors).length > 0) throw new Error(JSON.stringify(errors))
      await stage.quiet()
      const made = (await stage.state()).channels.filter((each) => !before.has(each.id) && !each.is_im)
      if (made.length !== 1 || !made[0]) throw new Error(`Made were ${made.map((each) => each.name)}`)
      return made[0].name
    },
    async alone(channel) {
      const [{ id }, { id: channelId }] = await Promise.all([person.user(), stage.channel(channel)])
      const shown = stage.eyes.alone(channelId, id)
      const view = (await stage.state()).views[id]
      // Answered where it was pressed: in the list of all actions.
      return view?.callback_id === 'incident.answer' ? [...shown, { ...answered, blocks: view.blocks }] : shown
    },
    async direct() {
      const { id } = await person.user()
      const conversation: Channel | undefined = (await stage.state()).channels.find(
        (each) => each.is_im && each.members.includes(id) && each.members.some((member) => member === 'U0SSSBOT01'),
      )
      return conversation?.messages ?? []
    },
  }
  return person
}
