import type {
  BlockAction,
  ButtonAction,
  CheckboxesAction,
  GlobalShortcut,
  MessageShortcut,
  StaticSelectAction,
} from '@slack/bolt'
import { type FieldValue, optionsIn, readValues, textMessage } from '../../kit/block-kit/index.ts'
import { mustRead } from '../../kit/lenient.ts'
import type { Doors } from '../../kit/slack/doors.ts'
import { shownIn, unquoted } from '../../kit/slack/visible/index.ts'
import { join } from '../assembly/index.ts'
import { channelOf } from '../channel/index.ts'
import { failureWords, formErrors, placeOf, registerMenus, tell, voiceFor } from '../commands/index.ts'
import { plainWords } from '../directory/index.ts'
import { joinedMessage, linkedOutsideWords } from '../faces/index.ts'
import { person, type World } from '../facts/index.ts'
import { declare, perform } from '../incident/index.ts'
import { endForm } from './compose.ts'
import {
  declareForm,
  declareFormId,
  joinActionId,
  joinedView,
  readersActionIds,
  serviceActionId,
  wasSetPrivate,
} from './declare-form.ts'
import { invitationOf } from './invitation.ts'
import { originOfInvitation } from './invitation-origin.ts'
import { createLastChoices } from './last-choice.ts'
import { linkHere } from './link-here.ts'
import { anotherActionId, linkActionId, openFormActionId, receipt } from './messages.ts'
import { type Opener, type Opening, openDeclareForm } from './open-form.ts'
import { openOfService } from './open-of-service.ts'
import { messageShortcutKey, readForm, readMetadata } from './payloads.ts'
import { privateActionId } from './readers.ts'
import { toldOutside } from './told-outside.ts'

/** The form and its ways in by button and shortcut; words come by the room 'talk'. */
export function registerDeclaration(doors: Doors, world: World): void {
  registerMenus(
    doors,
    world,
    (callbackId) => callbackId === declareFormId,
    async ({ blockId }, _by, voice) => optionsIn(declareForm({ values: {}, open: [] }, voice), blockId),
  )

  registerWaysIn(doors, world)
  registerLink(doors, world)
  registerRedraw(doors, world)
  registerJoin(doors, world)
  registerSending(doors, world)
}

/** The buttons and shortcuts that open the form. */
function registerWaysIn({ app, slack }: Doors, world: World): void {
  const open = (trigger: string, by: Opener, prefill: Opening) =>
    openDeclareForm({ world, slack }, trigger, by, prefill)

  app.action<BlockAction<ButtonAction>>(openFormActionId, async ({ body, action, ack }) => {
    const by = { id: body.user.id, channel: body.channel?.id }
    await open(body.trigger_id, by, { invitationId: action.value })
    await ack()
  })

  app.action<BlockAction<ButtonAction>>(anotherActionId, async ({ body, action, ack }) => {
    await open(body.trigger_id, { id: body.user.id, channel: body.channel?.id }, { summary: action.value })
    await ack()
  })

  app.shortcut<GlobalShortcut>('incident.declare.shortcut', async ({ shortcut, ack }) => {
    await open(shortcut.trigger_id, { id: shortcut.user.id, channel: undefined }, {})
    await ack()
  })

  app.shortcut<MessageShortcut>('incident.declare.from_message', async ({ shortcut, ack }) => {
    const summary = await plainWords(world.db.read, unquoted(shownIn(shortcut.message)))
    const { ts, thread_ts } = mustRead(messageShortcutKey, shortcut.message)
    const threadTs = thread_ts && thread_ts !== ts ? thread_ts : null
    const channel = shortcut.channel.id
    await open(
      shortcut.trigger_id,
      { id: shortcut.user.id, channel },
      { summary, origin: { channelId: channel, ts, threadTs } },
    )
    await ack()
  })
}

/** The answer to a mention: which open incident it is about. */
function registerLink({ app, slack }: Doors, world: World): void {
  app.action<BlockAction<StaticSelectAction>>(linkActionId, async ({ body, action, ack }) => {
    const by = body.user.id
    const voice = await voiceFor(world, by)
    const invitationId = invitationOf(action.block_id) ?? ''
    let answer: string | undefined
    try {
      const linked = await linkHere(world, { invitationId, incidentId: action.selected_option.value, by })
      if (linked.isForOutsiders) answer = linkedOutsideWords(voice)
    } catch (error) {
      answer = failureWords(world, error, voice, 'click')
    }
    await ack()
    if (answer) await tell(world, slack, by, placeOf(body), textMessage(answer))
  })
}

