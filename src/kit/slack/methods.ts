import { z } from 'zod'
import { bookmark, channel, message, nothing, page, pin, posted, user, usergroup, view } from './answers.ts'

/** How Slack counts the calls of a method: by tier, `special` (hundreds a minute), or about one a second per channel. */
export type Tier = 't2' | 't3' | 't4' | 'special' | 'channel'

/**
 * Every Web API method that the bot may call, with its tier (https://docs.slack.dev/reference/methods) and its answer.
 * `already`: errors that say that the wanted state holds. `bulk`: a long read, made without the SDK.
 */
export const methods = {
  'auth.test': {
    tier: 'special',
    answer: z.looseObject({
      user_id: z.string(),
      bot_id: z.string().optional(),
      team_id: z.string(),
      enterprise_id: z.string().nullish(),
    }),
  },
  'bookmarks.add': { tier: 't2', answer: z.looseObject({ bookmark }) },
  'bookmarks.edit': { tier: 't2', answer: z.looseObject({ bookmark }) },
  'bookmarks.list': { tier: 't3', answer: z.looseObject({ bookmarks: z.array(bookmark) }) },
  'bookmarks.remove': { tier: 't2', answer: nothing, already: ['not_found'] },
  'chat.delete': { tier: 't3', answer: nothing, already: ['message_not_found'] },
  'chat.getPermalink': { tier: 'special', answer: z.looseObject({ permalink: z.string() }) },
  'chat.postEphemeral': { tier: 't4', answer: z.looseObject({ message_ts: z.string() }) },
  'chat.postMessage': { tier: 'channel', answer: posted },
  'chat.update': { tier: 't3', answer: posted },
  'conversations.archive': { tier: 't2', answer: nothing, already: ['already_archived'] },
  'conversations.create': { tier: 't2', answer: z.looseObject({ channel: channel.extend({ name: z.string() }) }) },
  'conversations.history': {
    tier: 't3',
    answer: page({ messages: z.array(message), has_more: z.boolean().optional() }),
    bulk: true,
  },
  'conversations.info': { tier: 't3', answer: z.looseObject({ channel }) },
  // With one person only: among several, Slack's word for one of them says nothing of the others.
  'conversations.invite': { tier: 't3', answer: nothing, already: ['already_in_channel'] },
  'conversations.join': { tier: 't3', answer: z.looseObject({ channel }) },
  'conversations.kick': { tier: 't3', answer: nothing },
  'conversations.leave': { tier: 't3', answer: nothing },
  'conversations.list': { tier: 't2', answer: page({ channels: z.array(channel) }), bulk: true },
  'conversations.members': { tier: 't4', answer: page({ members: z.array(z.string()) }), bulk: true },
  'conversations.open': { tier: 't3', answer: z.looseObject({ channel: z.looseObject({ id: z.string() }) }) },
  'conversations.rename': { tier: 't2', answer: z.looseObject({ channel }) },
  'conversations.replies': {
    tier: 't3',
    answer: page({ messages: z.array(message), has_more: z.boolean().optional() }),
    bulk: true,
  },
  'conversations.setPurpose': { tier: 't2', answer: nothing },
  'conversations.setTopic': { tier: 't2', answer: nothing },
  'pins.add': { tier: 't2', answer: nothing, already: ['already_pinned'] },
  'pins.list': { tier: 't2', answer: z.looseObject({ items: z.array(pin).default([]) }), bulk: true },
  'pins.remove': { tier: 't2', answer: nothing, already: ['no_pin', 'not_pinned'] },
  'reactions.add': { tier: 't3', answer: nothing, already: ['already_reacted'] },
  'reactions.get': { tier: 't3', answer: z.looseObject({ message: message.optional() }) },
  'reactions.remove': { tier: 't3', answer: nothing, already: ['no_reaction'] },
  'team.info': {
    tier: 't3',
    answer: z.looseObject({ team: z.looseObject({ id: z.string(), name: z.string().optional() }) }),
  },
  'usergroups.list': { tier: 't2', answer: z.looseObject({ usergroups: z.array(usergroup) }), bulk: true },
  'usergroups.users.list': { tier: 't2', answer: z.looseObject({ users: z.array(z.string()) }), bulk: true },
  'users.conversations': { tier: 't3', answer: page({ channels: z.array(channel) }), bulk: true },
  'users.info': { tier: 't4', answer: z.looseObject({ user }) },
  'users.list': { tier: 't2', answer: page({ members: z.array(user) }), bulk: true },
  'users.lookupByEmail': { tier: 't3', answer: z.looseObject({ user }) },
  'views.open': { tier: 't4', answer: z.looseObject({ view }) },
  'views.publish': { tier: 't4', answer: z.looseObject({ view }) },
  'views.push': { tier: 't4', answer: z.looseObject({ view }) },
  'views.update': { tier: 't4', answer: z.looseObject({ view }) },
} as const satisfies Record<string, MethodFacts>

type MethodFacts = { tier: Tier; answer: z.ZodType; already?: readonly string[]; bulk?: true }

export type MethodName = keyof typeof methods

/** What a method answers when it was done. */
export type Answer<M extends MethodName> = z.infer<(typeof methods)[M]['answer']>

/** The facts of one method, in the wide type. */
export function factsOf(method: MethodName): MethodFacts {
  return methods[method]
}
