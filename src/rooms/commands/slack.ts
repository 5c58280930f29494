import type { BlockAction, ButtonAction, StaticSelectAction } from '@slack/bolt'
import { z } from 'zod'
import { type Block, readValues, section } from '../../kit/block-kit/index.ts'
import type { Doors } from '../../kit/slack/doors.ts'
import { incidentChannelById, incidentOf } from '../channel/index.ts'
import { Refusal, type World } from '../facts/index.ts'
import { slotOfMessage } from '../projection/index.ts'
import { situationOf } from '../situation/index.ts'
import { failureWords, formErrors, openForm, tell, voiceFor } from './answers.ts'
import { formId } from './command.ts'
import { menuActionId, nextActionId } from './controls.ts'
import { commands } from './registry.ts'
import { verbOf, verbs } from './verb.ts'

type Click = BlockAction<ButtonAction | StaticSelectAction>

/** Buttons, menus and forms of every verb. */
export function registerCommands(doors: Doors, world: World): void {
  const { app, slack } = doors

  const onClick = async (body: Click, ack: () => Promise<void>) => {
    const [action] = body.actions
    const user = body.user.id
    const channel = body.channel?.id
    const voice = await voiceFor(world, user)
    try {
      const verb = verbOf(action?.type === 'button' ? action.value : action?.selected_option.value)
      const incidentId = await incidentOfClick(body, action?.block_id)
      const situation = incidentId ? await situationOf(world.db.read, incidentId) : undefined
      if (!situation || !verb) throw new Refusal('incident-unknown')
      const command = commands[verb]
      if (command.form) {
        const view = command.form(situation, voice, world.clock.now())
        await openForm(world, slack, body.trigger_id, view, { id: user, channel, voice })
        return await ack()
      }
      const answer = await command.run(world, { by: user, incidentId: situation.incident.id, values: {} }, voice)
      await ack()
      if (answer) await tell(slack, user, channel, answer)
    } catch (error) {
      await ack()
      const text = failureWords(world, error, voice, 'click')
      await tell(slack, user, channel, { text, blocks: [section(text)] })
    }
  }

  /** Which incident a click is about: the block says so, else the message is one of our slots, else the channel is its. */
  async function incidentOfClick(body: Click, blockId: string | undefined): Promise<string | undefined> {
    const named = blockId ? incidentOf(blockId) : undefined
    if (named) return named
    const channel = body.channel?.id
    if (!channel) return undefined
    const slot = body.message ? await slotOfMessage(world.db.read, channel, body.message.ts) : undefined
    if (slot) return incidentOf(slot.subject)
    return (await incidentChannelById(world.db.read, channel))?.incidentId
  }

  for (const actionId of [nextActionId, menuActionId]) {
    app.action<Click>(actionId, ({ body, ack }) => onClick(body, ack))
  }

  for (const verb of verbs) {
    app.view({ callback_id: formId(verb), type: 'view_submission' }, async ({ ack, body, view }) => {
      const voice = await voiceFor(world, body.user.id)
      try {
        const { incident } = metadata.parse(JSON.parse(view.private_metadata))
        await commands[verb].run(
          world,
          { by: body.user.id, incidentId: incident, values: readValues(view.state.values) },
          voice,
        )
        await ack()
      } catch (error) {
        await ack(formErrors(world, error, voice, firstField(view.blocks)))
      }
    })
  }
}

const metadata = z.object({ incident: z.string() })

const firstField = (blocks: readonly { type: string; block_id?: string }[]): string =>
  blocks.find((block): block is Block & { block_id: string } => block.type === 'input')?.block_id ?? ''
