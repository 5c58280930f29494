import type { BlockAction, ButtonAction, StaticSelectAction } from '@slack/bolt'
import { optionsIn, readValues, textMessage } from '../../kit/block-kit/index.ts'
import { readCarried } from '../../kit/lenient.ts'
import type { Doors } from '../../kit/slack/doors.ts'
import { channelOf, incidentChannelById, incidentOf } from '../channel/index.ts'
import { type Command, type Foretell, formId, menuActionId, nextActionId, verbActionId } from '../faces/index.ts'
import { Refusal, type World } from '../facts/index.ts'
import { slotOfMessage } from '../projection/index.ts'
import { situationOf } from '../situation/index.ts'
import type { Heard } from '../words/index.ts'
import { admit, admitForm } from './admit.ts'
import { failureWords, formErrors, openForm, tell, voiceFor } from './answers.ts'
import { formOf } from './draw.ts'
import { fieldName, renamed } from './fresh-fields.ts'
import { orderLateDraft } from './late-draft.ts'
import { registerMenus } from './menus.ts'
import {
  carriedAlong,
  doneWords,
  isOfAll,
  laidOver,
  putInPlace,
  redraw,
  showInstead,
  verbOfForm,
} from './over-a-form.ts'
import { placeOf } from './place.ts'
import { filled, momentOf } from './prefill.ts'
import { commandOf, commands } from './registry.ts'
import { readSaid, saidActionId } from './said.ts'
import { sendForm } from './send-form.ts'

type Click = BlockAction<ButtonAction | StaticSelectAction>

