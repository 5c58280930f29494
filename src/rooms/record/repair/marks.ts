import { z } from 'zod'
import { later } from '../../../kit/clock.ts'
import { readEach } from '../../../kit/lenient.ts'
import type { Failure, Slack } from '../../../kit/slack/index.ts'
import type { World } from '../../facts/index.ts'
import { meaningOf } from '../../settings/index.ts'
import { mark, unmark } from '../marks/mark.ts'
import { type Source, standingSources } from '../marks/store.ts'
import { tellOdd } from '../odd.ts'
import type { Place } from '../record.ts'
import { type Run, settledMs } from './repair.ts'

const reacted = z.looseObject({
  ts: z.string(),
  reactions: z
    .array(z.looseObject({ name: z.string(), users: z.array(z.string()).default([]), count: z.number().optional() }))
    .default([]),
})
type Reacted = z.infer<typeof reacted>

type Mark = Omit<Source, 'incidentId'>

/** What people put on the messages of a page, or took off them, while nobody listened. */
export async function compareReactions(
  world: World,
  run: Run,
  messages: readonly unknown[],
  askedAt: Date,
): Promise<void> {
  if (run.threadTs) return
  const { channelId } = run
  const page = readEach(reacted, messages, tellOdd(world.log, { channelId }))
  const keys = page.map(({ ts }) => ts)
  const standing = (await standingSources(world.db.read, run.incidentId, channelId, keys)).filter(({ via }) =>
    via.startsWith('reaction:'),
  )
  const there = page.flatMap((each) => marksOn(world, channelId, each))
  const isWhole = new Map(
    page.map((each) => [each.ts, each.reactions.every(({ users, count }) => (count ?? 0) <= users.length)]),
  )
  await compare(world, { standing: standing.filter(({ ts }) => isWhole.get(ts)), there }, askedAt)
}

function marksOn(world: World, channelId: string, { ts, reactions }: Reacted): Mark[] {
  const { seen, reactions: meanings } = world.settings().record
  return reactions.flatMap(({ name, users }) => {
    const kind = name === seen ? undefined : meaningOf(name, meanings)
    return kind ? users.map((by) => ({ channelId, ts, kind, via: `reaction:${name}` as const, by })) : []
  })
}

/** What people pinned, or took out, while nobody listened. */
export async function comparePins(world: World, slack: Slack, run: Run): Promise<Failure | undefined> {
  const askedAt = world.clock.now()
  const { channelId } = run
  const answer = await slack.call('pins.list', { channel: channelId }, { lane: 'checkpoint' })
  if (answer.is !== 'done') return answer
  const standing = (await standingSources(world.db.read, run.incidentId, channelId)).filter(({ via }) => via === 'pin')
  const there = answer.value.items.flatMap(({ message, created_by: by }): Mark[] =>
    message && by ? [{ channelId, ts: message.ts, kind: 'timeline', via: 'pin', by }] : [],
  )
  // A pin that cannot be read is there all the same: none is taken for gone while one may be it.
  const isWhole = answer.value.items.every(({ type, message, created_by: by }) => type !== 'message' || (message && by))
  await compare(
    world,
    { standing: isWhole ? standing : standing.filter(({ ts }) => there.some((each) => each.ts === ts)), there },
    askedAt,
  )
  return undefined
}

async function compare(
  world: World,
  { standing, there }: { standing: readonly (Mark & { since: Date })[]; there: readonly Mark[] },
  askedAt: Date,
): Promise<void> {
  const held = new Set(standing.map(nameOf))
  const shown = new Set(there.map(nameOf))
  for (const each of there) if (!held.has(nameOf(each))) await mark(world, each)
  for (const each of standing) {
    // A reaction that was added this very moment has an event of its own.
    if (!shown.has(nameOf(each)) && each.since <= later(askedAt, -settledMs)) await unmark(world, each)
  }
}

/** A pin is one, whoever put it there. */
const nameOf = ({ ts, via, by }: Place & Pick<Mark, 'via' | 'by'>): string => `${ts} ${via} ${via === 'pin' ? '' : by}`
