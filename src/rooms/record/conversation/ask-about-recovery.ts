import { incidentChannelById, incidentSubject } from '../../channel/index.ts'
import { commit, factsAbout, person, unchanged, type World } from '../../facts/index.ts'
import { hold } from '../../incident/index.ts'
import type { Place } from '../record.ts'
import { soundsLikeRecovery } from './sounds-like-recovery.ts'

/** Somebody says that it is over and nobody has declared it: the bot asks, once until the next 再開. */
export async function askAboutRecovery(
  world: World,
  { channelId, ts, by, text }: Place & { by: string; text: string },
): Promise<void> {
  if (!soundsLikeRecovery(text)) return
  await commit(world, person(by), async (tx) => {
    const channel = await incidentChannelById(tx, channelId)
    if (!channel) return unchanged(undefined)
    const { id, status } = await hold(tx, channel.incidentId)
    const subject = incidentSubject(id)
    const before = await factsAbout(tx, subject, ['record.recovery_asked', 'incident.reopened'])
    if (status !== 'responding' || before.at(-1)?.type === 'record.recovery_asked') return unchanged(undefined)
    const data = { channel: channelId, ts, by }
    return { facts: [{ subject, type: 'record.recovery_asked', data }], result: undefined }
  })
}
