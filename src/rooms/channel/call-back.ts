import { commit, person, Refusal, type World } from '../facts/index.ts'
import { incidentSubject } from './channel.ts'
import { channelOf } from './store.ts'

/** A person asks the bot to come back into the channel from which it was taken. It enters no place unasked. */
export async function callBotBack(world: World, by: string, incidentId: string): Promise<void> {
  await commit(world, person(by), async (tx) => {
    const channel = await channelOf(tx, incidentId)
    if (!channel?.leftAt) throw new Refusal('bot-there')
    const subject = incidentSubject(incidentId)
    return { facts: [{ subject, type: 'channel.bot_called_back', data: { by } }], result: undefined }
  })
}
