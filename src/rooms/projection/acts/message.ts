import { fitMessage, type MessageContent } from '../../../kit/block-kit/index.ts'
import type { Outcome } from '../../../kit/slack/index.ts'
import { type ActOf, mapDone, type Performer, type Scene, type Standing, standsAt } from '../performer.ts'
import { mostSkewMs } from '../skew.ts'
import type { SlotRow } from '../slot.ts'

/** Where "until now" ends when Slack is asked for what was posted: later than any clock, in milliseconds. */
const wellAheadMs = 24 * 60 * 60_000

/** The hidden mark by which a message of ours is found again after a crash. */
const metadataOf = (scene: Scene) => {
  const [kind = '', id = ''] = scene.subject.split(':')
  return { event_type: 'sssbot_slot', event_payload: { [kind]: id, slot: scene.slot } }
}

/** Posts a message with its mark. */
export async function post(
  channel: string,
  content: MessageContent,
  scene: Scene,
  threadTs?: string,
): Promise<Outcome<Standing>> {
  const posted = await scene.slack.call(
    'chat.postMessage',
    {
      channel,
      ...fitMessage(content),
      metadata: metadataOf(scene),
      unfurl_links: false,
      unfurl_media: false,
      ...(threadTs ? { thread_ts: threadTs } : {}),
    },
    { lane: scene.lane },
  )
  return mapDone(posted, (value) => ({ channelId: value.channel, ts: value.ts, ref: null }))
}

/** Edits a message of ours where it stands. */
export async function edit(content: MessageContent, scene: Scene, row: SlotRow): Promise<Outcome<Standing>> {
  if (!row.channelId || !row.ts) return { is: 'unreached', reason: 'the message is unknown' }
  const updated = await scene.slack.call(
    'chat.update',
    {
      channel: row.channelId,
      ts: row.ts,
      ...fitMessage(content),
      metadata: metadataOf(scene),
    },
    { lane: scene.lane },
  )
  return mapDone(updated, () => ({ channelId: row.channelId, ts: row.ts, ref: null }))
}

const slackTime = (ms: number): string => (ms / 1000).toFixed(6)

/** Looks through what was posted since `since` for a message with this slot's mark. */
export async function findPosted(
  channel: string,
  scene: Scene,
  since: Date,
  threadTs?: string,
): Promise<Outcome<Standing | null>> {
  const mark = metadataOf(scene)
  const oldest = slackTime(since.getTime() - mostSkewMs)
  // With both ends, Slack begins at the newest: what was posted a moment ago stands on the first page.
  const latest = slackTime(scene.clock.now().getTime() + wellAheadMs)
  const range = { channel, oldest, latest, include_all_metadata: true, limit: 200 }
  const pages = threadTs
    ? scene.slack.pages('conversations.replies', { ...range, ts: threadTs }, { lane: scene.lane })
    : scene.slack.pages('conversations.history', range, { lane: scene.lane })
  for await (const page of pages) {
    if (page.is !== 'done') return page
    const found = page.value.messages.find(
      ({ metadata }) =>
        metadata?.event_type === mark.event_type &&
        Object.entries(mark.event_payload).every(([key, value]) => metadata.event_payload?.[key] === value),
    )
    if (found) return standsAt({ channelId: channel, ts: found.ts })
  }
  return { is: 'done', value: null }
}

/** Goes on with the thread that the act names, as soon as there is one. */
async function inItsThread<T>(
  { threadTs, inThreadOf }: ActOf<'message'>,
  scene: Scene,
  go: (threadTs: string | undefined) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  if (!inThreadOf || scene.isGone(inThreadOf)) return go(threadTs)
  const root = scene.standing(inThreadOf)?.ts
  return root ? go(root) : { is: 'unreached', reason: `${inThreadOf} does not stand` }
}

/** Slack's words for a thread in which nothing can be said: its first message was deleted, or the channel has no threads. */
const threadless: ReadonlySet<string> = new Set([
  'cannot_reply_to_message',
  'thread_not_found',
  'restricted_action_non_threadable_channel',
])

/** Posts in the thread of another slot's message; where there can be no thread, in the channel: it has to be told somewhere. */
async function tellWhereItCan(act: ActOf<'message'>, scene: Scene, threadTs?: string): Promise<Outcome<Standing>> {
  const posted = await post(act.channel, act.content, scene, threadTs)
  if (!act.inThreadOf || posted.is !== 'refused' || !threadless.has(posted.error)) return posted
  return post(act.channel, act.content, scene)
}

/** A message in a channel or a thread, edited in place when it is living. */
export const message: Performer<ActOf<'message'>> = {
  make: (act, scene) => inItsThread(act, scene, (threadTs) => tellWhereItCan(act, scene, threadTs)),
  look: (act, scene, since) => inItsThread(act, scene, (threadTs) => findPosted(act.channel, scene, since, threadTs)),
  renew: ({ content }, scene, row) => edit(content, scene, row),
}
