import type { Channel, Message, State } from '../../sandbox/protocol.ts'

/** What declarations must have left in the workspace. */
export type Wanted = {
  /** How many there were. */
  declarations: number
  /** Handles of everybody whom the policy calls, the declarer among them. */
  people: readonly string[]
  /** Names of the channels that hear of it. */
  told: readonly string[]
}

/** Service A's policy in the sample settings and the sandbox's seed, for a real and public incident. */
export const policyOfA = {
  people: ['tanaka', 'sato', 'ito', 'watanabe', 'alice', 'yamamoto'],
  told: ['service-a', 'incidents', 'dev-all', 'customer-support'],
} as const

/** The mark that a message of one of the bot's slots bears; undefined on other messages. */
export function markOf({ metadata }: Message): { subject: string; slot: string } | undefined {
  if (metadata?.event_type !== 'sssbot_slot') return undefined
  const { slot, incident, invitation } = metadata.event_payload
  return { subject: String(incident ?? invitation), slot: String(slot) }
}

/** The channels that the bot made, the oldest first. */
export function channelsOfBot(state: State): Channel[] {
  const bot = state.users.find((each) => each.name === 'sssbot')?.id
  return state.channels.filter((each) => each.creator === bot && !each.is_im)
}

/** Everything that is not as it must be after the declarations, in words; empty when nothing is lost or doubled. */
export function wrongs(state: State, wanted: Wanted): string[] {
  const channels = channelsOfBot(state)
  const names = channels.map((each) => each.name)
  const count = expectOne(`channels of the bot (${names.join(', ')})`, channels.length, wanted.declarations)
  return [...count, ...doubles(state), ...channels.flatMap((channel) => wrongsOf(channel, state, wanted))]
}

function wrongsOf(channel: Channel, state: State, { people, told }: Wanted): string[] {
  const handles = new Map(state.users.map((each) => [each.id, each.name]))
  const nameOf = (id: string | undefined) => handles.get(id ?? '') ?? 'nobody'
  const cards = channel.messages.filter((each) => markOf(each)?.slot === 'card')
  const incident = cards[0] && markOf(cards[0])?.subject
  const joins = channel.messages.filter((each) => each.subtype?.endsWith('_join'))
  const topics = channel.messages.filter((each) => each.text.includes('set the channel topic'))
  const found = [
    ...expectOne('cards', cards.length),
    ...(cards.length === 1 && channel.pins.join() !== cards[0]?.ts ? [`pins ${channel.pins.join()}`] : []),
    ...expectOne('bookmarks', channel.bookmarks.length),
    ...expectOne('topics set', topics.length),
    ...expectSame('members', channel.members.map(nameOf), [...people, 'sssbot']),
    ...expectSame(
      'people who came in',
      joins.map((each) => nameOf(each.user)).filter((name) => name !== 'sssbot'),
      people,
    ),
    ...told.flatMap((name) => {
      const there = state.channels.find((each) => each.name === name)
      const broadcasts = there?.messages.filter((each) => {
        const mark = markOf(each)
        return mark?.subject === incident && mark?.slot === `broadcast:${there.id}`
      })
      return expectOne(`broadcasts in #${name}`, broadcasts?.length ?? 0)
    }),
  ]
  return found.map((wrong) => `#${channel.name}: ${wrong}`)
}

/** Messages of the bot that say the same thing twice, and such as belong to no slot. */
export function doubles({ channels }: State): string[] {
  const seen = new Set<string>()
  return channels.flatMap((channel) =>
    channel.messages.flatMap((message) => {
      if (!message.bot_id || message.ephemeral_to) return []
      const mark = markOf(message)
      if (!mark) return [`#${channel.name}: a message of no slot: ${message.text}`]
      const key = `${mark.subject} ${mark.slot}`
      if (seen.has(key)) return [`#${channel.name}: ${key} stands twice`]
      seen.add(key)
      return []
    }),
  )
}

const expectOne = (what: string, found: number, wanted = 1): string[] =>
  found === wanted ? [] : [`${found} ${what} instead of ${wanted}`]

function expectSame(what: string, found: readonly string[], wanted: readonly string[]): string[] {
  const [is, should] = [found.toSorted().join(' '), wanted.toSorted().join(' ')]
  return is === should ? [] : [`${what}: ${is} instead of ${should}`]
}
