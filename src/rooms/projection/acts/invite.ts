import type { Failure, Lane, Outcome, Slack } from '../../../kit/slack/index.ts'
import { type ActOf, type Performer, type Standing, standsAt } from '../performer.ts'
import type { Task } from '../plan.ts'

type Invite = ActOf<'invite'>

/** `conversations.invite` takes at most so many people at once. https://docs.slack.dev/reference/methods/conversations.invite */
const mostAtOnce = 100

const done: Outcome<Standing> = standsAt({})

/**
 * Gathers all invitations of one plan into calls of at most 100 people, and answers for each person alone: one bad id
 * must not keep the others out.
 */
export function inviteTogether(tasks: readonly Task[], slack: Slack): (act: Invite) => Promise<Outcome<Standing>> {
  const byChannel = new Map<string, { users: Set<string>; look: boolean; lane: Lane }>()
  for (const { slot, how } of tasks) {
    if (slot.act.do !== 'invite') continue
    const group = byChannel.get(slot.act.channel) ?? { users: new Set<string>(), look: false, lane: slot.lane }
    group.users.add(slot.act.user)
    group.look ||= how === 'look-then-make'
    byChannel.set(slot.act.channel, group)
  }
  const answers = new Map<string, Promise<Map<string, Outcome<Standing>>>>()
  return async (act) => {
    const group = byChannel.get(act.channel)
    if (!group) throw new Error('An invitation outside the plan')
    const answer = answers.get(act.channel) ?? inviteAll(slack, act.channel, group)
    answers.set(act.channel, answer)
    return (await answer).get(act.user) ?? { is: 'unreached', reason: 'nobody answered for this person' }
  }
}

async function inviteAll(
  slack: Slack,
  channel: string,
  { users, look, lane }: { users: ReadonlySet<string>; look: boolean; lane: Lane },
): Promise<Map<string, Outcome<Standing>>> {
  const outcomes = new Map<string, Outcome<Standing>>()
  let missing = [...users]
  if (look) {
    const members = await membersOf(slack, channel, lane)
    if (members.is !== 'done') return new Map(missing.map((user) => [user, members]))
    for (const user of missing) if (members.value.has(user)) outcomes.set(user, done)
    missing = missing.filter((user) => !outcomes.has(user))
  }
  const batches: string[][] = []
  for (let start = 0; start < missing.length; start += mostAtOnce)
    batches.push(missing.slice(start, start + mostAtOnce))
  const sent = await Promise.all(batches.map((batch) => inviteSome(slack, channel, batch, lane)))
  // With `force` Slack passes over whom it cannot invite, and need not say whom: the list of members does, read once for all of them.
  const members = sent.some(isOpen) ? await membersOf(slack, channel, lane) : undefined
  for (const each of sent) for (const [user, outcome] of answersOf(each, members)) outcomes.set(user, outcome)
  return outcomes
}

/** What became of one call. */
type Sent = { users: readonly string[]; call: Outcome<object> }

const inviteSome = async (slack: Slack, channel: string, users: readonly string[], lane: Lane): Promise<Sent> => ({
  users,
  call: await slack.call('conversations.invite', { channel, users: users.join(','), force: true }, { lane }),
})

/** Whether it is not known of each of several people what became of them. */
const isOpen = ({ users, call }: Sent): boolean => users.length > 1 && (call.is === 'done' || call.is === 'refused')

function answersOf(sent: Sent, members: Outcome<Set<string>> | undefined): Map<string, Outcome<Standing>> {
  const { users, call } = sent
  if (call.is !== 'done' && call.is !== 'refused') return sameForAll(users, call)
  if (!isOpen(sent)) return sameForAll(users, call.is === 'done' ? done : call)
  if (members?.is !== 'done') return sameForAll(users, { is: 'unsure', reason: 'unreadable' })
  const reasons = reasonsPerUser(call)
  return new Map(
    users.map((user) => {
      if (members.value.has(user)) return [user, done]
      const error = reasons.get(user) ?? (call.is === 'refused' ? call.error : 'cant_invite')
      return [user, { is: 'refused', error } satisfies Failure]
    }),
  )
}

const sameForAll = (users: readonly string[], outcome: Outcome<Standing>) =>
  new Map(users.map((user) => [user, outcome]))

function reasonsPerUser(call: Outcome<object>): Map<string, string> {
  const errors: unknown =
    call.is === 'refused' ? call.errors : call.is === 'done' && 'errors' in call.value ? call.value.errors : undefined
  const reasons = new Map<string, string>()
  for (const each of Array.isArray(errors) ? errors : []) {
    if (typeof each?.user === 'string' && typeof each.error === 'string') reasons.set(each.user, each.error)
  }
  return reasons
}

async function membersOf(slack: Slack, channel: string, lane: Lane): Promise<Outcome<Set<string>>> {
  const members = new Set<string>()
  for await (const page of slack.pages('conversations.members', { channel, limit: 999 }, { lane })) {
    if (page.is !== 'done') return page
    for (const member of page.value.members) members.add(member)
  }
  return { is: 'done', value: members }
}

/** One person's invitation; made by `inviteTogether`, since Slack takes a hundred at once. */
export const invite: Performer<Invite> = {
  make: async (act, scene) =>
    (await inviteAll(scene.slack, act.channel, { users: new Set([act.user]), look: false, lane: scene.lane })).get(
      act.user,
    ) ?? done,
  look: async () => ({ is: 'done', value: null }),
}
