/** A person of the workspace, as last seen. */
export type Person = {
  id: string
  handle: string
  name: string
  /** Slack's locale, `ja-JP`; null where Slack did not say. */
  locale: string | null
  email: string | null
  isBot: boolean
  isGuest: boolean
  isDeactivated: boolean
  /** An owner or admin of the workspace. */
  isAdmin: boolean
  /** Of another company, met in a channel that is shared with it. */
  isOutsider: boolean
  /** The workspace that they belong to; null where Slack did not say. */
  teamId: string | null
}

/** A user group; `people` are the ids of its members. */
export type Group = { id: string; handle: string; name: string; people: string[] }

/** Who else takes part in a channel: other workspaces of the company, companies that were invited, or that are there. */
export type Shared = 'company' | 'invited' | 'outside'

export type WorkspaceChannel = {
  id: string
  name: string
  isPrivate: boolean
  isArchived: boolean
  isMember: boolean
  shared: Shared | null
  /** Ids that it had before, where Slack has changed it. */
  formerIds?: readonly string[]
}

/** Whether a channel is meant by a name or an id, one that it had before too. */
export const answersTo = ({ id, name, formerIds = [] }: WorkspaceChannel, named: string): boolean =>
  named === id || named === name || formerIds.includes(named)

/** Whether people of other companies read what stands there, or soon may. */
export const isForOutsiders = ({ shared }: Pick<WorkspaceChannel, 'shared'>): boolean =>
  shared === 'outside' || shared === 'invited'

/**
 * Slack's word for why nothing can be posted in a channel, as far as it is known here: it was archived or deleted, or it is private and the
 * bot is not in it. Undefined where nothing speaks against it: a public channel takes messages of a bot that is not in it (`chat:write.public`).
 * https://docs.slack.dev/reference/methods/chat.postMessage
 */
export const whyShut = ({
  isArchived,
  isPrivate,
  isMember,
}: Pick<WorkspaceChannel, 'isArchived' | 'isPrivate' | 'isMember'>): 'is_archived' | 'channel_not_found' | undefined =>
  isArchived ? 'is_archived' : isPrivate && !isMember ? 'channel_not_found' : undefined

/** What the workspace consists of: each is read by itself, and may be refused by itself. */
export const lists = ['people', 'groups', 'channels'] as const
export type ListName = (typeof lists)[number]

/** How far a list is known: to its end, as far as it has been read, or not, for Slack's reason. */
export type Knowledge = { is: 'read' } | { is: 'reading' } | { is: 'refused'; error: string }

export type Known = Record<ListName, Knowledge>
