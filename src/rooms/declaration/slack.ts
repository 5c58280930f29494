import type { BlockAction, ButtonAction, GlobalShortcut, MessageShortcut } from '@slack/bolt'
import { z } from 'zod'
import { readValues } from '../../kit/block-kit/index.ts'
import type { Doors } from '../../kit/slack/doors.ts'
import { channelOf } from '../channel/index.ts'
import { failureWords, formErrors, openForm, openList, tell, voiceFor } from '../commands/index.ts'
import { plainWords } from '../directory/index.ts'
import type { World } from '../facts/index.ts'
import { type DeclareInput, declare } from '../incident/index.ts'
import { originOfInvitation } from './invitation-origin.ts'
import { inviteToDeclare } from './invite-to-declare.ts'
import { declareForm, declareFormId, openFormActionId, receipt } from './messages.ts'

const mention = z.object({
  channel: z.string(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  user: z.string().optional(),
})
const messageKey = z.object({ ts: z.string(), thread_ts: z.string().optional() })
const place = z.object({ channelId: z.string(), ts: z.string(), threadTs: z.string().nullable() })
const metadata = z.object({ invitation: z.string().optional(), origin: place.optional() })

/** Every way in: mention, button, command, shortcuts, and the form itself. */
export function registerDeclaration({ app, slack, on }: Doors, world: World): void {
  on('app_mention', async ({ event }) => {
    const { channel, ts, thread_ts, user } = mention.parse(event)
    if (user) await inviteToDeclare(world, { channel, ts, threadTs: thread_ts ?? null, by: user })
  })

  app.action<BlockAction<ButtonAction>>(openFormActionId, async ({ body, action, ack }) => {
    const voice = await voiceFor(world, body.user.id)
    const view = declareForm({ invitationId: action.value }, voice)
    await openForm(world, slack, body.trigger_id, view, { id: body.user.id, channel: body.channel?.id, voice })
    await ack()
  })

  app.shortcut<GlobalShortcut>('incident.declare.shortcut', async ({ shortcut, ack }) => {
    const voice = await voiceFor(world, shortcut.user.id)
    const person = { id: shortcut.user.id, channel: undefined, voice }
    await openForm(world, slack, shortcut.trigger_id, declareForm({}, voice), person)
    await ack()
  })

  app.shortcut<MessageShortcut>('incident.declare.from_message', async ({ shortcut, ack }) => {
    const voice = await voiceFor(world, shortcut.user.id)
    const summary = await plainWords(world.db.read, shortcut.message.text ?? '')
    const { ts, thread_ts } = messageKey.parse(shortcut.message)
    const threadTs = thread_ts && thread_ts !== ts ? thread_ts : null
    const origin = { channelId: shortcut.channel.id, ts, threadTs }
    const view = declareForm({ summary, origin }, voice)
    await openForm(world, slack, shortcut.trigger_id, view, {
      id: shortcut.user.id,
      channel: shortcut.channel.id,
      voice,
    })
    await ack()
  })

  app.command('/incident', async ({ command, ack }) => {
    const voice = await voiceFor(world, command.user_id)
    const person = { id: command.user_id, channel: command.channel_id, voice }
    try {
      if (/^(list|一覧)$/i.test(command.text.trim())) {
        const list = await openList(world.db.read, voice)
        await ack()
        await tell(slack, command.user_id, command.channel_id, list)
        return
      }
      const view = declareForm({ summary: command.text.trim() }, voice)
      await openForm(world, slack, command.trigger_id, view, person)
      await ack()
    } catch (error) {
      await ack({ response_type: 'ephemeral', text: failureWords(world, error, voice, 'click') })
    }
  })

  app.view({ callback_id: declareFormId, type: 'view_submission' }, async ({ ack, body, view }) => {
    const voice = await voiceFor(world, body.user.id)
    try {
      const { invitation, origin } = metadata.parse(JSON.parse(view.private_metadata || '{}'))
      const incident = await declare(world, readForm(view.state.values), {
        by: body.user.id,
        locale: voice.locale,
        viewId: view.id,
        invitationId: invitation ?? null,
        origin: origin ?? (await originOfInvitation(world.db.read, invitation)),
      })
      const channel = await channelOf(world.db.read, incident.id)
      if (!channel) throw new Error(`No channel is reserved for ${incident.id}`)
      await ack({ response_action: 'update', view: receipt({ channel, problems: [] }, voice) })
    } catch (error) {
      await ack(formErrors(world, error, voice, 'summary'))
    }
  })
}

/** The form's answers as the verb wants them; the verb checks them. */
function readForm(values: unknown): DeclareInput {
  const answers = readValues(values)
  const text = (id: string) => (typeof answers[id] === 'string' ? answers[id] : undefined)
  const seconds = answers.detected_at
  return {
    service: text('service') ?? '',
    summary: text('summary') ?? '',
    urgency: text('urgency'),
    types: (Array.isArray(answers.type) ? answers.type : []) as DeclareInput['types'],
    kind: (text('kind') ?? 'real') as DeclareInput['kind'],
    visibility: (text('visibility') ?? 'public') as DeclareInput['visibility'],
    detectedAt: typeof seconds === 'number' ? new Date(seconds * 1000) : null,
  }
}
