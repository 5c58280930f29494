import type { Tx } from '../../../kit/db/index.ts'
import { readEach } from '../../../kit/lenient.ts'
import type { Failure, Outcome, Slack } from '../../../kit/slack/index.ts'
import { incidentOf, incidentSubject } from '../../channel/index.ts'
import { bot, commit, unchanged, type World } from '../../facts/index.ts'
import { hold, incidentById, type Origin } from '../../incident/index.ts'
import { adoptJob } from '../jobs.ts'
import { addSource } from '../marks/store.ts'
import { mayKeep } from '../may-keep.ts'
import { tellOdd } from '../odd.ts'
import { isTalk, readingOf, type Said, said } from '../reading.ts'
import { permalinkBeside, type Reading } from '../record.ts'
import { placeMessage, writeReading } from '../store.ts'
import { tryLater } from '../try-later.ts'
import { adoptionOf, noteAdoption } from './store.ts'

/** Of a longer thread its beginning and its last words are kept. */
const mostMessages = 200
/** A thread of more pages than this is no talk about one incident. */
const mostPages = 10

type Found = { ts: string; reading: Reading }

/**
 * The message that an incident was declared from is its first evidence; of a thread that it was called in, every message
 * joins with its own time. Done once; where the bot may not look, or everybody would read what few
 * could, the card tells so and it is tried again.
 */
export async function adopt(world: World, slack: Slack, incidentId: string): Promise<void> {
  const incident = await incidentById(world.db.read, incidentId)
  const origin = incident?.origin
  if (!incident || !origin) return
  if ((await adoptionOf(world.db.read, incidentId))?.adoptedAt) return
  if (!(await mayKeep(world.db.read, incident, origin.channelId)))
    return failed(world, incidentId, { is: 'refused', error: 'private_place' })
  const found = await read(world, slack, origin)
  if (found.is !== 'done') {
    tryLater(found)
    return failed(world, incidentId, found)
  }
  await commit(world, bot, async (tx, now) => {
    await hold(tx, incidentId)
    if ((await adoptionOf(tx, incidentId))?.adoptedAt) return unchanged(undefined)
    const { channelId } = origin
    for (const { ts, reading } of found.value) {
      const place = { channelId, ts }
      if (!(await placeMessage(tx, incidentId, place))) continue
      const via = ts === origin.ts ? 'declaration' : 'thread'
      await addSource(tx, { incidentId, ...place, kind: 'timeline', via, by: incident.declaredBy }, now)
      await writeReading(tx, incidentId, place, reading, now)
    }
    await noteAdoption(tx, incidentId, null, now)
    return {
      facts: [
        {
          subject: incidentSubject(incidentId),
          type: 'record.adopted',
          data: { channel: channelId, ts: origin.ts, threadTs: origin.threadTs, messages: found.value.length },
        },
      ],
      result: undefined,
    }
  })
}

async function failed(world: World, incidentId: string, failure: Failure): Promise<void> {
  const error = failure.is === 'refused' ? failure.error : failure.is
  await commit(world, bot, async (tx, now) => {
    await hold(tx, incidentId)
    const attempts = await noteAdoption(tx, incidentId, error, now)
    const subject = incidentSubject(incidentId)
    return { facts: [{ subject, type: 'record.adoption_failed', data: { error, attempts } }], result: undefined }
  })
}

async function read(world: World, slack: Slack, { channelId, ts, threadTs }: Origin): Promise<Outcome<Found[]>> {
  const messages: Said[] = []
  const range = threadTs ? { ts: threadTs, limit: 200 } : { ts, oldest: ts, latest: ts, inclusive: true, limit: 10 }
  let pages = 0
  const args = { channel: channelId, ...range, include_all_metadata: true }
  for await (const page of slack.pages('conversations.replies', args, { lane: 'checkpoint' })) {
    if (page.is !== 'done') return page
    messages.push(...readEach(said, page.value.messages, tellOdd(world.log, { channelId })))
    if (++pages === mostPages) break
  }
  const link = await slack.call('chat.getPermalink', { channel: channelId, message_ts: ts }, { lane: 'checkpoint' })
  const known = link.is === 'done' ? link.value.permalink : null
  // The parent comes with every page.
  const each = [...new Map(messages.map((message) => [message.ts, message])).values()]
    .filter((message) => isTalk(message) && (threadTs !== null || message.ts === ts))
    .map((message) => ({
      ts: message.ts,
      reading: readingOf(message, known && permalinkBeside(known, channelId, message.ts, message.thread_ts ?? null)),
    }))
  const value = each.length > mostMessages ? [...each.slice(0, 1), ...each.slice(1 - mostMessages)] : each
  return { is: 'done', value }
}

/** It is time to try again; of what was cancelled or goes on elsewhere nothing more is kept. */
export async function adoptAgain(world: World, tx: Tx, subject: string): Promise<void> {
  const incident = await incidentById(tx, incidentOf(subject) ?? '')
  if (!incident || incident.status === 'cancelled' || incident.status === 'merged') return
  await world.jobs.enqueue(tx, adoptJob, { incidentId: incident.id })
}
