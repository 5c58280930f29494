import type { App, ReceiverEvent } from '@slack/bolt'
import { z } from 'zod'
import { readLeniently } from '../../../kit/lenient.ts'

const about = z.looseObject({
  type: z.string().optional(),
  command: z.string().optional(),
  user: z.looseObject({ id: z.string() }).nullish(),
  user_id: z.string().optional(),
  channel: z.looseObject({ id: z.string() }).nullish(),
  view: z
    .looseObject({ blocks: z.array(z.looseObject({ type: z.string(), block_id: z.string().optional() })) })
    .nullish(),
})

export type RefuseOptions = {
  botToken: string
  /** What to say to a person, in their language. */
  words: (userId: string) => Promise<string>
}

/** How a person is told that the bot takes nothing more: at the form, below the command, or beside the button. */
export function createRefuse(app: App, { botToken, words }: RefuseOptions) {
  return async ({ body, ack }: ReceiverEvent): Promise<boolean> => {
    const read = readLeniently(about, body)
    if (!read) return false
    const { type, command, user, user_id, channel, view } = read.value
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
    if (type !== 'block_actions' || !channel) return false
    await app.client.chat.postEphemeral({ token: botToken, channel: channel.id, user: by, text })
    await ack()
    return true
  }
}
