import { mentionedIn } from '../../../kit/block-kit/index.ts'
import type { Deed } from '../../../rooms/directory/index.ts'
import type { Envelope } from '../../../rooms/inbox/index.ts'

/** The events that are something a person does. What Slack tells of people and channels themselves is no deed. */
const deeds: ReadonlySet<string> = new Set([
  'app_mention',
  'app_home_opened',
  'member_joined_channel',
  'message',
  'pin_added',
  'pin_removed',
  'reaction_added',
  'reaction_removed',
])

/**
 * What a person did, of an event; undefined where nobody did anything. Whose they are stands in messages and where they come into
 * a channel: https://docs.slack.dev/reference/events/member_joined_channel, https://docs.slack.dev/apis/slack-connect
 */
export function deedOfEvent({ kind, channelId, body: { event } }: Envelope): Deed | undefined {
  const { user, text, inviter, user_team, team } = event
  if (!deeds.has(kind) || typeof user !== 'string') return undefined
  const words = typeof text === 'string' ? text : ''
  return {
    by: user,
    theirTeam: textsAmong([user_team, team])[0],
    people: [...mentionedIn(words), ...textsAmong([inviter])],
    asks: kind === 'app_mention' || event.channel_type === 'im' ? 'mention' : undefined,
    // Where the bot is spoken to, it matters who else reads; an incident's own channel is known.
    channels: [...channelsIn(words), ...(kind === 'app_mention' && channelId ? [channelId] : [])],
  }
}

/** What a person did, of a click, a form, a shortcut or a command. */
export function deedOfInteraction(body: Readonly<Record<string, unknown>>): Deed | undefined {
  const user = recordOf(body.user)
  const [by] = textsAmong([user.id, body.user_id])
  if (by === undefined) return undefined
  const chosen = chosenIn(recordOf(recordOf(body.view).state).values)
  const [theirTeam] = textsAmong([user.team_id])
  // What somebody types into a menu is searched for letter by letter.
  const asks = body.type === 'block_suggestion' ? undefined : 'press'
  return { by, theirTeam, people: chosen, channels: chosen, asks }
}

const channelsIn = (text: string): string[] => [...text.matchAll(/<#([CG][A-Z0-9]+)/g)].map(([, id = '']) => id)

const textsAmong = (values: readonly unknown[]): string[] =>
  values.filter((value): value is string => typeof value === 'string' && value !== '')

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

/** What is picked of people and channels, in whatever fields. */
function chosenIn(values: unknown): string[] {
  if (typeof values !== 'object' || values === null) return []
  return Object.entries(values).flatMap(([key, value]) =>
    /^selected_(user|channel|conversation)s?$/.test(key) ? textsAmong([value].flat()) : chosenIn(value),
  )
}
