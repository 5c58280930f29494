import { later } from '../../../kit/clock.ts'
import type { Tx } from '../../../kit/db/index.ts'
import { readEach } from '../../../kit/lenient.ts'
import type { Failure, Slack } from '../../../kit/slack/index.ts'
import { incidentSubject } from '../../channel/index.ts'
import { bot, type NewFact, recordFacts, type World } from '../../facts/index.ts'
import { erase } from '../conversation/erase.ts'
import { keepMessages } from '../conversation/store.ts'
import { tellOdd } from '../odd.ts'
import { byApp, isTalk, isTombstone, readingOf, type Said, said } from '../reading.ts'
import { compareReactions } from './marks.ts'
import { mayHaveChanged, pageSize, type Run, settledMs } from './repair.ts'
import { advance, keptIn, keptReplies, type Progress, type Stretch } from './store.ts'

/** Slack's words for a thread that is no longer there. */
const gone: ReadonlySet<string> = new Set(['thread_not_found', 'message_not_found'])

/** Reads the next page of the channel's main line, from its newest end down. */
export async function readMainPage(world: World, slack: Slack, run: Run): Promise<Failure | undefined> {
  const askedAt = world.clock.now()
  const range = run.readDownTo ? { latest: run.readDownTo, inclusive: false } : {}
  const args = { channel: run.channelId, ...range, limit: pageSize, include_all_metadata: true }
  const answer = await slack.call('conversations.history', args, { lane: 'cosmetic' })
  if (answer.is !== 'done') return answer
  const page = pageOf(world, run, answer.value.messages)
  const [oldest] = page.keys
  // Nothing is missed below the oldest: a plan, or a policy, may hide what is old without deleting it.
  const stretch = oldest ? { from: oldest, before: run.readDownTo, keptBefore: later(askedAt, -settledMs) } : undefined
  await compareReactions(world, run, answer.value.messages, askedAt)
  await write(world, run, page, { thread: null, stretch }, async (tx) => ({
    readDownTo: oldest ?? run.readDownTo,
    mainRead: !answer.value.has_more || !oldest,
    threads: [...run.threads, ...(await threadsToRead(tx, run, page.messages))],
  }))
  return undefined
}

/** Reads the next page of one thread, from its beginning on. */
export async function readThreadPage(
  world: World,
  slack: Slack,
  run: Run,
  thread: string,
): Promise<Failure | undefined> {
  const askedAt = world.clock.now()
  const range = run.readUpTo ? { oldest: run.readUpTo, inclusive: false } : {}
  const args = { channel: run.channelId, ts: thread, ...range, limit: pageSize, include_all_metadata: true }
  const answer = await slack.call('conversations.replies', args, { lane: 'cosmetic' })
  const rest = { threads: run.threads.slice(1), readUpTo: null }
  if (answer.is === 'refused' && gone.has(answer.error)) {
    await write(world, run, pageOf(world, run, []), { thread, stretch: undefined }, async () => rest)
    return undefined
  }
  if (answer.is !== 'done') return answer
  const page = pageOf(world, run, answer.value.messages)
  const last = page.keys.at(-1)
  const more = answer.value.has_more === true && last !== undefined && last !== thread
  const from = beginningOf(page, thread, run.readUpTo, more)
  const stretch = from && { ...from, upTo: more ? last : null, keptBefore: later(askedAt, -settledMs) }
  await compareReactions(world, run, answer.value.messages, askedAt)
  await write(world, run, page, { thread, stretch }, async () => (more ? { readUpTo: last } : rest))
  return undefined
}

/** From where on a page of a thread shows everything; undefined where that cannot be told, and nothing is missed in it then. */
function beginningOf(
  { messages, keys }: Page,
  thread: string,
  readUpTo: string | null,
  more: boolean,
): Pick<Stretch, 'after' | 'from'> | undefined {
  if (readUpTo) return { after: readUpTo }
  const parent = messages.find(({ ts }) => ts === thread)
  const replies = keys.filter((ts) => ts !== thread)
  // What is old may be hidden, but it is counted.
  if (parent && !more && replies.length >= (parent.reply_count ?? 0)) return {}
  const [from] = replies
  return from ? { from } : undefined
}

/** Writes one page down: what is new, what was edited, and what is kept of the stretch and is not there any longer. */
async function write(
  world: World,
  run: Run,
  { messages, keys }: Page,
  { thread, stretch }: { thread: string | null; stretch: Stretch | undefined },
  going: (tx: Tx) => Promise<Omit<Progress, 'found' | 'edited' | 'deleted'>>,
): Promise<void> {
  const { incidentId, channelId } = run
  await world.db
    .transaction(async (tx) => {
      const now = world.clock.now()
      const there = new Set(keys)
      const missed = stretch ? (await keptIn(tx, run, thread, stretch)).filter((ts) => !there.has(ts)) : []
      const tombstones = messages.filter(isTombstone).map(({ ts }) => ts)
      const items = messages.filter(isTalk).map((each) => ({ ts: each.ts, reading: readingOf(each) }))
      const { found, edited } = await keepMessages(tx, incidentId, { channelId, conversation: true }, items, now)
      const deleted = await erase(world, tx, channelId, [...missed, ...tombstones])
      const progress = { ...(await going(tx)), found: found.length, edited: edited.length, deleted }
      if (!(await advance(tx, run, progress))) throw new ReadElsewhere('Another process has read this page')
      const subject = incidentSubject(incidentId)
      const people = new Set(messages.filter((each) => !byApp(each)).map(({ ts }) => ts))
      const unheard = run.threadTs ? [] : found.filter((ts) => people.has(ts))
      const facts: NewFact[] = [
        ...edited.map((ts) => ({ subject, type: 'record.edited' as const, data: { channel: channelId, ts } })),
        ...(unheard.length > 0
          ? [{ subject, type: 'record.missed' as const, data: { channel: channelId, keys: unheard } }]
          : []),
      ]
      if (facts.length > 0) await recordFacts(world, tx, bot, now, facts)
    })
    .catch((error: unknown) => {
      if (!(error instanceof ReadElsewhere)) throw error
    })
}

/** Rolls a page back that somebody else has written down meanwhile. */
class ReadElsewhere extends Error {}

/** Which threads that begin in a page have to be read. */
async function threadsToRead(tx: Tx, run: Run, messages: readonly Said[]): Promise<string[]> {
  const known = await keptReplies(
    tx,
    run,
    messages.map(({ ts }) => ts),
  )
  return messages
    .filter(({ ts, reply_count, latest_reply }) => {
      const state = { ts, replyCount: reply_count ?? 0, latestReply: latest_reply ?? null, known: known.get(ts) ?? 0 }
      return mayHaveChanged(state, run)
    })
    .map(({ ts }) => ts)
}

/** What Slack shows of a conversation in one answer; `keys` are of all that is there, in their order, readable or not. */
type Page = { messages: readonly Said[]; keys: readonly string[] }

const pageOf = (world: World, { channelId }: Run, messages: readonly { ts: string }[]): Page => ({
  messages: readEach(said, messages, tellOdd(world.log, { channelId })),
  keys: messages.map(({ ts }) => ts).toSorted(),
})
