import { z } from 'zod'
import { channelOf, incidentSubject, reserveNextName } from '../channel/index.ts'
import { Refusal } from '../facts/index.ts'
import { verb } from '../incident/index.ts'

/**
 * Where nobody converts the channel of an incident that was made private: it goes on in a private one that the bot makes. Whoever may know
 * is invited there, what the bot wrote in the old one is deleted, and that is archived last (src/rooms/board/moving.ts).
 * What people wrote there stays readable: https://docs.slack.dev/reference/methods/chat.delete lets a bot delete its own messages only.
 */
export const moveChannel = verb({
  name: 'move-channel',
  input: z.strictObject({}),
  right: 'respond',
  async change({ world, tx, incident }) {
    const { id, service, declaredAt: date, kind } = incident
    const channel = await channelOf(tx, id)
    if (incident.visibility === 'public') throw new Refusal('move-public')
    if (channel?.isPrivate) throw new Refusal('move-needless')
    if (!channel?.channelId || channel.next) throw new Refusal('move-under-way')
    if (channel.archivedAt) throw new Refusal('channel-archived')
    if (channel.leftAt) throw new Refusal('move-bot-out')
    if (channel.former) throw new Refusal('move-twice')
    const to = await reserveNextName(tx, { incidentId: id, service, date, kind }, world.settings())
    const data = { from: channel.channelId, to }
    return { facts: [{ subject: incidentSubject(id), type: 'channel.move_wanted', data }], result: undefined }
  },
})
