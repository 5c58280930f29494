import { z } from 'zod'
import { channelOf, incidentSubject } from '../channel/index.ts'
import { Refusal } from '../facts/index.ts'
import { personOf } from './caller.ts'
import { verb } from './verb.ts'

/** A person asks the bot to come back into the channel from which it was taken. It enters no place unasked. */
export const bringBack = verb({
  name: 'bring-back',
  input: z.strictObject({}),
  right: 'respond',
  async change({ tx, caller, incident }) {
    const channel = await channelOf(tx, incident.id)
    if (!channel?.leftAt) throw new Refusal('bot-there')
    const data = { by: personOf(caller) }
    return {
      facts: [{ subject: incidentSubject(incident.id), type: 'channel.bot_called_back', data }],
      result: undefined,
    }
  },
})
