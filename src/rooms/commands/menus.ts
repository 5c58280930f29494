import { type Choices, offer } from '../../kit/block-kit/index.ts'
import type { Doors } from '../../kit/slack/doors.ts'
import type { World } from '../facts/index.ts'
import type { Voice } from '../situation/index.ts'
import { voiceFor } from './answers.ts'
import { texts } from './texts.ts'

/** The form that somebody has open. */
export type Shown = { callback_id: string; private_metadata: string; blockId: string }

/**
 * Answers what a menu with more options than Slack takes may be set to. `optionsOf` looks for all of them, for whoever has the form
 * open; none where the form is gone.
 */
export function registerMenus(
  { app }: Doors,
  world: World,
  isOurs: (callbackId: string) => boolean,
  optionsOf: (shown: Shown, by: string, voice: Voice) => Promise<Choices>,
): void {
  app.options<'block_suggestion'>({ type: 'block_suggestion' }, async ({ body, ack }) => {
    const { view, user, block_id: blockId, value } = body
    if (!view || !isOurs(view.callback_id)) return
    const voice = await voiceFor(world, user.id)
    const t = texts.in(voice.locale)
    const { callback_id, private_metadata } = view
    const options = await optionsOf({ callback_id, private_metadata, blockId }, user.id, voice).catch(
      (error: unknown) => {
        // A menu has no place for words about what went wrong: sent, the form says it.
        world.log.warn({ err: error, form: callback_id }, 'A menu could not be searched')
        return []
      },
    )
    await ack(offer(options, value, (count, shown) => t('menu.more', { count, shown })))
  })
}
