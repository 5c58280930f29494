import type { BlockAction, ButtonAction, GlobalShortcut, MessageShortcut, StaticSelectAction } from '@slack/bolt'
import { optionsIn, readValues, textMessage } from '../../kit/block-kit/index.ts'
import { mustRead } from '../../kit/lenient.ts'
import type { Doors } from '../../kit/slack/doors.ts'
import { shownIn, unquoted } from '../../kit/slack/visible/index.ts'
import { join } from '../assembly/index.ts'
import { channelOf } from '../channel/index.ts'
import {
  failureWords,
  formErrors,
  isInPassing,
  joinedMessage,
  keptOutWords,
  openForm,
  openList,
  registerMenus,
  tell,
  voiceFor,
} from '../commands/index.ts'
import { isBot, plainWords } from '../directory/index.ts'
import { person, type World } from '../facts/index.ts'
import { declare, perform } from '../incident/index.ts'
import { beginForm, endForm } from './compose.ts'
import { controlsHere } from './controls-here.ts'
import { declareForm, declareFormId, joinActionId, joinedView, type Prefill, serviceActionId } from './declare-form.ts'
import { originOfInvitation } from './invitation-origin.ts'
import { inviteToDeclare } from './invite-to-declare.ts'
import { likelyService } from './likely-service.ts'
import { openFormActionId, receipt } from './messages.ts'
import { openOfService } from './open-of-service.ts'
import { mention, messageShortcutKey, readForm, readMetadata } from './payloads.ts'
import { toldOutside } from './told-outside.ts'

/** Every way in: mention, button, command, shortcuts, and the form itself. */
export function registerDeclaration(doors: Doors, world: World): void {
  const { app, slack, on } = doors

  registerMenus(
    doors,
    world,
    (callbackId) => callbackId === declareFormId,
    async ({ blockId }, _by, voice) => optionsIn(declareForm({ values: {}, open: [] }, voice), blockId),
  )

  /** Opens the form for one person, with the service of the place they are in, and what is open there. */
  async function open(
    trigger: string,
    by: { id: string; channel: string | undefined },
    prefill: Omit<Prefill, 'open' | 'values'> & { summary?: string | undefined },
  ): Promise<void> {
    const { invitationId, origin, summary = null } = prefill
    const voice = await voiceFor(world, by.id)
    const service = await likelyService(world.db.read, voice.settings, by.channel)
    const open = await openOfService(world, service, by.id)
    const outside = await toldOutside(world.db.read, voice.settings, service)
    const values = { service: service ?? null, summary }
    const view = declareForm({ invitationId, origin, values, open, outside }, voice)
    await openForm(world, slack, trigger, view, { ...by, voice }, async (viewId) => {
      if (invitationId) await beginForm(world, { viewId, invitationId, by: by.id })
    })
  }

  on('app_mention', async ({ event, keptOut }) => {
    const { channel, ts, thread_ts, user, text, bot_id: app } = mustRead(mention, event)
    const words = text.replaceAll(/<@\w+(\|[^>]*)?>/g, '')
    if (user && !keptOut && (app || (await isBot(world.db.read, user)))) {
      // An app that answers what it is told would go on for ever, and nothing can be shown to it alone.
      await inviteToDeclare(world, { channel, ts, threadTs: thread_ts ?? null, by: user }, 'an app')
    } else if (user && keptOut) {
      await tell(world, slack, user, channel, textMessage(await keptOutWords(world, user, keptOut)), 'look')
    } else if (user && asksForList(words)) {
      // What is shown depends on who asks, so it is shown to them alone.
      await tell(world, slack, user, channel, await openList(world, user, await voiceFor(world, user)), 'look')
    } else if (user && !isInPassing(words)) {
      const controls = await controlsHere(world, { channel, threadTs: thread_ts }, user)
      if (controls) await tell(world, slack, user, channel, controls, 'look')
      else await inviteToDeclare(world, { channel, ts, threadTs: thread_ts ?? null, by: user })
    }
  })

  app.action<BlockAction<ButtonAction>>(openFormActionId, async ({ body, action, ack }) => {
    const by = { id: body.user.id, channel: body.channel?.id }
    await open(body.trigger_id, by, { invitationId: action.value })
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

  app.command('/incident', async ({ command, ack }) => {
    const { user_id: id, channel_id: channel } = command
    try {
      if (asksForList(command.text)) {
        const list = await openList(world, id, await voiceFor(world, id))
        await ack()
        await tell(world, slack, id, channel, list, 'look')
        return
      }
      const controls = command.text.trim() === '' ? await controlsHere(world, { channel }, id) : undefined
      if (controls) {
        await ack()
        await tell(world, slack, id, channel, controls, 'look')
        return
      }
      await open(command.trigger_id, { id, channel }, { summary: command.text.trim() })
      await ack()
    } catch (error) {
      const text = failureWords(world, error, await voiceFor(world, id), 'click')
      await ack({ response_type: 'ephemeral', text })
    }
  })

  app.action<BlockAction<StaticSelectAction>>(serviceActionId, async ({ body: { view, user }, action, ack }) => {
    await ack()
    if (!view) return
    const { invitation, origin } = readMetadata(view.private_metadata)
    const open = await openOfService(world, action.selected_option.value, user.id)
    const outside = await toldOutside(world.db.read, world.settings(), action.selected_option.value)
    // What the form says of another service is gone from it now.
    const showsSome = view.blocks.some((block) => block.type === 'section')
    if (open.length + outside.length === 0 && !showsSome) return
    const values = readValues(view.state.values)
    const next = declareForm(
      { invitationId: invitation, origin, values, open, outside },
      await voiceFor(world, user.id),
    )
    const shown = await slack.call(
      'views.update',
      { view_id: view.id, hash: view.hash, view: next },
      { lane: 'person' },
    )
    // Whoever is quicker than Slack sees the form as it was: it can be sent all the same.
    if (shown.is !== 'done') world.log.info({ outcome: shown }, 'Open incidents could not be shown in the form')
  })

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

/** What somebody writes who wants to see what is open. */
const asksForList = (words: string): boolean => /^(list|一覧)$/i.test(words.trim())