/** What is chosen in the form and changes the rest of it. */
function registerRedraw({ app, slack }: Doors, world: World): void {
  const last = createLastChoices()
  /** Redraws the form with the answers so far: what is open of its service, and who will read it. */
  const redraw = async (
    body: Pick<BlockAction, 'view' | 'user' | 'actions'>,
    change: Readonly<Record<string, FieldValue>> = {},
  ) => {
    const { view, user } = body
    if (!view) return
    const { invitation, origin } = readMetadata(view.private_metadata)
    const values = { ...readValues(view.state.values), ...change }
    const service = typeof values.service === 'string' ? values.service : undefined
    const opened = await openOfService(world, service, user.id)
    const outside = await toldOutside(world.db.read, world.settings(), service)
    const next = declareForm(
      {
        invitationId: invitation,
        origin,
        values,
        open: opened,
        outside,
        isSetPrivate: wasSetPrivate(view) || 'visibility' in change,
      },
      await voiceFor(world, user.id),
    )
    const isNewest = last.isNewest(view.id, body.actions[0]?.action_ts)
    const draw = (hash?: string) =>
      slack.call('views.update', { view_id: view.id, view: next, ...(hash ? { hash } : {}) }, { lane: 'person' })
    const drawn = await draw(view.hash)
    // Two choices in a row: an earlier one was drawn in between. What was chosen last is drawn over it, nothing else is.
    const isOvertaken = drawn.is === 'refused' && drawn.error === 'hash_conflict'
    const shown = isOvertaken && isNewest() ? await draw() : drawn
    // Whoever is quicker than Slack sees the form as it was: it can be sent all the same.
    if (shown.is !== 'done') world.log.info({ outcome: shown }, 'The form could not be redrawn')
  }

  for (const actionId of [serviceActionId, ...readersActionIds]) {
    app.action<BlockAction<StaticSelectAction | CheckboxesAction>>(actionId, async ({ body, ack }) => {
      await ack()
      await redraw(body)
    })
  }

  app.action<BlockAction<ButtonAction>>(privateActionId, async ({ body, ack }) => {
    await ack()
    await redraw(body, { visibility: 'private' })
  })
}

/** Joining an incident that the form shows as open already, instead of declaring it twice. */
function registerJoin({ app, slack }: Doors, world: World): void {
  app.action<BlockAction<ButtonAction>>(joinActionId, async ({ body: { view, user }, action, ack }) => {
    const voice = await voiceFor(world, user.id)
    let text: string
    try {
      text = joinedMessage(
        await perform(world, join, { actor: person(user.id), via: 'slack' }, action.value ?? '', {}),
        voice,
      ).text
      if (view) await endForm(world, view.id, user.id)
    } catch (error) {
      text = failureWords(world, error, voice, 'click')
    }
    await ack()
    const args = { view_id: view?.id ?? '', view: joinedView(text, voice) }
    const shown = await slack.call('views.update', args, { lane: 'person' })
    if (shown.is !== 'done') await tell(world, slack, user.id, undefined, textMessage(text))
  })
}

/** The form, sent or closed. */
function registerSending({ app }: Doors, world: World): void {
  app.view({ callback_id: declareFormId, type: 'view_submission' }, async ({ ack, body, view }) => {
    const voice = await voiceFor(world, body.user.id)
    try {
      const { invitation, origin } = readMetadata(view.private_metadata)
      const incident = await declare(world, readForm(readValues(view.state.values)), {
        by: body.user.id,
        locale: voice.locale,
        viewId: view.id,
        invitationId: invitation ?? null,
        origin: origin ?? (await originOfInvitation(world.db.read, invitation)),
      })
      const channel = await channelOf(world.db.read, incident.id)
      if (!channel) throw new Error(`No channel is reserved for ${incident.id}`)
      await ack({ response_action: 'update', view: receipt({ channel, problems: [] }, null, voice) })
    } catch (error) {
      await ack(formErrors(world, error, voice, 'summary'))
    }
  })

  app.view({ callback_id: declareFormId, type: 'view_closed' }, async ({ ack, body, view }) => {
    await endForm(world, view.id, body.user.id)
    await ack()
  })
}
