import { z } from 'zod'
import { later } from '../../kit/clock.ts'
import type { Reader, Tx } from '../../kit/db/index.ts'
import { mustRead, readLeniently } from '../../kit/lenient.ts'
import { type Timer, timerOf } from '../../kit/timers/index.ts'
import { channelOf, incidentOf, incidentSubject } from '../channel/index.ts'
import { clockwork, Refusal, recordFacts, type World } from '../facts/index.ts'
import { hold, isOpen, verb } from '../incident/index.ts'
import { archiveNotice, whenAtWork } from '../settings/index.ts'

/** The timer's name in the table of timers: stored, so never renamed. */
export const archiveTimer = 'upkeep.archive'

const held = z.object({ step: z.enum(['announce', 'archive']), archiveAt: z.coerce.date() })

/** When the channel will be archived; null where it will not. */
export async function archiveAtOf(reader: Reader, incidentId: string): Promise<Date | null> {
  const timer = await timerOf(reader, incidentSubject(incidentId), archiveTimer)
  // A row that cannot be read must not hide the whole incident.
  return (timer && readLeniently(held, timer.data)?.value.archiveAt) ?? null
}

/**
 * The time has come to say that the channel will be archived, or to do it. After an outage of ours it is said first all
 * the same, and never done without.
 */
export async function archiveInTime(
  world: World,
  tx: Tx,
  { subject, data }: Required<Timer>,
  now: Date,
): Promise<void> {
  const incidentId = incidentOf(subject)
  if (!incidentId) return
  const incident = await hold(tx, incidentId)
  const channel = await channelOf(tx, incidentId)
  if (isOpen(incident) || !channel?.channelId || channel.archivedAt) return
  const { step, archiveAt } = mustRead(held, data)
  if (step === 'archive') {
    await recordFacts(world, tx, clockwork, now, [{ subject, type: 'upkeep.archive_due', data: {} }])
    return
  }
  const settings = world.settings()
  const { archive_after: after } = settings.channels
  if (after === 'off') return
  const soonest = later(now, archiveNotice(after))
  const at = whenAtWork(settings, new Date(Math.max(archiveAt.getTime(), soonest.getTime())))
  await recordFacts(world, tx, clockwork, now, [
    { subject, type: 'upkeep.archive_announced', data: { archiveAt: at.toISOString() } },
  ])
}

/** Archives the channel now, instead of on its day. */
export const archiveNow = verb({
  name: 'archive-now',
  input: z.strictObject({}),
  right: 'respond',
  async change({ tx, incident }) {
    const channel = await channelOf(tx, incident.id)
    if (isOpen(incident) || !channel?.channelId) throw new Refusal('archive-not-due')
    if (channel.archivedAt) throw new Refusal('channel-archived')
    return {
      facts: [{ subject: incidentSubject(incident.id), type: 'upkeep.archive_due', data: {} }],
      result: undefined,
    }
  },
})

/** Puts the archiving off, by as long as it took to come. */
export const putOffArchive = verb({
  name: 'put-off-archive',
  input: z.strictObject({}),
  right: 'respond',
  async change({ world, tx, now, incident }) {
    const settings = world.settings()
    const { archive_after: after } = settings.channels
    const at = await archiveAtOf(tx, incident.id)
    if (isOpen(incident) || after === 'off' || !at) throw new Refusal('archive-not-due')
    const data = { from: at.toISOString(), archiveAt: whenAtWork(settings, later(now, after)).toISOString() }
    return {
      facts: [{ subject: incidentSubject(incident.id), type: 'upkeep.archive_put_off', data }],
      result: undefined,
    }
  },
})
