import { RetryAfter } from '../../kit/jobs/index.ts'
import type { Outcome, Slack } from '../../kit/slack/index.ts'
import { knowersOf } from '../access/index.ts'
import { channelOf, incidentSubject } from '../channel/index.ts'
import { peopleByAnyName } from '../directory/index.ts'
import { bot, commit, unchanged, type World } from '../facts/index.ts'
import { hold, incidentById } from '../incident/index.ts'

/** Milliseconds until Slack is asked again that did not answer. */
const againMs = 30_000

/** Slack's limit for a page. https://docs.slack.dev/reference/methods/conversations.members */
const pageSize = 999

/**
 * Whoever was in a public channel stays in it when people make it private: those who may not know of its incident are taken out. A
 * channel that is open to all still is left alone, since everybody could come back.
 * Throws a `RetryAfter` where Slack did not answer.
 */
export async function sweepMembers(world: World, slack: Slack, incidentId: string): Promise<void> {
  const { read } = world.db
  const [incident, channel] = [await incidentById(read, incidentId), await channelOf(read, incidentId)]
  const isThere = channel?.channelId && channel.isPrivate && !channel.archivedAt && !channel.leftAt
  if (incident?.visibility !== 'private' || !isThere) return
  const members = await membersOf(slack, channel.channelId ?? '')
  if (members.is !== 'done') {
    if (members.is === 'limited') throw new RetryAfter(Math.max(members.retryAfterMs, 1_000))
    if (members.is !== 'refused') throw new RetryAfter(againMs)
    world.log.warn({ incidentId, error: members.error }, 'Who is in the channel of a private incident cannot be read')
    return
  }
  await commit(world, bot, async (tx) => {
    const isPrivate = (await hold(tx, incidentId)).visibility === 'private'
    const knowers = new Set((await knowersOf(tx, incidentId)).map(({ userId }) => userId))
    const strangers = members.value.filter((user) => !knowers.has(user))
    const bots = new Set((await peopleByAnyName(tx, strangers)).flatMap(({ id, isBot }) => (isBot ? [id] : [])))
    const people = strangers.filter((user) => !bots.has(user))
    if (!isPrivate || people.length === 0) return unchanged(undefined)
    const subject = incidentSubject(incidentId)
    return { facts: [{ subject, type: 'assembly.narrowed', data: { people } }], result: undefined }
  })
}

/** Everybody in a channel but the bot itself. */
async function membersOf(slack: Slack, channel: string): Promise<Outcome<string[]>> {
  const lane = { lane: 'announce' } as const
  const me = await slack.call('auth.test', {}, lane)
  if (me.is !== 'done') return me
  const members: string[] = []
  for await (const page of slack.pages('conversations.members', { channel, limit: pageSize }, lane)) {
    if (page.is !== 'done') return page
    members.push(...page.value.members.filter((id) => id !== me.value.user_id))
  }
  return { is: 'done', value: members }
}