/** Buttons, menus and forms of every verb; `foretell` says before what will be told. */
export function registerCommands(doors: Doors, world: World, foretell: Foretell): void {
  const { app, slack } = doors

  const onClick = async (
    { body, ack }: { body: Click; ack: () => Promise<void> },
    command: Command | undefined,
    argument: string | null,
    heard?: Heard,
  ) => {
    const [action] = body.actions
    const user = body.user.id
    const where = placeOf(body)
    const voice = await voiceFor(world, user)
    try {
      const incidentId = await incidentOfClick(body, action?.block_id)
      const situation = incidentId ? await situationOf(world.db.read, incidentId) : undefined
      if (!situation || !command) throw new Refusal('incident-unknown')
      await admit(world, situation, user, where?.channel)
      const drawn = await formOf(world, command, { situation, by: user, argument, foretell }, voice)
      const view = drawn && heard ? filled(drawn, command.spoken.fills, heard, momentOf(world, voice)) : drawn
      const below = body.view?.type === 'modal' ? body.view : undefined
      if (view) {
        if (below && command.replaces?.(argument)) {
          await ack()
          return await putInPlace({ world, slack }, below, view)
        }
        const shown = below ? laidOver(view, below) : view
        const order = (id: string, hash: string | undefined) => {
          const open = { id, hash, callback_id: shown.callback_id, private_metadata: shown.private_metadata ?? '' }
          return orderLateDraft(world, command, { situation, by: user, argument, view: open }, voice)
        }
        const person = { id: user, channel: where, voice }
        await openForm(world, slack, body.trigger_id, shown, person, order, Boolean(below))
        await ack()
        return await command.seen?.(world, { by: user, incidentId: situation.incident.id })
      }
      const order = { by: user, incidentId: situation.incident.id, values: {}, argument }
      const answer = await command.run(world, order, voice)
      await ack()
      if (below && isOfAll(below)) {
        const told = answer ?? textMessage(doneWords(command.label(voice.locale), voice))
        return await showInstead({ world, slack }, below.id, told, voice)
      }
      if (below) await redraw({ world, slack }, below, situation.incident.id, user, command.fillsIn)
      if (answer) await tell(world, slack, user, where, answer, 'news', situation.incident.id)
    } catch (error) {
      await ack()
      const words = textMessage(failureWords(world, error, voice, 'click'))
      const form = body.view
      if (form && isOfAll(form)) return await showInstead({ world, slack }, form.id, words, voice)
      await tell(world, slack, user, where, words)
    }
  }

  /** Which incident a click is about: the block says so, else the message is one of our slots, else the channel is its. */
  async function incidentOfClick(body: Click, blockId: string | undefined): Promise<string | undefined> {
    const named = blockId ? incidentOf(blockId)?.split('#', 1)[0] : undefined
    if (named) return named
    const channel = body.channel?.id
    if (!channel) return undefined
    const slot = body.message ? await slotOfMessage(world.db.read, channel, body.message.ts) : undefined
    if (slot) return incidentOf(slot.subject)
    return (await incidentChannelById(world.db.read, channel))?.incidentId
  }

  registerMenus(
    doors,
    world,
    (callbackId) => verbOfForm(callbackId) !== undefined,
    async ({ callback_id: callbackId, private_metadata: kept, blockId }, by, voice) => {
      const { incident, argument = null } = readCarried(carriedAlong, kept)
      await admitForm(world, incident, by)
      const [situation, command] = [await situationOf(world.db.read, incident), commandOf(verbOfForm(callbackId))]
      const form = situation && command && (await formOf(world, command, { situation, by, argument }, voice))
      return form ? optionsIn(form, blockId) : []
    },
  )

  for (const actionId of [nextActionId, menuActionId]) {
    app.action<Click>(actionId, (click) => onClick(click, commandOf(valueIn(click.body)), null))
  }

  app.action<Click>(saidActionId, (click) => {
    const said = readSaid(valueIn(click.body))
    return onClick(click, commandOf(said?.verb), said?.argument ?? null, said?.heard)
  })

  for (const command of Object.values<Command>(commands)) {
    app.action<Click>(verbActionId(command.verb), (click) => onClick(click, command, valueIn(click.body) ?? null))
    app.view({ callback_id: formId(command.verb), type: 'view_submission' }, async ({ ack, body, view }) => {
      const voice = await voiceFor(world, body.user.id)
      try {
        const { incident, argument = null, over, seen } = readCarried(carriedAlong, view.private_metadata)
        await admitForm(world, incident, body.user.id)
        const values = renamed(readValues(view.state.values), fieldName)
        const order = { by: body.user.id, incidentId: incident, values, argument, viewId: view.id }
        const sent = await sendForm(world, command, { ...order, seen, kept: view.private_metadata }, voice)
        if (sent.is === 'crossed') return await ack({ response_action: 'update', view: sent.view })
        const { answer } = sent
        // The list of all actions has done its part.
        if (over === 'more' || command.closesAll) await ack({ response_action: 'clear' })
        else await ack()
        if (over && over !== 'more' && !command.closesAll && view.previous_view_id) {
          const below = { id: view.previous_view_id, callback_id: formId(over), private_metadata: '' }
          await redraw({ world, slack }, below, incident, body.user.id)
        }
        if (answer)
          await tell(
            world,
            slack,
            body.user.id,
            (await channelOf(world.db.read, incident))?.channelId ?? undefined,
            answer,
            'news',
            incident,
          )
      } catch (error) {
        const shown = fieldsOf(view.blocks)
        const [first = '', ...rest] = shown.map(fieldName)
        const { errors } = formErrors(world, error, voice, first, [first, ...rest])
        const asShown = (field: string) => shown.find((each) => fieldName(each) === field) ?? field
        await ack({ response_action: 'errors', errors: renamed(errors, asShown) })
      }
    })
  }
}

/** What the pressed button or the chosen option says. */
function valueIn({ actions: [action] }: Click): string | undefined {
  // What is odd was left out where it arrived.
  const chosen: { value: string } | undefined = action?.type === 'button' ? undefined : action?.selected_option
  return action?.type === 'button' ? action.value : chosen?.value
}

const fieldsOf = (blocks: readonly { type: string; block_id?: string }[]): string[] =>
  blocks.flatMap(({ type, block_id: id }) => (type === 'input' && id ? [id] : []))
