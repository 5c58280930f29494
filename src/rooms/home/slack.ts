import type { BlockAction, ButtonAction } from '@slack/bolt'
import { z } from 'zod'
import { optionsIn, readValues } from '../../kit/block-kit/index.ts'
import { mustRead } from '../../kit/lenient.ts'
import type { Doors } from '../../kit/slack/doors.ts'
import { formErrors, keptOutWords, openForm, registerMenus, voiceFor } from '../commands/index.ts'
import { person, Refusal, type World } from '../facts/index.ts'
import { makeToken, revokeToken, tokenInput } from '../tokens/index.ts'
import { drawHome } from './draw.ts'
import { wordsOnly } from './messages.ts'
import { askedIn, revokeActionId, secretView, tokenFormId, tokensActionId, tokensView } from './token-form.ts'
import { mayMakeTokens, tokensOf } from './tokens-of.ts'

const opened = z.object({ user: z.string(), tab: z.string() })

/** Draws a person's page whenever they look at it. */
export function registerHome(doors: Doors, world: World): void {
  const { app, slack, on } = doors
  on('app_home_opened', async ({ event, keptOut }) => {
    const { user, tab } = mustRead(opened, event)
    if (tab !== 'home') return
    const words = keptOut && wordsOnly(await keptOutWords(world, user, keptOut))
    const published = words
      ? await slack.call('views.publish', { user_id: user, view: words }, { lane: 'person' })
      : await drawHome(world, slack, user)
    if (published.is !== 'done') world.log.warn({ outcome: published }, 'A home page could not be drawn')
  })

  registerMenus(
    doors,
    world,
    (callbackId) => callbackId === tokenFormId,
    async ({ blockId }, by, voice) => optionsIn(tokensView(await tokensOf(world, by), voice), blockId),
  )

  app.action<BlockAction<ButtonAction>>(tokensActionId, async ({ body: { user, trigger_id }, ack }) => {
    const voice = await voiceFor(world, user.id)
    if (await mayMakeTokens(world, user.id)) {
      const view = tokensView(await tokensOf(world, user.id), voice)
      await openForm(world, slack, trigger_id, view, { id: user.id, channel: undefined, voice })
    }
    await ack()
  })

  app.view({ callback_id: tokenFormId, type: 'view_submission' }, async ({ ack, body: { user }, view }) => {
    const voice = await voiceFor(world, user.id)
    try {
      if (!(await mayMakeTokens(world, user.id))) throw new Refusal('not-allowed')
      const input = tokenInput.parse(askedIn(readValues(view.state.values), voice))
      const { secret } = await makeToken(world, { actor: person(user.id) }, input)
      // It is repeated under no key.
      if (secret === null) throw new Error('The secret of a new token is not there')
      await ack({ response_action: 'update', view: secretView(input.name, secret, voice) })
    } catch (error) {
      await ack(formErrors(world, error, voice, 'name'))
    }
  })

  app.action<BlockAction<ButtonAction>>(revokeActionId, async ({ body: { user, view }, action, ack }) => {
    await revokeToken(world, { actor: person(user.id) }, action.value ?? '').catch((error: unknown) => {
      // Gone already, or not theirs any more: what stands is drawn again all the same.
      if (!(error instanceof Refusal)) throw error
    })
    await ack()
    if (!view) return
    const next = tokensView(await tokensOf(world, user.id), await voiceFor(world, user.id))
    const shown = await slack.call('views.update', { view_id: view.id, view: next }, { lane: 'person' })
    if (shown.is !== 'done') world.log.info({ outcome: shown }, 'The list of tokens could not be drawn again')
  })
}
