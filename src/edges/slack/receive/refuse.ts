import type { App, ReceiverEvent } from '@slack/bolt'
import { z } from 'zod'
import { plain, section } from '../../../kit/block-kit/index.ts'
import { readLeniently } from '../../../kit/lenient.ts'
import { classify } from '../../../kit/slack/index.ts'

const about = z.looseObject({
  type: z.string().optional(),
  command: z.string().optional(),
  user: z.looseObject({ id: z.string() }).nullish(),
  user_id: z.string().optional(),
  channel: z.looseObject({ id: z.string() }).nullish(),
  trigger_id: z.string().optional(),
  view: z
    .looseObject({ blocks: z.array(z.looseObject({ type: z.string(), block_id: z.string().optional() })) })
    .nullish(),
})

export type RefuseOptions = {
  botToken: string
  /** What to say to a person, in their language. */
  words: (userId: string) => Promise<string>
}

/** How a person is told that the bot takes nothing more: at the form, below the command, beside the button, or in a window where a shortcut was chosen. */
export function createRefuse(app: App, { botToken, words }: RefuseOptions) {
  return async ({ body, ack }: ReceiverEvent): Promise<boolean> => {
    const read = readLeniently(about, body)
    if (!read) return false
    const { type, command, user, user_id, channel, trigger_id, view } = read.value
    const by = user?.id ?? user_id
    if (!by) return false
    const text = await words(by)
    if (command) {
      await ack({ response_type: 'ephemeral', text })
      return true
    }
    if (type === 'view_submission') {
      const field = view?.blocks.find((block) => block.type === 'input')?.block_id
      if (field) await ack({ response_action: 'errors', errors: { [field]: text } })
      return field !== undefined
    }
    if ((type === 'shortcut' || type === 'message_action') && trigger_id) {
      const opening = app.client.views.open({ token: botToken, trigger_id, view: onlyWords(text) })
      if (!(await isTaken(opening))) return false
      await ack()
      return true
    }
    if (type !== 'block_actions' || !channel) return false
    const telling = app.client.chat.postEphemeral({ token: botToken, channel: channel.id, user: by, text })
    if (!(await isTaken(telling))) return false
    await ack()
    return true
  }
}

/** Whether Slack took the words; false where it refuses them, as of a trigger or a channel that it does not know. */
const isTaken = (call: Promise<unknown>): Promise<boolean> =>
  call.then(
    () => true,
    (error: unknown) => {
      if (classify(error).is === 'refused') return false
      throw error
    },
  )

const onlyWords = (text: string) => ({ type: 'modal' as const, title: plain('sssbot'), blocks: [section(text)] })
